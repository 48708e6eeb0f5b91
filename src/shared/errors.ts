/**
 * What the runner does with a failure.
 * - transient: the attempt counts, it is tried again after a back-off
 * - throttled: it waits and costs no attempt
 * - permanent: dead letter at once
 */
export type FailureClass = 'transient' | 'throttled' | 'permanent'

/** Every failure an item can meet. The code is a metric label: add to it, never rename. */
export const failureClasses = {
  http_server_error: 'transient',
  http_timeout: 'transient',
  http_unreachable: 'transient',
  http_protocol_error: 'transient',
  http_client_error: 'permanent',
  http_rate_limited: 'throttled',
  host_busy: 'throttled',
  robots_unreachable: 'throttled',
  fenced: 'transient',
  commit_conflict: 'transient',
  redis_unavailable: 'transient',
  page_expired: 'permanent',
  job_invalid: 'permanent',
  stalled_too_often: 'permanent',
  unexpected: 'transient',
} as const satisfies Record<string, FailureClass>

export type FailureCode = keyof typeof failureClasses

/** A failure of one item, named by a code of the table. */
export class PipelineError extends Error {
  override readonly name = 'PipelineError'
  readonly code: FailureCode
  /** For throttled failures: when to come back. */
  readonly retryAfterMs: number

  constructor(
    code: FailureCode,
    message: string,
    options: ErrorOptions & { retryAfterMs?: number } = {},
  ) {
    super(message, options)
    this.code = code
    this.retryAfterMs = options.retryAfterMs ?? 0
  }
}

/** A mistake of the operator: printed without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError'
}

/** Wrong settings, all of them at once. */
export class ConfigError extends UsageError {
  override readonly name = 'ConfigError'

  constructor(problems: readonly string[]) {
    super(`wrong settings:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
}

/** Turns anything thrown into a PipelineError; what has no code is `unexpected`. */
export function classifyFailure(thrown: unknown): PipelineError {
  if (thrown instanceof PipelineError) return thrown
  if (isConnectionLoss(thrown))
    return new PipelineError('redis_unavailable', messageOf(thrown), { cause: thrown })
  return new PipelineError('unexpected', messageOf(thrown), { cause: thrown })
}

/** The text of anything thrown, on one line. */
export function messageOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message || thrown.name : String(thrown)
  return text.replace(/\s+/g, ' ').slice(0, 500)
}

/** The connection is gone, or the server is there and cannot do its work: it loads, its disk or its memory is full. */
function isConnectionLoss(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false
  const code = (thrown as NodeJS.ErrnoException).code ?? ''
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTCONN'].includes(code) ||
    /^(Connection is closed|MISCONF|LOADING|READONLY|OOM|MASTERDOWN|CLUSTERDOWN)/.test(
      thrown.message,
    )
  )
}
