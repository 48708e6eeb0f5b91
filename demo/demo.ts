import { paint } from '../src/commands/terminal.ts'
import type { Demo } from '../src/commands/up.ts'
import type { StreamEvent } from '../src/shared/eventStream.ts'
import type { EventData } from '../src/shared/schemas.ts'
import { measureAgreement } from './agreement.ts'
import { outletById } from './outlets.ts'
import { type ReportedStory, renderReport } from './report.ts'
import { startDemoWeb } from './web.ts'

/** The table comes after the first minute, and again when everything is out and has been folded. */
const reportsAfterMs = [60_000, 135_000]

/** Opens the sample news web: with `all` the news day has just ended, else it is released over two minutes. */
export async function openDemo({ all }: { all: boolean }): Promise<Demo> {
  const web = await startDemoWeb({ port: 0, now: Date.now, clock: all ? 'all' : 'released' })
  const startedMs = Date.now()
  const folded = foldEvents()
  const names = new Map(
    web.publications.map(({ url, outletId }) => [new URL(url).host, outletById(outletId).name]),
  )
  return {
    feeds: web.feeds,
    settings: {
      ALLOW_PRIVATE_HOSTS: [web.hosts],
      POLL_MIN_SECONDS: 2,
      POLL_MAX_SECONDS: 4,
      HOST_GAP_MS: 50,
      READERS: 1,
    },
    about: `no FEEDS: following the bundled sample news web, ${web.feeds.length} outlets on ${web.hosts}`,
    reportsAfterMs,
    nameOf: (source) => names.get(source) ?? source,
    watch: folded.see,
    report() {
      const nowMs = Date.now()
      return renderReport(
        {
          elapsedSeconds: Math.round((nowMs - startedMs) / 1_000),
          released: web.releasedBy(nowMs).length,
          agreement: measureAgreement(web.publications, folded.articles()),
          stories: folded.stories(),
        },
        paint,
      )
    },
    close: web.close,
  }
}

type Story = EventData<'wirefold.story.merged.v1'>['story']

/** The state that follows from the events seen so far, as any consumer would fold it. */
function foldEvents() {
  const stories = new Map<string, Story>()
  const storyOfUrl = new Map<string, string>()
  const merge = (into: string, merged: readonly string[]) => {
    for (const id of merged) stories.delete(id)
    for (const [url, id] of storyOfUrl) if (merged.includes(id)) storyOfUrl.set(url, into)
  }
  return {
    see({ fields }: StreamEvent): void {
      const subject = fields['subject'] ?? ''
      const data = JSON.parse(fields['data'] ?? '{}') as Partial<
        EventData<'wirefold.story.joined.v1'>
      > & {
        merged?: readonly string[]
      }
      if (data.story) stories.set(subject, data.story)
      if (data.article) storyOfUrl.set(data.article.url, subject)
      if (data.merged) merge(subject, data.merged)
    },
    articles: () => [...storyOfUrl].map(([url, storyId]) => ({ url, storyId })),
    stories: (): readonly ReportedStory[] =>
      [...stories.values()]
        .sort((left, right) => right.size - left.size)
        .map(({ headline, size, sources, languages }) => ({
          headline,
          articles: size,
          sources: sources.length,
          languages,
        })),
  }
}
