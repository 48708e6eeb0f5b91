import { Worker } from 'node:worker_threads'
import { worstPages } from './worstPages.ts'

/** What the worst pages inside the limits cost. */
export interface WorstScores {
  readonly pages: number
  /** Name and CPU milliseconds of the five dearest, each read first in a thread of its own: nothing is compiled yet. */
  readonly cold: Readonly<Record<string, number>>
  readonly coldMaxMs: number
  /** The same when the thread has read the page before. */
  readonly warmMaxMs: number
}

/** One page read twice in a new thread, CPU milliseconds of that thread. */
export interface WorstTimes {
  readonly coldMs: number
  readonly warmMs: number
}

const listed = 5

/** Reads every worst page cold and warm. */
export async function measureWorst(): Promise<WorstScores> {
  const times: (WorstTimes & { readonly name: string })[] = []
  for (const { name } of worstPages) times.push({ name, ...(await readInThread(name)) })
  const dearest = times.toSorted((a, b) => b.coldMs - a.coldMs).slice(0, listed)
  return {
    pages: times.length,
    cold: Object.fromEntries(dearest.map(({ name, coldMs }) => [name, coldMs])),
    coldMaxMs: Math.max(...times.map((time) => time.coldMs)),
    warmMaxMs: Math.max(...times.map((time) => time.warmMs)),
  }
}

function readInThread(name: string): Promise<WorstTimes> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worstReader.ts', import.meta.url), { workerData: name })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
