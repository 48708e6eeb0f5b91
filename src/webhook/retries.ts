import { parseRetryAfter, type ResponseHeaders } from '../shared/core/polling/response.ts'

/** What a receiver answered: a status and its headers. */
export interface Answer {
  readonly status: number
  readonly headers: ResponseHeaders
}

/** What an answer means: taken; try again after so long, or as the back-off says; or never send anything again. */
export type Verdict =
  | { readonly kind: 'delivered' | 'gone' }
  | { readonly kind: 'failed'; readonly reason: string; readonly waitMs: number | null }

/** Retry-After is honoured up to here. */
const longestWaitMs = 3_600_000
const firstBackoffMs = 1_000
const longestBackoffMs = 60_000

/** Reads an answer as Standard Webhooks does: 2xx is taken, 410 ends the subscription, all else is tried again. */
export function judge({ status, headers }: Answer, nowMs: number): Verdict {
  if (status >= 200 && status < 300) return { kind: 'delivered' }
  if (status === 410) return { kind: 'gone' }
  const asked = parseRetryAfter(headers.get('retry-after') ?? '', nowMs)
  const waitMs = asked === null ? null : Math.min(asked, longestWaitMs)
  return { kind: 'failed', reason: `HTTP ${status}`, waitMs }
}

/** Wait before the next try: doubling from a second to a minute, of which `chance` (0..1) takes up to half away. */
export function backoffMs(failures: number, chance: number): number {
  const full = Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(failures - 1, 30))
  return Math.round(full * (1 - chance / 2))
}
