import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { documentAt } from './documents.ts'
import type { Span } from './publishing.ts'
import { outageAt, type SimulatedFeed, shownAt } from './simulatedFeed.ts'
import type { Trouble } from './traits.ts'

/** One request for a feed, as its server sees it. */
export interface Exchange {
  readonly feed: SimulatedFeed
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly nowMs: number
  readonly origin: string
  /** The path is the one a moved feed has now. */
  readonly atNewAddress: boolean
}

type Answer = (exchange: Exchange, outage: Span | null) => void

const hugeBody = Buffer.alloc(11_000_000, ' ')
const nestedBody = Buffer.from(`<?xml version="1.0"?><rss>${'<a>'.repeat(200_000)}`)
/** Longer than the quick answers, far shorter than the patience of the run's client. */
const slowMs = 60

/** What a server does beside serving its feed; troubles that are not here serve it. */
const troubles: Partial<Readonly<Record<Trouble, Answer>>> = {
  moved: (exchange) => redirect(exchange, 301),
  redirected: (exchange) => redirect(exchange, 302),
  loop: ({ response, request }) => end(response, 302, { location: request.url ?? '/' }),
  gone: whenOut(({ response }) => end(response, 410)),
  missing_at_times: whenOut(({ response }) => end(response, 404)),
  failing_at_times: whenOut(({ response }) => end(response, 500)),
  limited_seconds: whenOut(({ response, nowMs }, { toMs }) =>
    end(response, 429, { 'retry-after': String(Math.ceil((toMs - nowMs) / 1_000)) }),
  ),
  limited_date: whenOut(({ response }, { toMs }) =>
    end(response, 429, { 'retry-after': new Date(toMs + 1_000).toUTCString() }),
  ),
  unavailable: whenOut(({ response, nowMs }, { toMs }) =>
    end(response, 503, { 'retry-after': String(Math.ceil((toMs - nowMs) / 1_000)) }),
  ),
  reset_at_times: whenOut(({ response }) => void response.socket?.destroy()),
  slow: (exchange) => void setTimeout(() => serveFeed(exchange), slowMs),
  drip: ({ response }) => drip(response),
  bad_gzip: ({ response }) => end(response, 200, { 'content-encoding': 'gzip' }, Buffer.from('no')),
  huge: ({ response }) => end(response, 200, { 'content-type': 'text/xml' }, hugeBody),
  nested: ({ response }) => end(response, 200, { 'content-type': 'text/xml' }, nestedBody),
}

/** Answers one request as the feed's habits say. */
export function answer(exchange: Exchange): void {
  const { feed, nowMs } = exchange
  const act = troubles[feed.traits.trouble]
  if (act) act(exchange, outageAt(feed, nowMs))
  else serveFeed(exchange)
}

function whenOut(act: (exchange: Exchange, outage: Span) => void): Answer {
  return (exchange, outage) => (outage ? act(exchange, outage) : serveFeed(exchange))
}

function redirect(exchange: Exchange, status: number): void {
  const { response, feed, atNewAddress } = exchange
  if (atNewAddress) serveFeed(exchange)
  else end(response, status, { location: `/moved/${feed.number}` })
}

/** The feed itself, or 304 where the client has it already. */
function serveFeed(exchange: Exchange): void {
  const { feed, request, response, nowMs } = exchange
  const headers = headersAt(feed, nowMs)
  if (isNotModified(request, headers)) {
    end(response, 304, headers)
    return
  }
  const { body, contentType } = documentAt(feed, exchange)
  const packed = compress(body, feed)
  end(response, 200, { ...headers, ...packed.headers, 'content-type': contentType }, packed.body)
}

type Headers = Readonly<Record<string, string>>

const frozenForMs = 6 * 3_600_000

/** Validators and freshness as the feed gives them at a moment. */
function headersAt(feed: SimulatedFeed, nowMs: number): Headers {
  const { validators, maxAgeSeconds } = feed.traits
  const cache: Headers =
    maxAgeSeconds > 0 ? { 'cache-control': `public, max-age=${maxAgeSeconds}` } : {}
  const { next } = shownAt(feed, nowMs)
  const changedMs = feed.times[next - 1] ?? 0
  switch (validators) {
    case 'both':
      return { ...cache, etag: `"v${next}"`, 'last-modified': new Date(changedMs).toUTCString() }
    case 'etag':
      return { ...cache, etag: `W/"v${next}"` }
    case 'none':
      return cache
    case 'fickle':
      return { ...cache, etag: `"t${nowMs}"` }
    case 'frozen':
      return { ...cache, etag: `"f${Math.floor(nowMs / frozenForMs)}"` }
  }
}

/** RFC 9110, section 13.2.2: If-Modified-Since counts only without If-None-Match. */
function isNotModified({ headers }: IncomingMessage, own: Headers): boolean {
  const etag = headers['if-none-match']
  if (etag !== undefined) return etag === own['etag']
  const since = headers['if-modified-since']
  return since !== undefined && own['last-modified'] !== undefined && since === own['last-modified']
}

function compress(body: Buffer, { traits }: SimulatedFeed): { body: Buffer; headers: Headers } {
  switch (traits.compression) {
    case 'gzip':
      return { body: gzipSync(body, { level: 1 }), headers: { 'content-encoding': 'gzip' } }
    case 'br': {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 1 }
      return { body: brotliCompressSync(body, { params }), headers: { 'content-encoding': 'br' } }
    }
    case 'none':
      return { body, headers: {} }
  }
}

/** A byte now and then, for ever: only a limit on the whole time ends it. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/xml' })
  const timer = setInterval(() => response.write(' '), 100)
  response.on('close', () => clearInterval(timer))
}

function end(response: ServerResponse, status: number, headers: Headers = {}, body?: Buffer): void {
  response.setHeaders(new Map(Object.entries(headers)))
  if (body) response.setHeader('content-length', body.length)
  response.writeHead(status).end(body)
}
