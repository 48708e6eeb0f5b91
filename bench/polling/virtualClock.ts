/** Time of a run: it stands still while work is under way, and jumps from event to event when all of it waits. */
export interface VirtualClock {
  /** Epoch milliseconds. */
  now(): number
  /** For work: resolves when the clock has moved on by at least so much. */
  sleep(milliseconds: number): Promise<void>
  /** Counts work as under way until it ends. */
  run(work: Promise<unknown>): void
  /** Resolves when no work is under way: all of it has ended or sleeps. */
  quiet(): Promise<void>
  /** Moves on to a time, or to the first sleeper's before it, and wakes who is due. */
  advance(untilMs: number): void
}

interface Sleeper {
  readonly atMs: number
  readonly wake: () => void
}

/** Starts a clock. Sleepers wake at whole seconds, so that all work happens on one grid of times. */
export function createVirtualClock(startMs: number): VirtualClock {
  let nowMs = startMs
  let underWay = 0
  let sleepers: readonly Sleeper[] = []
  let tellQuiet: () => void = () => {}
  const ended = () => {
    underWay -= 1
    if (underWay === 0) tellQuiet()
  }
  return {
    now: () => nowMs,
    sleep(milliseconds) {
      const atMs = Math.ceil((nowMs + milliseconds) / 1_000) * 1_000
      const slept = new Promise<void>((wake) => {
        sleepers = [...sleepers, { atMs, wake }]
      })
      ended()
      return slept
    },
    run(work) {
      underWay += 1
      void work.finally(ended)
    },
    quiet() {
      if (underWay === 0) return Promise.resolve()
      return new Promise((resolve) => {
        tellQuiet = resolve
      })
    },
    advance(untilMs) {
      nowMs = Math.max(nowMs, Math.min(untilMs, ...sleepers.map(({ atMs }) => atMs)))
      const due = sleepers.filter(({ atMs }) => atMs <= nowMs)
      sleepers = sleepers.filter(({ atMs }) => atMs > nowMs)
      underWay += due.length
      for (const { wake } of due) wake()
    },
  }
}
