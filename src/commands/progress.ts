import { SingleBar } from 'cli-progress'

/** A bar on standard error; nothing where that is no terminal. */
export interface Progress {
  readonly add: (steps: number) => void
  readonly end: () => void
}

/** Shows how far a long command has come. */
export function showProgress(what: string, total: number): Progress {
  if (!process.stderr.isTTY) return { add: () => {}, end: () => {} }
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${what} {bar} {percentage} % · {value}/{total} · {eta} s left`,
    barCompleteChar: '━',
    barIncompleteChar: '─',
    hideCursor: true,
  })
  bar.start(total, 0)
  return { add: (steps) => bar.increment(steps), end: () => bar.stop() }
}
