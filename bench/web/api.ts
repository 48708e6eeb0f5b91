import type { Context } from '../../src/shared/context.ts'
import { startEvents } from './store.ts'

const requests = 600
/** What lists are asked for; the compiler of the server is warm after the first of each. */
const queries = [
  '',
  '?language=de',
  '?text=harbour',
  '?source=daily-7.example',
  '?minSize=2&limit=100',
]

/** 95th percentile of story lists, ms, one request after the other while events come. */
export async function measureApi(context: Context, base: string, eventsPerSecond: number) {
  const events = startEvents(context, eventsPerSecond)
  const times: number[] = []
  try {
    for (let number = 0; number < requests; number += 1) {
      const startedMs = performance.now()
      const answer = await fetch(`${base}/api/stories${queries[number % queries.length]}`)
      await answer.json()
      if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`)
      if (number >= queries.length) times.push(performance.now() - startedMs)
    }
  } finally {
    await events.close()
  }
  const sorted = times.toSorted((left, right) => left - right)
  return { apiP95Ms: Math.round((sorted[Math.floor(sorted.length * 0.95)] ?? 0) * 10) / 10 }
}
