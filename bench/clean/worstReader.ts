import { parentPort, workerData } from 'node:worker_threads'
import { articleIn, markupOf } from './quality.ts'
import { worstPages } from './worstPages.ts'

/** The thread that reads one worst page, named by its data, and tells the CPU time of both readings. */
const url = 'https://news.example/a'
const bytes = Buffer.from(worstPages.find((page) => page.name === workerData)?.make() ?? '')

function timeReading(): number {
  const start = process.threadCpuUsage()
  articleIn(markupOf({ bytes, url }), url)
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1_000
}

const coldMs = timeReading()
parentPort?.postMessage({ coldMs, warmMs: timeReading() })
