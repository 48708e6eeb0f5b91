import type { PanelSpec } from './panel.ts'

/** Rate of a counter, summed over all processes, by the given labels. */
export function rate(metric: string, ...labels: readonly string[]): string {
  return `sum${byLabels(labels)} (rate(${metric}[$__rate_interval]))`
}

/** Quantile of a histogram over all processes, by the given labels. */
export function quantile(q: number, histogram: string, ...labels: readonly string[]): string {
  const buckets = `rate(${histogram}_bucket[$__rate_interval])`
  return `histogram_quantile(${q}, sum${byLabels(['le', ...labels])} (${buckets}))`
}

/** The three lines of a latency graph. */
export function latencies(histogram: string): PanelSpec['queries'] {
  return [
    [quantile(0.5, histogram), 'median'],
    [quantile(0.95, histogram), '95 %'],
    [quantile(0.99, histogram), '99 %'],
  ]
}

function byLabels(labels: readonly string[]): string {
  return labels.length > 0 ? ` by (${labels.join(', ')})` : ''
}
