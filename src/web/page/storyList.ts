import { useRef, useState } from 'preact/hooks'
import type { StoryList, StorySummary } from '../api/replies.ts'
import { useAnswer } from './api.ts'
import { Filters } from './filters.ts'
import { ago, count } from './format.ts'
import { html } from './html.ts'
import type { Route } from './route.ts'
import { SparkLine } from './sparkLine.ts'

interface Props {
  readonly route: Route
  readonly turn: number
  readonly nowMs: number
}

const pageSize = 50

/** The front page: stories with the newest change first. It holds still while the reader points at it. */
export function StoryListView({ route, turn, nowMs }: Props) {
  const [pages, setPages] = useState(1)
  const [isHeld, hold] = useState(false)
  const shownTurn = useRef(turn)
  if (!isHeld) shownTurn.current = turn
  const query = new URLSearchParams(route.query)
  query.set('limit', String(Math.min(200, pages * pageSize)))
  const { answer, problem } = useAnswer<StoryList>(`/stories?${query}`, shownTurn.current)
  const stories = answer?.stories ?? []
  return html`
    <h1 tabindex="-1">Stories</h1>
    <${Filters} query=${route.query} languages=${answer?.languages ?? []} />
    <p class="bar" role="status">${statusText({ answer, problem, isHeld: isHeld && turn !== shownTurn.current })}</p>
    <ol class="stories" onMouseEnter=${() => hold(true)} onMouseLeave=${() => hold(false)}
      onFocusIn=${() => hold(true)} onFocusOut=${() => hold(false)}>
      ${stories.map((story, at) => html`<${StoryRow} key=${at} story=${story} nowMs=${nowMs} />`)}
    </ol>
    ${answer?.next && pages < 4 ? html`<button class="more" onClick=${() => setPages(pages + 1)}>More stories</button>` : null}
  `
}

function statusText({
  answer,
  problem,
  isHeld,
}: {
  answer: StoryList | null
  problem: string | null
  isHeld: boolean
}) {
  if (problem) return `Cannot read the stories: ${problem}`
  if (!answer) return 'Reading the stories …'
  if (answer.total === 0)
    return 'No stories yet: the first appears here as soon as an article has come.'
  if (answer.stories.length === 0) return 'No story fits these filters.'
  const held = isHeld ? ' · news wait until you move away from the list' : ''
  return `${count(answer.total, 'story', 'stories')} kept${held}`
}

// a row is keyed by its place and has one height: what changes is its text, and nothing moves
function StoryRow({ story, nowMs }: { story: StorySummary; nowMs: number }) {
  const { id, headline, size, sources, languages, independentOrigins, updatedAt, growth, state } =
    story
  return html`
    <li class=${state === 'closed' ? 'closed' : ''}>
      <a class="headline" href=${`#/stories/${id}`} dir="auto" lang=${languages[0]}>${headline}</a>
      <span class="facts">
        <b>${count(size, 'article')}</b>
        <span>${count(sources.length, 'source')}</span>
        <span>${independentOrigins === null ? '… origins' : count(independentOrigins, 'origin')}</span>
        <span>${ago(updatedAt, nowMs)}${state === 'closed' ? ' · closed' : ''}</span>
        <span class="languages">${languages.join(' ')}</span>
      </span>
      <${SparkLine} growth=${growth} />
    </li>`
}
