import { useState } from 'preact/hooks'
import type { Explanation } from '../api/replies.ts'
import { useAnswer } from './api.ts'
import { html } from './html.ts'

type Receipt = Explanation['articles'][number]['receipt']

interface Candidate {
  readonly storyId: string
  readonly score: number
  readonly signals: Readonly<Record<string, number>>
}

const ruleWords: Readonly<Record<string, string>> = {
  copy: 'It has the text of an article here.',
  same_story: 'It is about the same event, by words, names and time.',
  link: 'A story in another language shares its names, numbers and places.',
  merge: 'Two stories turned out to be one.',
  split: 'Its story turned out to be about two events.',
  operator: 'An operator said so.',
  open: 'No story was near enough: it opened its own.',
}

/** Why an article is in its story; asked for when the reader opens it. */
export function ReceiptOf({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false)
  return html`<details onToggle=${(event: { currentTarget: HTMLDetailsElement }) => setOpen(event.currentTarget.open)}>
    <summary>Why is it here?</summary>${isOpen ? html`<${Explained} id=${id} />` : null}
  </details>`
}

function Explained({ id }: { id: string }) {
  const { answer, problem } = useAnswer<Explanation>(`/explain?a=${id}`)
  const receipt = answer?.articles[0]?.receipt
  if (!receipt) return html`<p role="status">${problem ?? 'Reading the receipt …'}</p>`
  const rule = String(receipt['rule'])
  return html`
    <p>${ruleWords[rule] ?? rule} ${evidenceText(receipt)}</p>
    ${candidateTable((receipt['candidates'] ?? []) as Candidate[])}
    <p class="facts"><small>thresholds ${JSON.stringify(receipt['thresholds'])}, weights ${String(receipt['weightsVersion'])}</small></p>`
}

function evidenceText(receipt: Receipt): string {
  const evidence = Object.entries((receipt['evidence'] ?? {}) as Record<string, unknown>)
  const shared = evidence.flatMap(([kind, values]) =>
    Array.isArray(values) && values.length > 0 ? [`${kind}: ${values.join(', ')}`] : [],
  )
  return shared.length > 0 ? `Shared ${shared.join('; ')}.` : ''
}

function candidateTable(candidates: readonly Candidate[]) {
  if (candidates.length === 0) return html`<p>No story was compared.</p>`
  const signals = [...new Set(candidates.flatMap((candidate) => Object.keys(candidate.signals)))]
  return html`<div class="scroll" role="region" aria-label="Stories compared" tabindex="0"><table>
    <thead><tr><th scope="col">Story compared</th><th scope="col">Score</th>${signals.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${candidates.map(
      (candidate) => html`<tr>
      <th scope="row"><a href=${`#/stories/${candidate.storyId}`}><code>${candidate.storyId.slice(0, 8)}</code></a></th>
      <td class="number">${candidate.score}</td>
      ${signals.map((name) => html`<td class="number">${candidate.signals[name] ?? ''}</td>`)}</tr>`,
    )}</tbody>
  </table></div>`
}
