/** How far a reader of the event stream has come, and others may wait for. */
export interface StreamPlace {
  /** Id of the last entry read. */
  readonly id: string
  moveTo(streamId: string): void
  /** Resolves when the entry has been read, the signal is given, or the reader has stood still for too long. */
  passed(streamId: string, signal: AbortSignal): Promise<void>
}

/** A reader whose connection hangs must not hold up the others: after so long without an entry nobody waits for it. */
const longestWaitMs = 2_000

/** A place that begins behind the entry with this id. */
export function createStreamPlace(startId: string): StreamPlace {
  let id = startId
  let isStuck = false
  const waiting = new Set<() => void>()

  const moved = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        waiting.delete(end)
        resolve()
      }
      const timer = setTimeout(() => {
        isStuck = true
        end()
      }, longestWaitMs)
      signal.addEventListener('abort', end)
      waiting.add(end)
    })

  return {
    get id() {
      return id
    },
    moveTo(streamId) {
      id = streamId
      isStuck = false
      for (const end of [...waiting]) end()
    },
    async passed(streamId, signal) {
      while (!signal.aborted && !isStuck && isAfter(streamId, id)) await moved(signal)
    },
  }
}

/** Ids of a stream are two numbers: milliseconds, and a count within them. */
function isAfter(left: string, right: string): boolean {
  const [leftMs = 0, leftCount = 0] = left.split('-').map(Number)
  const [rightMs = 0, rightCount = 0] = right.split('-').map(Number)
  return leftMs > rightMs || (leftMs === rightMs && leftCount > rightCount)
}
