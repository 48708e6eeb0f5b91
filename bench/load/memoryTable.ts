import { table } from '../../src/commands/terminal.ts'
import type { Sample } from './memory.ts'

/** So many rows tell how it went. */
const mostRows = 16

/** Memory over time as a table: a row a moment, evenly spaced, the last one among them; MB. */
export function memoryTable(samples: readonly Sample[]): string {
  const step = Math.max(1, (samples.length - 1) / (mostRows - 1))
  const moments = Array.from({ length: Math.min(mostRows, samples.length) }, (_, at) => at * step)
  const shown = moments.flatMap((at) => samples[Math.round(at)] ?? [])
  const names = [...new Set(samples.flatMap(({ processes }) => Object.keys(processes)))]
  const head = ['seconds', 'articles', 'clusters', ...names, 'Redis']
  return table([head, ...shown.map((sample) => rowOf(sample, names))])
}

function rowOf(sample: Sample, names: readonly string[]): readonly string[] {
  const { seconds, articles, liveClusters, processes, redisBytes } = sample
  const bytes = [...names.map((name) => processes[name] ?? 0), redisBytes]
  const megabytes = bytes.map((each) => Math.round(each / 1_048_576))
  return [seconds, articles, liveClusters, ...megabytes].map(String)
}
