import { useEffect, useRef } from 'preact/hooks'
import type { Status } from '../api/replies.ts'
import { useAnswer } from './api.ts'
import { CompareView } from './compareView.ts'
import { html } from './html.ts'
import { type Connection, useLiveTurn, useNow } from './live.ts'
import { type Route, useRoute } from './route.ts'
import { SourcesView } from './sourcesView.ts'
import { StoryListView } from './storyList.ts'
import { StoryView } from './storyView.ts'

const views = {
  stories: StoryListView,
  story: StoryView,
  compare: CompareView,
  sources: SourcesView,
}

const connectionWords: Readonly<Record<Connection, string>> = {
  connecting: 'connecting …',
  live: 'live',
  lost: 'connection lost: trying again',
}

/** The whole page: head, and the view the address asks for. */
export function App() {
  const route = useRoute()
  const { turn, connection } = useLiveTurn()
  const nowMs = useNow()
  const main = useRef<HTMLElement>(null)
  useHeadingFocus(main, route)
  const { answer } = useAnswer<Status>('/status', turn)
  const View = views[route.view]
  return html`
    <a class="skip" href="#main" onClick=${(event: Event) => skipTo(main.current, event)}>To the content</a>
    <header>
      <a class="brand" href="#/">wirefold</a>
      <nav aria-label="Views">
        ${link('#/', 'Stories', route.view === 'stories')}
        ${link('#/sources', 'Sources and feeds', route.view === 'sources')}
        <a href="/feeds/stories.atom">Atom</a>
        <a href="/api/openapi.json">API</a>
      </nav>
      <p class=${`connection ${connection}`}>${connectionWords[connection]}</p>
      <p class="ledger">${answer ? ledgerText(answer) : ' '}</p>
    </header>
    <main id="main" ref=${main}><${View} key=${route.ids.join()} route=${route} turn=${turn} nowMs=${nowMs} /></main>`
}

function link(href: string, text: string, isHere: boolean) {
  return html`<a href=${href} aria-current=${isHere ? 'page' : undefined}>${text}</a>`
}

function ledgerText({ seen, inFlight, balanced, outcomes }: Status): string {
  const clustered = outcomes['clustered'] ?? 0
  const sum = balanced ? '' : ' · the ledger does not add up: run `wirefold doctor`'
  return `${seen.toLocaleString('en')} entries seen · ${clustered.toLocaleString('en')} in stories · ${inFlight.toLocaleString('en')} under way${sum}`
}

/** A reader who follows a link with the keyboard goes on reading at the new heading. */
function useHeadingFocus(main: { current: HTMLElement | null }, { view, ids }: Route): void {
  const isFirst = useRef(true)
  const place = [view, ...ids].join('/')
  useEffect(() => {
    if (isFirst.current) isFirst.current = false
    else main.current?.querySelector('h1')?.focus()
  }, [place])
}

function skipTo(target: HTMLElement | null, event: Event): void {
  event.preventDefault()
  target?.querySelector('h1')?.focus()
}
