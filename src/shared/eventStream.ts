import type { Redis } from 'ioredis'
import { pause, unlessStopped } from './lifecycle.ts'

/** One entry of the output stream: its stream id and the flat attributes. */
export interface StreamEvent {
  readonly streamId: string
  readonly fields: Readonly<Record<string, string>>
}

const batch = 500
const blockMs = 1_000
/** For those who show events and need not see each as it comes: a read for every event costs 0.3 ms of CPU, a tenth as much in batches. */
export const showingPauseMs = 100

type Entry = readonly [id: string, flat: readonly string[]]
/** An entry that a consumer group hands out; without fields when it has been trimmed. */
export type GroupEntry = readonly [id: string, flat: readonly string[] | null]

/** From where to where events are followed. */
interface Following {
  /** `0` = from the start, `$` = from now. */
  readonly afterId: string
  readonly signal: AbortSignal
  /** Between two reads, ms, so that one brings many events; none if left out. */
  readonly pauseMs?: number
}

/** Events after `afterId`, as they come, until the signal is given. */
export async function* followEvents(
  redis: Redis,
  key: string,
  { afterId, signal, pauseMs = 0 }: Following,
): AsyncGenerator<StreamEvent> {
  // XREAD blocks its connection: it gets one of its own
  const reader = redis.duplicate()
  reader.on('error', () => {})
  let last = afterId === '$' ? await lastId(redis, key) : afterId
  try {
    while (!signal.aborted) {
      // while Redis is away the read stays pending: the signal must not wait for it
      const read = reader.xread('COUNT', batch, 'BLOCK', blockMs, 'STREAMS', key, last)
      const answer = await unlessStopped(read, signal)
      for (const entry of entriesOf(answer) as Entry[]) {
        last = entry[0]
        yield streamEventOf(entry)
      }
      if (pauseMs > 0) await pause(pauseMs, signal)
    }
  } finally {
    reader.disconnect()
  }
}

/** All events after `afterId` that are in the stream now; `-` = from the start. */
export async function* readEvents(
  redis: Redis,
  key: string,
  afterId = '-',
): AsyncGenerator<StreamEvent> {
  yield* readEventsFrom(redis, key, afterId === '-' ? '-' : `(${afterId}`)
}

async function* readEventsFrom(
  redis: Redis,
  key: string,
  start: string,
): AsyncGenerator<StreamEvent> {
  let from = start
  for (;;) {
    const entries = (await redis.xrange(key, from, '+', 'COUNT', batch)) as Entry[]
    yield* entries.map(streamEventOf)
    const last = entries.at(-1)
    if (!last || entries.length < batch) return
    from = `(${last[0]}`
  }
}

/** The newest events, at most `count`, oldest of them first. Read twice, so that no more than a batch of them is held. */
export async function* newestEvents(
  redis: Redis,
  key: string,
  count: number,
): AsyncGenerator<StreamEvent> {
  let first = '+'
  for (let left = count; left > 0; left -= batch) {
    const before = first === '+' ? first : `(${first}`
    const ids = (await redis.xrevrange(key, before, '-', 'COUNT', Math.min(left, batch))) as Entry[]
    first = ids.at(-1)?.[0] ?? first
    if (ids.length < batch) break
  }
  if (first !== '+') yield* readEventsFrom(redis, key, first)
}

/** Id of the newest entry, `0` when there is none. */
export async function lastId(redis: Redis, key: string): Promise<string> {
  const entries = (await redis.xrevrange(key, '+', '-', 'COUNT', 1)) as Entry[]
  return entries[0]?.[0] ?? '0'
}

/** The entries of the one stream asked for: XREAD answers a list of pairs or a map, as the protocol version goes. */
export function entriesOf(answer: unknown): readonly GroupEntry[] {
  if (!answer) return []
  const streams = Array.isArray(answer) ? answer.map((pair) => pair[1]) : Object.values(answer)
  return streams.flat() as GroupEntry[]
}

/** An entry as one line of JSON, `data` as the object it is; what is no JSON stays a text. */
export function eventJson({ fields }: Pick<StreamEvent, 'fields'>): string {
  const { data = 'null', ...flat } = fields
  return `${JSON.stringify(flat).slice(0, -1)},"data":${isJson(data) ? data : JSON.stringify(data)}}`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** An entry of the stream with its fields by name. */
export function streamEventOf([streamId, flat]: Entry): StreamEvent {
  const fields: Record<string, string> = {}
  for (let at = 0; at + 1 < flat.length; at += 2) fields[flat[at] ?? ''] = flat[at + 1] ?? ''
  return { streamId, fields }
}
