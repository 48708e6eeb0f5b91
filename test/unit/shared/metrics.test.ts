import { expect, test } from 'vitest'
import { createMetrics, languageGroupLabel, metricPrefix } from '../../../src/shared/metrics.ts'

async function ownMetrics() {
  const all = await createMetrics().registry.getMetricsAsJSON()
  return all.filter(({ name }) => name.startsWith(metricPrefix))
}

test('counters end in _total and nothing else does', async () => {
  for (const { name, type } of await ownMetrics()) {
    expect(name.endsWith('_total'), name).toBe(String(type) === 'counter')
  }
})

test('every metric says what it measures', async () => {
  const own = await ownMetrics()
  expect(own.length).toBeGreaterThan(20)
  for (const { help } of own) expect(help).toMatch(/^[A-Z].*\.$/)
})

test('no metric of Node claims to be a counter when it is none', async () => {
  const all = await createMetrics().registry.getMetricsAsJSON()
  const misnamed = all.filter(
    ({ name, type }) => name.endsWith('_total') && String(type) !== 'counter',
  )
  expect(misnamed.map(({ name }) => name)).toEqual([])
})

test('a language has a label from a closed list', () => {
  expect(languageGroupLabel('de')).toBe('de')
  expect(languageGroupLabel('bcms')).toBe('bcms')
  expect(languageGroupLabel('und')).toBe('und')
  expect(languageGroupLabel('tlh')).toBe('other')
  expect(languageGroupLabel('<script>')).toBe('other')
})

test('every process has a registry of its own', async () => {
  const [one, other] = [createMetrics(), createMetrics()]
  one.feedPolls.inc({ result: 'ok' })
  expect((await other.feedPolls.get()).values).toEqual([])
})

test('a gauge that a process does not measure is absent, not 0', async () => {
  const text = await createMetrics().registry.metrics()
  expect(text).not.toMatch(/^wirefold_(open_stories|stream_length|redis_up) /m)
})

test('Node’s own metrics tell the processes of a tree apart', async () => {
  const text = await createMetrics('reader').registry.metrics()
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds\{role="reader"\}/m)
  expect(text).toMatch(/^wirefold_build_info\{version="\d+\.\d+\.\d+",node="\d+\..+"\} 1$/m)
})
