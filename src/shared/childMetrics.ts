import { AggregatorRegistry, type MetricObject, type Registry } from 'prom-client'

/** Metrics of one child process through all its lives. */
export interface ChildMetrics {
  /** The newest answer. It stands in for the next while the process is too busy to give one. */
  heard(metrics: MetricObject[]): void
  /** The process is gone: what it has counted stays counted, or counters would drop. Its gauges are forgotten. */
  ended(): void
  lists(): Promise<readonly MetricObject[][]>
}

/** Remembers nothing yet. */
export function createChildMetrics(): ChildMetrics {
  let newest: MetricObject[] = []
  let past: Promise<MetricObject[]> = Promise.resolve([])
  return {
    heard(metrics) {
      newest = metrics
    },
    ended() {
      const counted = newest.filter(({ type }) => ['counter', 'histogram'].includes(String(type)))
      newest = []
      past = past.then((before) => summed([before, counted]).getMetricsAsJSON())
    },
    lists: async () => [await past, newest],
  }
}

/** One registry with the sum of all lists; of gauges it has what their aggregator says. */
export function summed(lists: readonly MetricObject[][]): Registry {
  return AggregatorRegistry.aggregate(lists.filter((list) => list.length > 0))
}
