/** Something that runs until it is closed. */
export interface Running {
  close(): Promise<void>
}

/** Resolves when the process is asked to end: one of the signals, or the parent that started it is gone. */
export function askedToStop(...signals: readonly NodeJS.Signals[]): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve(signal))
    process.once('disconnect', () => resolve('parent gone'))
    // it may have gone while this process was still loading
    if (process.send && !process.connected) resolve('parent gone')
  })
}

/** Runs `work` again and again, `pauseMs` apart, until closed. A failure is reported and the next turn tried. */
export function repeat(
  pauseMs: number,
  work: () => Promise<unknown>,
  report: (error: unknown) => void,
): Running {
  const closed = new AbortController()
  const loop = async () => {
    while (!closed.signal.aborted) {
      await work().catch(report)
      await pause(pauseMs, closed.signal)
    }
  }
  const ended = loop()
  return {
    async close() {
      closed.abort()
      await ended
    },
  }
}

/** Runs pieces of work one after the other, in the order of the calls. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
}

/** Waits, but not longer than until the signal is given. Never rejects. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, milliseconds)
    signal.addEventListener('abort', finish)
  })
}

/**
 * What `work` brings, or null as soon as the signal is given. Not a race against one promise of the signal: each race would
 * hang on to it, with all that its work brought, for as long as the process lives.
 */
export function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
