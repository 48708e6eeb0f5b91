import { Counter, Histogram } from 'prom-client'
import { createMetrics, metricPrefix } from '../../src/shared/metrics.ts'

/** Calls that a run made: so many of one metric with the same labels. */
interface Calls {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly count: number
  /** What an observation was on average. */
  readonly value: number
}

/**
 * CPU, ms, of every call that led to these metrics: what the text counts is counted again, call by call, in a registry of
 * its own. The clock that a timed step reads twice is read too.
 */
export function metricsCpuMs(text: string): number {
  const { registry } = createMetrics('bench')
  const calls = callsOf(text)
  repeat(registry, calls)
  registry.resetMetrics()
  const started = process.cpuUsage()
  repeat(registry, calls)
  const used = process.cpuUsage(started)
  return (used.user + used.system) / 1_000
}

function repeat(
  registry: ReturnType<typeof createMetrics>['registry'],
  calls: readonly Calls[],
): void {
  for (const { name, labels, count, value } of calls) {
    const metric: unknown = registry.getSingleMetric(name)
    for (let call = 0; call < count; call += 1) {
      if (metric instanceof Counter) metric.inc({ ...labels })
      if (!(metric instanceof Histogram)) continue
      const began = performance.now()
      metric.observe({ ...labels }, value + (performance.now() - began))
    }
  }
}

function callsOf(text: string): readonly Calls[] {
  const samples = new Map<string, number>()
  for (const [, series, value] of text.matchAll(/^(\w+(?:\{.*\})?) (\S+)$/gm))
    samples.set(series ?? '', Number(value))
  return [...samples].flatMap(([series, total]) => {
    const [, name = '', inner = ''] = /^(\w+)(?:\{(.*)\})?$/.exec(series) ?? []
    if (!name.startsWith(metricPrefix)) return []
    const labels = labelsOf(inner)
    if (name.endsWith('_count')) {
      const sum = samples.get(series.replace('_count', '_sum')) ?? 0
      return [{ name: name.replace(/_count$/, ''), labels, count: total, value: sum / total || 0 }]
    }
    // bytes are added with one call a body, as the durations of the same fetches are
    const isCalls = name.endsWith('_total') && !name.endsWith('_bytes_total')
    return isCalls ? [{ name, labels, count: total, value: 0 }] : []
  })
}

const labelsOf = (inner: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...inner.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
