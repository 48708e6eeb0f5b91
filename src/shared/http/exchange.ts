import { isUtf8 } from 'node:buffer'
import { type Dispatcher, request } from 'undici'
import type { ResponseHeaders } from '../core/polling/response.ts'
import { type BodyLimit, type ReadBody, readBody } from './body.ts'

/** An answer whose body was read: empty unless the status is 2xx. */
export interface Answer extends ReadBody {
  readonly status: number
  /** Lower-case names; of repeated headers the first, of links all. */
  readonly headers: ResponseHeaders
}

/** How one exchange went, for those who wait for the next turn. */
export interface Served {
  /** Until the first byte of the answer, and how long ago that was. */
  readonly latencyMs: number
  readonly sinceAnswerMs: number
  /** Null when nothing was answered. */
  readonly answer: { readonly status: number; readonly headers: ResponseHeaders } | null
}

/** Gives a turn back. */
export type EndTurn = (served: Served) => Promise<void>

/** One request. */
export interface Exchange extends BodyLimit {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

/** What came of one request. */
export interface Exchanged {
  readonly answer: Answer
  readonly tookMs: number
}

/** Sends a GET, reads the answer, and gives the turn back whatever happens. Redirects are answers like others. */
export async function exchangeOnce(
  dispatcher: Dispatcher,
  { url, headers, timeoutMs, ...limit }: Exchange,
  endTurn: EndTurn | undefined,
): Promise<Exchanged> {
  const startedMs = performance.now()
  let answeredMs: number | null = null
  let answer: Served['answer'] = null
  try {
    const signal = AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs)))
    const data = await request(url, { dispatcher, signal, headers })
    answeredMs = performance.now()
    answer = { status: data.statusCode, headers: firstOfEach(data.headers) }
    const read = await bodyOf(data, limit)
    return { answer: { ...answer, ...read }, tookMs: performance.now() - startedMs }
  } finally {
    const endedMs = performance.now()
    const latencyMs = (answeredMs ?? endedMs) - startedMs
    await endTurn?.({ latencyMs, sinceAnswerMs: endedMs - startedMs - latencyMs, answer })
  }
}

async function bodyOf(data: Dispatcher.ResponseData, limit: BodyLimit): Promise<ReadBody> {
  if (data.statusCode >= 200 && data.statusCode < 300) {
    const encodings = [data.headers['content-encoding'] ?? []].flat().join(',')
    return readBody(data.body, encodings, limit)
  }
  await data.body.dump({ limit: 65_536 })
  return { body: Buffer.alloc(0), encoded: null }
}

/** Where a redirect leads. Header values are bytes; most servers mean UTF-8 where they are not ASCII. */
export function locationOf(headers: ResponseHeaders): string | null {
  const bytes = Buffer.from(headers.get('location') ?? '', 'latin1')
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1') || null
}

/** The headers by their names in lower case; of repeated ones the first. */
export function firstOfEach(
  headers: Dispatcher.ResponseData['headers'],
): ReadonlyMap<string, string> {
  const pairs = Object.entries(headers).flatMap(([name, value]) => {
    // links are a list, whatever number of headers they come in (RFC 8288, section 3)
    const isLinks = name.toLowerCase() === 'link' && Array.isArray(value)
    const first = isLinks ? value.join(', ') : Array.isArray(value) ? value[0] : value
    return first === undefined ? [] : [[name.toLowerCase(), first] as const]
  })
  return new Map(pairs)
}
