import { decodeText } from '../../shared/core/feed/decode.ts'
import { findFeedLinks } from '../../shared/core/feed/discovery.ts'
import { sitemapsOfIndex } from '../../shared/core/feed/feedPlaces.ts'
import { parseFeed } from '../../shared/core/feed/parseFeed.ts'
import type { Feed } from '../../shared/core/feed/types.ts'
import { messageOf } from '../../shared/errors.ts'
import type { HttpClient, HttpResponse } from '../../shared/http/client.ts'

/** What an address turned out to be. */
export interface Probe {
  readonly url: string
  /** The answer; null when there was none. */
  readonly response: HttpResponse | null
  /** The feed, when it is one. */
  readonly feed: Feed | null
  /** Why it is no feed that can be read; null when it is one. */
  readonly problem: string | null
  /** Feeds a page announces. */
  readonly announced: readonly string[]
  /** Sitemaps a sitemap index lists. */
  readonly sitemaps: readonly string[]
}

/** Asks an address and says what it is. */
export type Prober = (url: string, headers?: Readonly<Record<string, string>>) => Promise<Probe>

const maxBytes = 10_000_000

const nothing = { response: null, feed: null, announced: [], sitemaps: [] } as const

/** Asks addresses one after the other. `beforeEach` is told of every request and may hold it up. */
export function createProber(http: HttpClient, beforeEach: (url: string) => Promise<void>): Prober {
  return async (url, headers = {}) => {
    await beforeEach(url)
    try {
      const result = await http.get({ url, maxBytes, headers })
      return result.ok
        ? examine(url, result.response)
        : { ...nothing, url, problem: result.message }
    } catch (error) {
      return { ...nothing, url, problem: messageOf(error) }
    }
  }
}

function examine(url: string, response: HttpResponse): Probe {
  if (response.status < 200 || response.status > 299) {
    return { ...nothing, url, response, problem: `answered HTTP ${response.status}` }
  }
  const contentType = response.headers.get('content-type') ?? null
  const parsed = parseFeed(response.body, { url: response.url, contentType })
  if (parsed.ok) return { ...nothing, url, response, feed: parsed.feed, problem: null }
  const { text } = decodeText(response.body, { contentType, kind: 'xml' })
  return {
    ...nothing,
    url,
    response,
    problem: parsed.message,
    announced: findFeedLinks(text, response.url),
    sitemaps: sitemapsOfIndex(text, response.url),
  }
}
