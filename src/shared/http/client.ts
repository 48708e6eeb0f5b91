import type { Duplex, Readable } from 'node:stream'
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib'
import { Agent, type Dispatcher, interceptors, request } from 'undici'
import { PipelineError } from '../errors.ts'
import {
  type AddressGuard,
  BlockedAddressError,
  guardedConnector,
  guardInterceptor,
} from './addressGuard.ts'

/** A response whose body was read whole, decompressed. */
export interface HttpResponse {
  readonly status: number
  /** Lower-case names; of repeated headers the first. */
  readonly headers: ReadonlyMap<string, string>
  /** Empty unless the status is 2xx. */
  readonly body: Uint8Array
  /** URL that answered, after redirects. */
  readonly url: string
}

/** Why a request brought no response that can be used, apart from its status. */
export type HttpRefusal = 'private_address' | 'too_large' | 'redirect_loop' | 'bad_encoding'

export type HttpResult =
  | { readonly ok: true; readonly response: HttpResponse }
  | { readonly ok: false; readonly refusal: HttpRefusal; readonly message: string }

export interface HttpRequest {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Largest decompressed body. */
  readonly maxBytes: number
}

/** GET with limits on bytes, time, redirects and addresses. */
export interface HttpClient {
  /** @throws PipelineError `http_timeout`, `http_unreachable` or `http_protocol_error`: worth another try. */
  get(request: HttpRequest): Promise<HttpResult>
  close(): Promise<void>
}

interface HttpOptions {
  readonly userAgent: string
  readonly guard: AddressGuard
  /** From the first byte sent to the last byte read: a server that drips cannot hold us longer. */
  readonly totalTimeoutMs?: number
}

const maxRedirections = 5
const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
}

/** Creates a client; `close` it to end its sockets. */
export function createHttpClient({
  userAgent,
  guard,
  totalTimeoutMs = 20_000,
}: HttpOptions): HttpClient {
  const agent = new Agent({
    connect: guardedConnector(guard, 5_000),
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
    keepAliveTimeout: 5_000,
  })
  // The guard stands before the redirects, so that it sees where they lead.
  const dispatcher = agent.compose(
    guardInterceptor(guard),
    interceptors.redirect({ maxRedirections }),
  )
  return {
    async get({ url, headers, maxBytes }) {
      try {
        guard.checkUrl(new URL(url))
        const answer = await request(url, {
          dispatcher,
          signal: AbortSignal.timeout(totalTimeoutMs),
          headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip, br, zstd', ...headers },
        })
        return await readAnswer(answer, url, maxBytes)
      } catch (error) {
        return refusalOf(error)
      }
    },
    close: () => agent.destroy(),
  }
}

async function readAnswer(
  answer: Dispatcher.ResponseData,
  requested: string,
  maxBytes: number,
): Promise<HttpResult> {
  const headers = firstOfEach(answer.headers)
  const url = finalUrl(answer, requested)
  const status = answer.statusCode
  const usable = status >= 200 && status < 300
  if (usable) {
    const encodings = [answer.headers['content-encoding'] ?? []].flat().join(',')
    const body = await readBody(answer.body, encodings, maxBytes)
    return { ok: true, response: { status, headers, body, url } }
  }
  await answer.body.dump({ limit: 65_536 })
  if (status >= 300 && status < 400 && status !== 304) {
    return refuse(
      'redirect_loop',
      `more than ${maxRedirections} redirects, or one that leads nowhere`,
    )
  }
  return { ok: true, response: { status, headers, body: new Uint8Array(), url } }
}

class BodyError extends Error {
  readonly refusal: HttpRefusal
  constructor(refusal: HttpRefusal, message: string) {
    super(message)
    this.refusal = refusal
  }
}

// Decoded bytes are counted as they come: a bomb ends at the limit, whatever its headers say.
async function readBody(body: Readable, encoding: string, maxBytes: number): Promise<Uint8Array> {
  // undici's bodies emit an error when they are let go of early, which nobody else may be listening for
  body.on('error', () => {})
  const chunks: Buffer[] = []
  let size = 0
  try {
    const stream = decodedStream(body, encoding)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) throw new BodyError('too_large', `body is larger than ${maxBytes} bytes`)
      chunks.push(chunk)
    }
  } finally {
    body.destroy()
  }
  return Buffer.concat(chunks)
}

function decodedStream(body: Readable, encoding: string): Readable {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity') return body
  const decoder = decoders[name]?.()
  if (!decoder)
    throw new BodyError('bad_encoding', `content-encoding "${name.slice(0, 40)}" is not understood`)
  body.on('error', (error) => decoder.destroy(error))
  return body.pipe(decoder)
}

function refusalOf(error: unknown): HttpResult {
  const causes = causesOf(error)
  for (const cause of causes) {
    if (cause instanceof BodyError) return refuse(cause.refusal, cause.message)
    if (cause instanceof BlockedAddressError) return refuse('private_address', cause.message)
  }
  const message = causes.at(-1)?.message || String(error)
  const codes = causes.map(codeOf)
  const has = (...starts: readonly string[]) =>
    codes.some((code) => starts.some((start) => code.startsWith(start)))
  if (has('Z_', 'ERR__ERROR_', 'ERR_PADDING', 'ZSTD_')) {
    return refuse('bad_encoding', `body cannot be decompressed: ${message}`)
  }
  if (message.startsWith('Redirect loop')) return refuse('redirect_loop', 'redirects in a circle')
  if (message.startsWith('Invalid URL protocol')) return refuse('private_address', message)
  if (has('ERR_INVALID_URL')) return refuse('redirect_loop', 'leads to something that is no URL')
  if (
    has('Timeout', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT')
  ) {
    throw new PipelineError('http_timeout', 'no complete answer in time', { cause: error })
  }
  const reached = has('UND_ERR_', 'HPE_', 'HTTPParserError')
  throw new PipelineError(reached ? 'http_protocol_error' : 'http_unreachable', message, {
    cause: error,
  })
}

// a DOMException has a number for a code: its name says what it is
function codeOf(cause: Error): string {
  const { code } = cause as NodeJS.ErrnoException
  return typeof code === 'string' ? code : cause.name
}

function causesOf(error: unknown): readonly Error[] {
  const causes: Error[] = []
  for (let at = error; at instanceof Error && causes.length < 5; at = at.cause) causes.push(at)
  return causes
}

function refuse(refusal: HttpRefusal, message: string): HttpResult {
  return { ok: false, refusal, message }
}

function firstOfEach(headers: Dispatcher.ResponseData['headers']): ReadonlyMap<string, string> {
  const pairs = Object.entries(headers).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value
    return first === undefined ? [] : [[name.toLowerCase(), first] as const]
  })
  return new Map(pairs)
}

function finalUrl(answer: Dispatcher.ResponseData, requested: string): string {
  const history = (answer.context as { history?: readonly URL[] } | null)?.history
  return history?.at(-1)?.href ?? requested
}
