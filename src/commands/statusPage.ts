import type { Context } from '../shared/context.ts'
import type { QueueDepth } from '../shared/queues.ts'
import type { Page } from '../shared/server.ts'
import { stageNames } from '../shared/stages.ts'
import { isBalanced, type Ledger } from '../shared/store/entries.ts'
import type { StoryRecord } from '../shared/storyRecord.ts'
import { age } from './terminal.ts'

/** What the status page shows. */
export interface Status {
  readonly stories: readonly StoryRecord[]
  readonly ledger: Ledger
  readonly queues: readonly (readonly [stage: string, depth: QueueDepth])[]
  readonly nowMs: number
}

const storiesShown = 60
const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem; margin: 0 } h1 small { font-weight: normal; opacity: .7 }
dl { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0 } dt { opacity: .7; font-size: .85rem } dd { margin: 0; font-size: 1.3rem }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .35rem .6rem; border-top: 1px solid #8884; vertical-align: top }
td.number { text-align: right; font-variant-numeric: tabular-nums } td small { opacity: .7 }
`

/** Reads what the page shows and renders it. */
export async function statusPage(context: Context): Promise<Page> {
  const { stories, entries, queues, now } = context
  const depths = await Promise.all(
    stageNames.map(async (stage) => [stage, await queues.depth(stage)] as const),
  )
  const status = {
    stories: await stories.recent(storiesShown),
    ledger: await entries.ledger(),
    queues: depths,
    nowMs: now(),
  }
  return { status: 200, contentType: 'text/html; charset=utf-8', body: renderStatus(status) }
}

/** The page as HTML. Text of publishers is escaped, whatever it holds. */
export function renderStatus({ stories, ledger, queues, nowMs }: Status): string {
  const facts = [
    ['entries seen', ledger.seen],
    ['clustered', ledger.outcomes.get('clustered') ?? 0],
    ['in flight', ledger.inFlight],
    ['ledger', isBalanced(ledger) ? 'adds up' : 'DOES NOT ADD UP'],
    ...queues.map(([stage, { waiting, active, delayed }]) => [
      `${stage}: waiting, active, delayed`,
      `${waiting} · ${active} · ${delayed}`,
    ]),
  ]
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>wirefold</title><style>${style}</style></head>
<body><h1>wirefold <small>newest stories</small></h1>
<dl>${facts.map(([name, value]) => `<div><dt>${escapeHtml(String(name))}</dt><dd>${escapeHtml(String(value))}</dd></div>`).join('')}</dl>
<table><thead><tr><th>Story</th><th>Articles</th><th>Sources</th><th>Languages</th><th>Updated</th></tr></thead>
<tbody>${stories.map((story) => storyRow(story, nowMs)).join('')}</tbody></table></body></html>
`
}

function storyRow(story: StoryRecord, nowMs: number): string {
  const number = (value: number) => `<td class="number">${value}</td>`
  return `<tr><td>${escapeHtml(story.headline)}<br><small>${escapeHtml(story.id)}</small></td>${number(story.size)}${number(
    story.sources.length,
  )}<td>${escapeHtml(story.languages.join(' '))}</td><td>${escapeHtml(age(nowMs - story.updatedMs))} ago</td></tr>\n`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
