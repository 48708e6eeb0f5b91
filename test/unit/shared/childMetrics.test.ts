import { expect, test } from 'vitest'
import { createChildMetrics, summed } from '../../../src/shared/childMetrics.ts'
import { createMetrics, type Metrics } from '../../../src/shared/metrics.ts'

const answerOf = ({ registry }: Metrics) => registry.getMetricsAsJSON()

/** A process that has counted so many polls. */
function aProcess(polls: number): Metrics {
  const metrics = createMetrics('producers')
  metrics.feedPolls.inc({ result: 'ok' }, polls)
  metrics.feedPollLag.observe(2)
  return metrics
}

async function textOf(child: ReturnType<typeof createChildMetrics>): Promise<string> {
  return summed(await child.lists()).metrics()
}

const polls = (text: string) => /^wirefold_feed_polls_total\{.*\} (\d+)$/m.exec(text)?.[1]
const lags = (text: string) => /^wirefold_feed_poll_lag_seconds_count (\d+)$/m.exec(text)?.[1]

test('what a dead process has counted stays counted when the next one counts from 0', async () => {
  const child = createChildMetrics()
  for (const count of [5, 7, 1]) {
    child.heard(await answerOf(aProcess(count)))
    child.ended()
  }
  expect(polls(await textOf(child))).toBe('13')
  child.heard(await answerOf(aProcess(2)))
  const text = await textOf(child)
  expect(polls(text)).toBe('15')
  expect(lags(text)).toBe('4')
})

test('a process that gives no answer in time is shown as it was', async () => {
  const child = createChildMetrics()
  child.heard(await answerOf(aProcess(5)))
  expect(polls(await textOf(child))).toBe('5')
  expect(polls(await textOf(child))).toBe('5')
})

test('the gauges of a dead process are forgotten', async () => {
  const child = createChildMetrics()
  const metrics = aProcess(1)
  metrics.openStories.set(40)
  child.heard(await answerOf(metrics))
  expect(await textOf(child)).toContain('wirefold_open_stories 40')
  child.ended()
  expect(await textOf(child)).not.toContain('wirefold_open_stories 40')
})
