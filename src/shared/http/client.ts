import { lookup } from 'node:dns'
import { Agent, request } from 'undici'
import { siteOf } from '../core/polling/politeness.ts'
import {
  type AddressGuard,
  guardedConnector,
  guardInterceptor,
  type Resolve,
} from './addressGuard.ts'
import {
  type Answer,
  type EndTurn,
  exchangeOnce,
  firstOfEach,
  locationOf,
  type Served,
} from './exchange.ts'
import { type Refusal, refusalOf, refuse } from './refusals.ts'

/** The answer at the end of the redirects. */
export interface HttpResponse extends Answer {
  /** URL that answered, after redirects. */
  readonly url: string
  /** Where the permanent redirects led that came before any other; null when there were none. */
  readonly permanentUrl: string | null
}

export type HttpResult = { readonly ok: true; readonly response: HttpResponse } | Refusal

/** Resolves when the request for a URL may start; called for where redirects lead too (`hop` 1, 2, …). */
export type TakeTurn = (url: URL, hop: number) => Promise<EndTurn>

export interface HttpRequest {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Largest decompressed body; a larger one is refused, or read so far when it may be cut. */
  readonly maxBytes: number
  readonly isCut?: boolean
  readonly takeTurn?: TakeTurn
}

/** GET with limits on bytes, time, redirects and addresses. No cookies, no credentials. */
export interface HttpClient {
  /**
   * @throws PipelineError `http_timeout`, `http_unreachable` or `http_protocol_error`: worth another try; and whatever
   * `takeTurn` throws.
   */
  get(request: HttpRequest): Promise<HttpResult>
  /** POSTs a form under the same limits; redirects are not followed. Returns the status. @throws when refused or not answered */
  postForm(url: string, form: Readonly<Record<string, string>>): Promise<number>
  /** POSTs under the same limits; redirects are not followed. @throws when refused or not answered */
  post(url: string, message: HttpPost): Promise<NonNullable<Served['answer']>>
  close(): Promise<void>
}

/** What is sent. */
export interface HttpPost {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface HttpOptions {
  readonly userAgent: string
  readonly guard: AddressGuard
  /** From the first byte sent to the last byte read, waits for turns left out: a server that drips cannot hold us longer. */
  readonly totalTimeoutMs?: number
  /** Of names; the system's if left out. */
  readonly resolve?: Resolve
}

const maxRedirections = 5
const redirects = new Set([301, 302, 303, 307, 308])
const permanentRedirects = new Set([301, 308])

/** Creates a client; `close` it to end its sockets. */
export function createHttpClient({
  userAgent,
  guard,
  totalTimeoutMs = 20_000,
  resolve = lookup,
}: HttpOptions): HttpClient {
  const agent = new Agent({
    connect: guardedConnector(guard, { timeoutMs: 5_000, resolve }),
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
    keepAliveTimeout: 5_000,
  })
  // sees every request: redirects are followed here, one request each
  const dispatcher = agent.compose(guardInterceptor(guard))
  const fixed = { 'user-agent': userAgent, 'accept-encoding': 'gzip, br, zstd' }
  const post: HttpClient['post'] = async (address, message) => {
    const url = plainUrl(new URL(address))
    guard.checkUrl(url)
    const headers = { ...fixed, ...message.headers }
    const signal = AbortSignal.timeout(totalTimeoutMs)
    const sent = { dispatcher, method: 'POST' as const, signal, headers, body: message.body }
    const data = await request(url, sent)
    await data.body.dump({ limit: 65_536 })
    return { status: data.statusCode, headers: firstOfEach(data.headers) }
  }
  return {
    async get(wanted) {
      let leftMs = totalTimeoutMs
      let permanentUrl: string | null = null
      let isPermanent = true
      try {
        let url = plainUrl(new URL(wanted.url))
        for (let hop = 0; hop <= maxRedirections; hop += 1) {
          guard.checkUrl(url)
          const headers = { ...fixed, ...headersFor(wanted, url) }
          const endTurn = await wanted.takeTurn?.(url, hop)
          const exchange = { ...wanted, url, headers, timeoutMs: leftMs }
          const { answer, tookMs } = await exchangeOnce(dispatcher, exchange, endTurn)
          const location = redirects.has(answer.status) ? locationOf(answer.headers) : null
          if (location === null) return finish({ ...answer, url: url.href, permanentUrl })
          url = plainUrl(new URL(location, url))
          isPermanent &&= permanentRedirects.has(answer.status)
          if (isPermanent) permanentUrl = url.href
          leftMs -= tookMs
        }
        return refuse('redirect_loop', `more than ${maxRedirections} redirects`)
      } catch (error) {
        return refusalOf(error)
      }
    },
    post,
    async postForm(address, form) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const body = new URLSearchParams(form).toString()
      return (await post(address, { headers, body })).status
    },
    close: () => agent.destroy(),
  }
}

/** A redirect that says no place ends the way as well. */
function finish(response: HttpResponse): HttpResult {
  if (!redirects.has(response.status)) return { ok: true, response }
  return refuse('redirect_loop', 'a redirect that leads nowhere')
}

/** Without credentials, which would be sent or logged, and without what only a browser needs. */
function plainUrl(url: URL): URL {
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

/** Validators belong to the site that gave them. */
function headersFor({ url, headers = {} }: HttpRequest, at: URL): Readonly<Record<string, string>> {
  if (siteOf(new URL(url)) === siteOf(at)) return headers
  const { 'if-none-match': _, 'if-modified-since': __, ...others } = headers
  return others
}
