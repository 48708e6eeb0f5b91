/** How far the pipeline is behind, and how full its store. */
export interface PressureReading {
  /** Memory used of the memory allowed, 0..1; 0 when there is no limit. */
  readonly memoryShare: number
  /** The same when all that waits has become articles; may be above 1. */
  readonly plannedShare: number
  /** Time the waiting jobs of all stages take at the present rate, s. */
  readonly workSeconds: number
  /** The same for fetched pages and read articles alone, s. */
  readonly readSeconds: number
}

/** A reading, and the memory it was made against, bytes; infinite without a limit. */
export interface Measured {
  readonly reading: PressureReading
  readonly limitBytes: number
}

/** Before anything was measured. */
export const nothingMeasured: Measured = {
  reading: { memoryShare: 0, plannedShare: 0, workSeconds: 0, readSeconds: 0 },
  limitBytes: Number.POSITIVE_INFINITY,
}

/** What is held back. */
export interface Brakes {
  /** No feed is polled. */
  readonly polling: boolean
  /** No page is fetched. */
  readonly fetching: boolean
}

export const noBrakes: Brakes = { polling: false, fetching: false }

/** Name of the level in force, the strictest one: a metric label. */
export type PressureLevel = 'none' | 'polling' | 'fetching'
export const pressureLevels: readonly PressureLevel[] = ['none', 'polling', 'fetching']

interface Line {
  readonly signal: keyof PressureReading
  /** The brake is put on from here … */
  readonly stop: number
  /** … and let go when all signals are below this. */
  readonly resume: number
}

/**
 * At its memory limit Redis refuses the very scripts that would drain the queues (measured: 0 of 5,000 jobs in 6 s), so
 * work is held back long before, and what waits counts with the room it will take: a waiting entry of 0.7 KB becomes an
 * article of 18. Pages are not fetched further ahead than they are read in five minutes: they are large,
 * and grow old.
 */
const lines: Readonly<Record<keyof Brakes, readonly Line[]>> = {
  polling: [
    { signal: 'plannedShare', stop: 0.7, resume: 0.6 },
    { signal: 'workSeconds', stop: 1_200, resume: 600 },
  ],
  fetching: [
    { signal: 'memoryShare', stop: 0.85, resume: 0.75 },
    { signal: 'readSeconds', stop: 300, resume: 150 },
  ],
}

/** Items that wait, by what they wait for. */
export interface WaitingItems {
  readonly toFetch: number
  /** For their turn at a host. */
  readonly delayed: number
  readonly toRead: number
  readonly toAssign: number
}

/**
 * What an item will yet take of Redis, bytes (measured, docs/capacity.md): 18 KB an article with all that belongs to it, of
 * which a read one has half; 20 KB its raw page for some minutes, which those at one host do not take together.
 */
const bytesAhead: Readonly<Record<keyof WaitingItems, number>> = {
  toFetch: 38_000,
  delayed: 18_000,
  toRead: 18_000,
  toAssign: 9_000,
}

/** Memory that what waits will take in addition, bytes. */
export function plannedBytes(waiting: WaitingItems): number {
  const kinds = Object.keys(bytesAhead) as (keyof WaitingItems)[]
  return kinds.reduce((sum, kind) => sum + waiting[kind] * bytesAhead[kind], 0)
}

/** The reading as it is once so many entries wait that it did not know of. */
export function withEntries({ reading, limitBytes }: Measured, entries: number): PressureReading {
  const plannedShare = reading.plannedShare + (entries * bytesAhead.toFetch) / limitBytes
  return { ...reading, plannedShare }
}

/** The brakes after a reading. Between the two lines they stay as they are. */
export function applyBrakes(before: Brakes, reading: PressureReading): Brakes {
  const isOn = (brake: keyof Brakes) => {
    const reaches = (at: 'stop' | 'resume') =>
      lines[brake].some((line) => reading[line.signal] >= line[at])
    return reaches(before[brake] ? 'resume' : 'stop')
  }
  return { polling: isOn('polling'), fetching: isOn('fetching') }
}

export function pressureLevel({ polling, fetching }: Brakes): PressureLevel {
  if (fetching) return 'fetching'
  return polling ? 'polling' : 'none'
}

/** Jobs done a second while jobs were waiting; null before anything was measured. */
export type WorkRate = number | null

/** Weight of the newest second in the rate. */
const freshShare = 0.05

/** The rate after an interval in which work was waiting all the time. */
export function observeRate(rate: WorkRate, done: number, seconds: number): WorkRate {
  if (seconds <= 0) return rate
  const now = done / seconds
  return rate === null ? now : rate + (now - rate) * Math.min(1, freshShare * seconds)
}

/** How long waiting jobs take; what cannot be told from a rate is told by the age of the oldest job. */
export function backlogSeconds(jobs: number, rate: WorkRate, oldestAgeSeconds: number): number {
  if (jobs === 0) return 0
  return rate === null || rate <= 0 ? oldestAgeSeconds : Math.max(jobs / rate, oldestAgeSeconds)
}
