import type { Config } from '../shared/config.ts'
import { type Receipt, recomputeScore } from '../shared/core/stories/receipt.ts'
import { compareArticles, type Explained, findExplained } from '../shared/store/explained.ts'
import { withStore } from './openStore.ts'
import { candidateWords, evidenceWords, ruleWords } from './receiptWords.ts'
import { paint, plain, say, table } from './terminal.ts'

/** Signals are written with four digits. */
const roundingError = 0.002

/** `wirefold explain A [B]`: why an article went where it went, or what two articles have to do with each other. */
export async function explainCommand(
  config: Config,
  names: readonly string[],
  { json }: { json: boolean },
): Promise<number> {
  await withStore(config, async (context) => {
    const articles: Explained[] = []
    for (const name of names) articles.push(await findExplained(context, name))
    const [first, second] = articles
    const overlap = first && second ? compareArticles(first, second) : null
    if (json)
      say(JSON.stringify({ articles: articles.map(({ text: _, ...rest }) => rest), overlap }))
    else
      say(
        [
          ...articles.map(explain),
          ...(overlap && first && second ? [compare(first, second)] : []),
        ].join('\n\n'),
      )
  })
  return 0
}

function explain({ title, source, story, relation, receipt }: Explained): string {
  const evidence = evidenceWords(receipt)
  return [
    paint.bold(plain(title)),
    `${source} → story ${story} as ${relation}: ${ruleWords[receipt.rule]}`,
    ...(evidence ? [plain(evidence)] : []),
    candidateTable(receipt),
    paint.dim(`${recomputed(receipt)}; every signal and threshold: --json`),
  ].join('\n')
}

function candidateTable({ candidates, rule }: Receipt): string {
  if (candidates.length === 0) return 'no story was compared'
  const chosen = candidates.find(({ refusal }) => refusal === null)
  const rows = candidates.map((candidate) => [
    candidate.storyId,
    candidate.score.toFixed(3),
    plain(candidateWords(candidate, candidate === chosen && rule !== 'open')),
  ])
  return table([['story compared', 'score', 'because'], ...rows])
}

/** Whether the scores follow from the signals that are written beside them. */
function recomputed(receipt: Receipt): string {
  const { candidates, weightsVersion } = receipt
  const scores = candidates.map((candidate) => recomputeScore(receipt, candidate))
  if (scores.includes(null)) return `made by weights ${weightsVersion}, not those of this version`
  const differs = candidates.some(
    ({ score }, at) => Math.abs(score - (scores[at] ?? score)) > roundingError,
  )
  return `weights ${weightsVersion}, scores computed again: ${differs ? 'DIFFERENT' : 'the same'}`
}

function compare(first: Explained, second: Explained): string {
  const { jaccard, containment, sameStory } = compareArticles(first, second)
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return [
    sameStory ? `both are in story ${first.story}` : `they are in different stories`,
    `word triples shared: ${percent(jaccard)} of both, ${percent(containment)} of the shorter (a copy from 40 % or 60 %)`,
  ].join('\n')
}
