import { setTimeout as pause } from 'node:timers/promises'
import type { Told } from '../../src/commands/progress.ts'
import type { Context } from '../../src/shared/context.ts'
import type { Entry } from '../../src/shared/schemas.ts'
import { anEntry } from '../../test/support/builders.ts'
import { webPages } from '../pipeline/webPages.ts'
import type { LoadWeb } from './web.ts'

/** A stream of generated articles. */
export interface ArticleFlow {
  /** Articles a second; 0 = as many as are taken. */
  readonly rate: number
  readonly articles: number
  readonly medianBytes: number
  readonly hosts: number
}

type Sending = ArticleFlow & {
  readonly tell?: Told
  /** Ends the stream early. */
  readonly signal?: AbortSignal
}

const seed = 23
const tickMs = 50
/** With no rate given so many articles are on their way at a time. */
const mostInFlight = 300

/** Publishes articles and puts their entries to work, as the poller would. Returns how many. */
export async function sendArticles(
  context: Context,
  web: LoadWeb,
  { rate, articles, medianBytes, hosts, tell = () => {}, signal }: Sending,
): Promise<number> {
  const pages = webPages({ count: articles, seed, medianBytes, hosts })
  const started = performance.now()
  let sent = 0
  while (sent < articles && !signal?.aborted) {
    const due =
      rate > 0
        ? Math.floor(((performance.now() - started) / 1_000) * rate)
        : sent + mostInFlight - (await context.entries.ledger()).inFlight
    const entries: Entry[] = []
    for (; sent < Math.min(due, articles); sent += 1) {
      const page = pages.next().value
      if (page) entries.push(entryAt(web.publish(page), web.hosts[page.host] ?? ''))
    }
    await send(context, entries)
    tell(sent, articles)
    await pause(tickMs)
  }
  return sent
}

const entryAt = (url: string, host: string) =>
  anEntry({ url, feed: `http://${host}/feed`, firstSeenMs: Date.now() })

async function send({ queues, entries: store, now }: Context, entries: readonly Entry[]) {
  await queues.enqueue(
    'fetch',
    entries.map((payload) => ({ id: payload.entryId, payload })),
  )
  await store.admit(
    entries.map(({ entryId }) => entryId),
    now(),
  )
}
