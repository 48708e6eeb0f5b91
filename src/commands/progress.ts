import { SingleBar } from 'cli-progress'

/** Is told how many of how many steps are done. */
export type Told = (done: number, total: number) => void

/** Does long work under a bar on standard error; without one where that is no terminal. */
export async function withProgress<T>(what: string, work: (tell: Told) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work(() => {})
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${what} {bar} {percentage} % · {value}/{total} · {eta} s left`,
    barCompleteChar: '━',
    barIncompleteChar: '─',
    hideCursor: true,
  })
  try {
    return await work((done, total) => {
      if (bar.isActive) bar.update(done)
      else bar.start(total, done)
    })
  } finally {
    bar.stop()
  }
}
