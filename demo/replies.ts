import { createHash } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import { gzipSync } from 'node:zlib'

/** What a sample site has to say to a request, before validators and compression. */
export interface Reply {
  readonly status: number
  readonly contentType: string
  readonly body: Buffer
  /** When the content last changed, milliseconds since 1970; null for what never carries validators. */
  readonly modifiedMs: number | null
  readonly cacheSeconds: number
}

/** The habits of a site that show in its response headers. */
export interface ReplyHabits {
  readonly validators: boolean
  readonly gzip: boolean
}

interface Validators {
  readonly etag: string
  readonly lastModified: string
}

function validatorsOf(reply: Reply, habits: ReplyHabits): Validators | null {
  if (!habits.validators || reply.modifiedMs === null) return null
  const etag = `"${createHash('sha1').update(reply.body).digest('base64url')}"`
  return { etag, lastModified: new Date(reply.modifiedMs).toUTCString() }
}

/** RFC 9110 section 13.2.2: If-Modified-Since counts only without If-None-Match. */
function isNotModified(request: IncomingMessage, validators: Validators): boolean {
  const etags = request.headers['if-none-match']
  if (etags !== undefined) return etags.split(',').some((etag) => etag.trim() === validators.etag)
  const since = Date.parse(request.headers['if-modified-since'] ?? '')
  return since >= Date.parse(validators.lastModified)
}

function headersOf(reply: Reply, validators: Validators | null): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': reply.contentType,
    'cache-control': `max-age=${reply.cacheSeconds}`,
    vary: 'accept-encoding',
  }
  if (validators === null) return headers
  return { ...headers, etag: validators.etag, 'last-modified': validators.lastModified }
}

/** Sends a reply: 304 where the client has it already, gzip where both sides like it, no body for HEAD. */
export function sendReply(
  exchange: { readonly request: IncomingMessage; readonly response: ServerResponse },
  reply: Reply,
  habits: ReplyHabits,
): void {
  const { request, response } = exchange
  const validators = validatorsOf(reply, habits)
  const headers = headersOf(reply, validators)
  if (validators !== null && isNotModified(request, validators)) {
    response.writeHead(304, headers).end()
    return
  }
  const zipped = habits.gzip && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const body = zipped ? gzipSync(reply.body) : reply.body
  if (zipped) headers['content-encoding'] = 'gzip'
  headers['content-length'] = String(body.length)
  response.writeHead(reply.status, STATUS_CODES[reply.status], headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}
