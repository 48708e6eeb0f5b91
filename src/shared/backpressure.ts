import type { Context } from './context.ts'
import {
  applyBrakes,
  type Brakes,
  backlogSeconds,
  type Measured,
  noBrakes,
  nothingMeasured,
  observeRate,
  type PressureReading,
  plannedBytes,
  pressureLevel,
  pressureLevels,
  type WaitingItems,
  type WorkRate,
  withEntries,
} from './core/polling/pressure.ts'
import { messageOf } from './errors.ts'
import { pause, type Running, repeat } from './lifecycle.ts'
import { parseInfo } from './redis.ts'
import type { RunningStage } from './runStage.ts'

const everyMs = 1_000

type Parts = Pick<Context, 'redis' | 'queues' | 'entries' | 'metrics' | 'log' | 'now'>

/** Holds producers back before Redis is full or the work of twenty minutes waits. */
export interface Backpressure extends Running {
  /** False while feeds must not be polled. */
  mayPoll(): boolean
  /** Counts entries a poll has just taken: a second is long enough to take more than there is room for. */
  took(entries: number): void
  /** Resolves as soon as feeds may be polled, or when the signal is given. */
  untilPollable(signal: AbortSignal): Promise<void>
}

/** Watches Redis and the queues once a second, and pauses `fetching` when need be. */
export function watchPressure(parts: Parts, fetching: RunningStage): Backpressure {
  let brakes = noBrakes
  let last = nothingMeasured
  let takenSince = 0
  const measure = createReader(parts)
  const mayPoll = () => !applyBrakes(brakes, withEntries(last, takenSince)).polling
  const look = async () => {
    const known = takenSince
    last = await measure()
    takenSince -= known
    const { reading } = last
    const next = applyBrakes(brakes, reading)
    if (next.fetching !== brakes.fetching) await fetching.hold(next.fetching)
    tell(parts, { before: brakes, next, reading })
    brakes = next
    for (const level of pressureLevels)
      parts.metrics.backpressure.set({ level }, level === pressureLevel(brakes) ? 1 : 0)
  }
  const looking = repeat(everyMs, look, (error) =>
    parts.log.debug(`backpressure: ${messageOf(error)}`),
  )
  return {
    mayPoll,
    took(entries) {
      takenSince += entries
    },
    async untilPollable(signal) {
      while (!mayPoll() && !signal.aborted) await pause(everyMs, signal)
    },
    close: () => looking.close(),
  }
}

interface Change {
  readonly before: Brakes
  readonly next: Brakes
  readonly reading: PressureReading
}

const names: Readonly<Record<keyof Brakes, string>> = {
  polling: 'polling of feeds',
  fetching: 'fetching of pages',
}

function tell({ log }: Parts, { before, next, reading }: Change): void {
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const memory = `Redis ${percent(reading.memoryShare)} full, ${percent(reading.plannedShare)} with what waits`
  const facts = `${memory}, ${Math.round(reading.workSeconds / 60)} min of work waiting`
  for (const brake of ['polling', 'fetching'] as const) {
    if (next[brake] === before[brake]) continue
    if (next[brake]) log.warn(`${names[brake]} paused until work is drained (${facts})`)
    else log.info(`${names[brake]} goes on (${facts})`)
  }
}

/** What the queues held at one moment. */
interface Backlog {
  readonly atMs: number
  /** Entries that have got their outcome. */
  readonly ended: number
  readonly waiting: number
}

// Jobs that wait for their turn at a host are delayed, not waiting: one slow host must not stop all others.
function createReader(parts: Parts): () => Promise<Measured> {
  let rate: WorkRate = null
  let last: Backlog | null = null
  return async () => {
    const memory = await readMemory(parts)
    const items = await countWaiting(parts)
    const read = items.toRead + items.toAssign
    // an interval, so not by the wall clock, which may jump
    const backlog = {
      atMs: performance.now(),
      ended: await countEnded(parts),
      waiting: items.toFetch + read,
    }
    if (last && last.waiting > 0 && backlog.waiting > 0)
      rate = observeRate(rate, backlog.ended - last.ended, (backlog.atMs - last.atMs) / 1_000)
    last = backlog
    const readAge = await oldestSeconds(parts, ['read', 'assign'])
    const reading = {
      memoryShare: memory.used / memory.limit,
      plannedShare: (memory.used + plannedBytes(items)) / memory.limit,
      workSeconds: backlogSeconds(backlog.waiting, rate, readAge),
      readSeconds: backlogSeconds(read, rate, readAge),
    }
    return { reading, limitBytes: memory.limit }
  }
}

/** Bytes; without a limit it is infinite. */
async function readMemory({ redis }: Parts): Promise<{ used: number; limit: number }> {
  const facts = parseInfo(await redis.info('memory'))
  const limit = Number(facts.get('maxmemory') ?? 0)
  return { used: Number(facts.get('used_memory') ?? 0), limit: limit || Number.POSITIVE_INFINITY }
}

async function countWaiting({ queues }: Parts): Promise<WaitingItems> {
  const [fetch, read, assign] = await Promise.all([
    queues.depth('fetch'),
    queues.depth('read'),
    queues.depth('assign'),
  ])
  return {
    toFetch: fetch.waiting,
    delayed: fetch.delayed,
    toRead: read.waiting,
    toAssign: assign.waiting,
  }
}

async function countEnded({ entries }: Parts): Promise<number> {
  const { outcomes } = await entries.ledger()
  return [...outcomes.values()].reduce((sum, count) => sum + count, 0)
}

async function oldestSeconds(
  { queues, now }: Parts,
  stages: readonly ('read' | 'assign')[],
): Promise<number> {
  const ages = await Promise.all(stages.map((stage) => queues.oldestAgeMs(stage, now())))
  return Math.max(...ages) / 1_000
}
