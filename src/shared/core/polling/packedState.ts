import {
  type FeedState,
  type IntervalReason,
  newFeedState,
  type ValidatorTrust,
} from './feedState.ts'
import { TIME_GRID_MS } from './rhythm.ts'

/** In the order of their numbers in stored states: add at the end only. */
const REASONS: readonly IntervalReason[] = [
  'first_poll',
  'rhythm',
  'unknown_rhythm',
  'shortest',
  'longest',
  'publisher_hint',
  'skip_times',
  'overflow',
  'pushed',
  'backoff',
  'retry_after',
  'gone',
]
const TRUSTS: readonly ValidatorTrust[] = ['unproven', 'proven', 'lying']

/** What most feeds have nothing of. */
const RARE = [
  'movedTo',
  'pendingMove',
  'failure',
  'lastError',
  'reported',
  'goneSinceMs',
] as const satisfies readonly (keyof FeedState)[]

/** Left out of addresses that have it. */
const USUAL_SCHEME = /^https:\/\/(?!https?:)/

const DEFAULTS = newFeedState('', 0)

const number = (value: number) => (value === 0 ? '' : Math.round(value).toString(36))
const optional = (ms: number | null) => (ms === null ? '-' : number(ms / 1_000))
const numberOf = (text = '') => (text === '' ? 0 : Number.parseInt(text, 36))
const optionalOf = (text = '') => (text === '-' ? null : numberOf(text) * 1_000)

/** The newest time, then the gaps to the older ones; in steps of the grid. */
function packTimes(times: readonly number[]): string {
  const steps = times.map((ms) => Math.round(ms / TIME_GRID_MS))
  // the first is written even when it is 0: nothing at all stands for no times
  const [newest, ...older] = steps
  if (newest === undefined) return ''
  return [newest.toString(36), ...older.map((step, at) => number((steps[at] ?? 0) - step))].join(
    ',',
  )
}

function unpackTimes(text = ''): number[] {
  if (text === '') return []
  let step = 0
  return text.split(',').map((part, at) => {
    step = at === 0 ? numberOf(part) : step - numberOf(part)
    return step * TIME_GRID_MS
  })
}

/** A date in the one form HTTP servers write takes six characters; any other stays as it is. */
function packDate(date: string | null): string {
  if (date === null) return ''
  const ms = Date.parse(date)
  return ms > 0 && new Date(ms).toUTCString() === date ? number(ms / 1_000) : `"${date}`
}

function unpackDate(text = ''): string | null {
  if (text === '') return null
  return text.startsWith('"') ? text.slice(1) : new Date(numberOf(text) * 1_000).toUTCString()
}

/**
 * A feed's state as a line of text, about half of its JSON: of 100,000 feeds every byte counts. Times are kept to the second
 * (of entries to ten), and the time of the next poll not at all: it is where the polls are planned.
 */
export function packState(state: FeedState): string {
  const { hints, lastSuccessMs, lastFullMs, lastChangeMs, lastReadMs } = state
  const age = (ms: number | null) => optional(ms === null ? null : (lastSuccessMs ?? 0) - ms)
  const ages = [lastFullMs, lastChangeMs, lastReadMs].map(age)
  const numbers = [
    number(state.intervalSeconds),
    number(REASONS.indexOf(state.reason)),
    number(TRUSTS.indexOf(state.trust)),
    number(state.failures),
    number(hints.ttlSeconds),
    optional(lastSuccessMs),
    // mostly one and the same
    ...ages.map((text, at) => (at > 0 && text === ages[at - 1] ? '=' : text)),
    number(state.shownEntries),
  ]
  const isUsual = (name: (typeof RARE)[number]) =>
    JSON.stringify(state[name]) === JSON.stringify(DEFAULTS[name])
  const rare = Object.fromEntries(
    RARE.filter((name) => !isUsual(name)).map((name) => [name, state[name]]),
  )
  const skipped = hints.skipHours.length + hints.skipDays.length > 0 ? { hints } : {}
  const extra = { ...rare, ...skipped }
  return [
    state.url.replace(USUAL_SCHEME, ''),
    state.etag ?? '',
    packDate(state.lastModified),
    state.bodyHash ?? '',
    packTimes(state.entryTimesMs),
    numbers.join(','),
    ...(Object.keys(extra).length > 0 ? [JSON.stringify(extra)] : []),
  ].join('\n')
}

/** The state of a packed line; `nextPollAtMs` from where the polls are planned. */
export function unpackState(packed: string, nextPollAtMs: number): FeedState {
  const [url = '', etag = '', modified, bodyHash, times, numbers = '', extra] = packed.split('\n')
  const parts = numbers.split(',')
  const [interval, reason, trust, failures, ttl] = parts
  const moments = parts.slice(5, 9)
  const unfolded = moments.map((text, at) =>
    text === '=' ? moments.slice(0, at).findLast((before) => before !== '=') : text,
  )
  const [lastSuccessMs = null, ...ages] = unfolded.map(optionalOf)
  const [lastFullMs = null, lastChangeMs = null, lastReadMs = null] = ages.map((age) =>
    age === null ? null : (lastSuccessMs ?? 0) - age,
  )
  return {
    ...newFeedState(/^https?:/.test(url) ? url : `https://${url}`, nextPollAtMs),
    etag: etag || null,
    lastModified: unpackDate(modified),
    bodyHash: bodyHash || null,
    entryTimesMs: unpackTimes(times),
    shownEntries: numberOf(parts[9]),
    intervalSeconds: numberOf(interval),
    reason: REASONS[numberOf(reason)] ?? 'rhythm',
    trust: TRUSTS[numberOf(trust)] ?? 'unproven',
    failures: numberOf(failures),
    hints: { ttlSeconds: numberOf(ttl), skipHours: [], skipDays: [] },
    ...{ lastSuccessMs, lastFullMs, lastChangeMs, lastReadMs },
    ...(extra ? (JSON.parse(extra) as Partial<FeedState>) : {}),
  }
}
