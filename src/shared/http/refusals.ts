import { PipelineError } from '../errors.ts'
import { BlockedAddressError } from './addressGuard.ts'

/** Why a request brought no response that can be used, apart from its status. */
export type HttpRefusal =
  | 'private_address'
  | 'too_large'
  | 'redirect_loop'
  | 'bad_encoding'
  | 'robots'

/** A request that ended without a response, for a reason that another try would not change. */
export interface Refusal {
  readonly ok: false
  readonly refusal: HttpRefusal
  readonly message: string
}

/** Ends a request from inside. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly refusal: HttpRefusal
  constructor(refusal: HttpRefusal, message: string) {
    super(message)
    this.refusal = refusal
  }
}

/** What a failed request comes to. @throws PipelineError what is worth another try */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof PipelineError) throw error
  const causes = causesOf(error)
  for (const cause of causes) {
    if (cause instanceof RefusedError) return refuse(cause.refusal, cause.message)
    if (cause instanceof BlockedAddressError) return refuse('private_address', cause.message)
  }
  const message = causes.at(-1)?.message || String(error)
  const codes = causes.map(codeOf)
  const has = (...starts: readonly string[]) =>
    codes.some((code) => starts.some((start) => code.startsWith(start)))
  if (has('Z_', 'ERR__ERROR_', 'ERR_PADDING', 'ZSTD_')) {
    return refuse('bad_encoding', `body cannot be decompressed: ${message}`)
  }
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

/** A request that is not tried again. */
export function refuse(refusal: HttpRefusal, message: string): Refusal {
  return { ok: false, refusal, message }
}
