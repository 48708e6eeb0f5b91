/** Response headers by lower-case name. */
export type ResponseHeaders = ReadonlyMap<string, string>

/** What a response means for the feed or page that was asked for. */
export type ResponseClass =
  | { readonly kind: 'usable' }
  | { readonly kind: 'not_modified' }
  /** 404 and 410; `permanent` for 410. */
  | { readonly kind: 'gone'; readonly permanent: boolean }
  /** 401, 402, 403, 451: behind a wall. */
  | { readonly kind: 'forbidden' }
  | RateLimit
  | { readonly kind: 'server_error' }
  /** Any other 4xx, and redirects that led nowhere. */
  | { readonly kind: 'client_error' }

/** 429 speaks for the whole host, 503 with Retry-After for this URL only. */
export interface RateLimit {
  readonly kind: 'rate_limited'
  readonly scope: 'host' | 'url'
  /** At least a second, at most 24 hours. */
  readonly retryAfterMs: number
}

/** Validators of a response (RFC 9110, section 13.1). */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** Waits a server may ask for; what it says nothing about is waited a minute. */
const RETRY_AFTER_MS = { minimum: 1_000, unsaid: 60_000, maximum: 24 * 3_600_000 } as const

const GONE: ReadonlySet<number> = new Set([404, 410])

const FORBIDDEN: ReadonlySet<number> = new Set([401, 402, 403, 451])

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const CLOCK = String.raw`(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})`

/** IMF-fixdate and the two obsolete forms (RFC 9110, section 5.6.7). */
const HTTP_DATES: readonly RegExp[] = [
  String.raw`[a-z]{3}, (?<day>\d{2}) (?<month>[a-z]{3}) (?<year>\d{4}) ${CLOCK} gmt`,
  String.raw`[a-z]{6,9}, (?<day>\d{2})-(?<month>[a-z]{3})-(?<year>\d{2}) ${CLOCK} gmt`,
  String.raw`[a-z]{3} (?<month>[a-z]{3}) (?<day>[\d ]\d) ${CLOCK} (?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`))

type DateParts = Readonly<Record<string, string | undefined>>

function instantOf(parts: DateParts): number | null {
  const month = MONTHS.indexOf(parts['month'] ?? '')
  const year = Number(parts['year']) + (parts['year']?.length === 2 ? 2_000 : 0)
  const [hour, minute, second] = [parts['hour'], parts['minute'], parts['second']].map(Number)
  return month === -1 ? null : Date.UTC(year, month, Number(parts['day']), hour, minute, second)
}

function parseHttpDate(value: string): number | null {
  const lower = value.trim().toLowerCase()
  for (const form of HTTP_DATES) {
    const parts = form.exec(lower)?.groups
    if (parts !== undefined) return instantOf(parts)
  }
  return null
}

/** Milliseconds to wait by a `Retry-After` value, seconds or date (RFC 9110, section 10.2.3), at most 24 hours. */
export function parseRetryAfter(value: string, nowMs: number): number | null {
  const plain = value.trim().slice(0, 64)
  const waitMs = /^\d{1,15}$/.test(plain)
    ? Number(plain) * 1_000
    : (parseHttpDate(plain) ?? Number.NaN) - nowMs
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), RETRY_AFTER_MS.maximum)
}

function rateLimit(scope: RateLimit['scope'], askedMs: number | null): RateLimit {
  const retryAfterMs = Math.max(askedMs ?? RETRY_AFTER_MS.unsaid, RETRY_AFTER_MS.minimum)
  return { kind: 'rate_limited', scope, retryAfterMs }
}

/** Meaning of a final response, redirects followed, to a request for anything; never throws. */
export function classifyResponse(
  { status, headers }: { readonly status: number; readonly headers: ResponseHeaders },
  nowMs: number,
): ResponseClass {
  if (status >= 200 && status < 300) return { kind: 'usable' }
  if (status === 304) return { kind: 'not_modified' }
  if (GONE.has(status)) return { kind: 'gone', permanent: status === 410 }
  if (FORBIDDEN.has(status)) return { kind: 'forbidden' }
  const askedMs = parseRetryAfter(headers.get('retry-after') ?? '', nowMs)
  if (status === 429) return rateLimit('host', askedMs)
  if (status === 503 && askedMs !== null) return rateLimit('url', askedMs)
  return { kind: status >= 500 ? 'server_error' : 'client_error' }
}

/** Validators fit to be sent back; what is not printable would break the next request, so it is left out. */
export function cleanValidators(headers: ResponseHeaders): Validators {
  const etag = (headers.get('etag') ?? '').trim()
  const lastModified = (headers.get('last-modified') ?? '').trim()
  return {
    etag: /^[\x21-\x7e\x80-\xff]{1,512}$/.test(etag) ? etag : null,
    lastModified: parseHttpDate(lastModified) === null ? null : lastModified,
  }
}

/**
 * Seconds a response stays fresh by `Cache-Control: max-age`, else by `Expires`, less its age (RFC 9111, section 4.2); 0
 * when it says nothing.
 */
export function freshSeconds(headers: ResponseHeaders, nowMs: number): number {
  const control = (headers.get('cache-control') ?? '').toLowerCase().slice(0, 1_000)
  if (/\bno-(?:cache|store)\b/.test(control)) return 0
  const maxAge = /(?:^|[\s,])max-age\s?=\s?"?(\d{1,9})/.exec(control)?.[1]
  if (maxAge === undefined) return secondsToExpiry(headers, nowMs)
  const age = /^\d{1,9}$/.exec((headers.get('age') ?? '').trim())?.[0]
  return Math.max(0, Number(maxAge) - Number(age ?? 0))
}

/** Counted on the clock of the server where it shows it, or a wrong one would be taken for a promise. */
function secondsToExpiry(headers: ResponseHeaders, nowMs: number): number {
  const expiresMs = parseHttpDate(headers.get('expires') ?? '')
  const sentMs = parseHttpDate(headers.get('date') ?? '') ?? nowMs
  return expiresMs === null ? 0 : Math.max(0, Math.round((expiresMs - sentMs) / 1_000))
}
