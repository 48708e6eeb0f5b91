import { unlessStopped } from '../shared/lifecycle.ts'

/** How far a reader of the event stream has come, and others may wait for. */
export interface StreamPlace {
  /** Id of the last entry read. */
  readonly id: string
  moveTo(streamId: string): void
  /** Resolves when the entry has been read, or the signal is given. */
  passed(streamId: string, signal: AbortSignal): Promise<void>
}

/** A place that begins behind the entry with this id. */
export function createStreamPlace(startId: string): StreamPlace {
  let id = startId
  let waiting: (() => void)[] = []
  return {
    get id() {
      return id
    },
    moveTo(streamId) {
      id = streamId
      const woken = waiting
      waiting = []
      for (const wake of woken) wake()
    },
    async passed(streamId, signal) {
      while (!signal.aborted && isAfter(streamId, id)) {
        await unlessStopped(new Promise<void>((resolve) => waiting.push(resolve)), signal)
      }
    },
  }
}

/** Ids of a stream are two numbers: milliseconds, and a count within them. */
function isAfter(left: string, right: string): boolean {
  const [leftMs = 0, leftCount = 0] = left.split('-').map(Number)
  const [rightMs = 0, rightCount = 0] = right.split('-').map(Number)
  return leftMs > rightMs || (leftMs === rightMs && leftCount > rightCount)
}
