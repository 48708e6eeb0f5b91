import { readFileSync } from 'node:fs'
import type { Redis } from 'ioredis'

/** Memory at one moment. */
export interface Sample {
  /** Articles that had their outcome. */
  readonly articles: number
  /** Resident bytes by role. */
  readonly processes: Readonly<Record<string, number>>
  readonly redisBytes: number
}

/** Reads the memory of a process tree (Linux) and of Redis. */
export async function sampleMemory(root: number, redis: Redis, articles: number): Promise<Sample> {
  const info = await redis.info('memory')
  return {
    articles,
    processes: Object.fromEntries(processesOf(root).map(({ role, bytes }) => [role, bytes])),
    redisBytes: Number(/^used_memory:(\d+)/m.exec(info)?.[1] ?? 0),
  }
}

function processesOf(pid: number): readonly { role: string; bytes: number }[] {
  try {
    const read = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8')
    const bytes = Number(/VmRSS:\s+(\d+)/.exec(read('status'))?.[1] ?? 0) * 1_024
    const role = /\0role\0(\w+)/.exec(read('cmdline'))?.[1] ?? 'supervisor'
    const children = read(`task/${pid}/children`).split(' ').filter(Boolean).map(Number)
    return [{ role, bytes }, ...children.flatMap(processesOf)]
  } catch {
    return []
  }
}

/** What became of the memory of a run. */
export interface Growth {
  /** By role: the most, and how much the last quarter has over the second, in percent. */
  readonly processes: Readonly<Record<string, { mostMb: number; growthPercent: number }>>
  /** Bytes Redis keeps of an article, in the second and in the last quarter, and the growth in percent. */
  readonly redis: { readonly early: number; readonly late: number; readonly growthPercent: number }
}

/** Judges samples in their order; the first quarter is warm-up. */
export function growthOf(samples: readonly Sample[]): Growth {
  const quarter = (number: number) =>
    samples.slice((samples.length * number) / 4, (samples.length * (number + 1)) / 4)
  const roles = [...new Set(samples.flatMap(({ processes }) => Object.keys(processes)))]
  const processes = roles.map((role) => {
    const bytes = (of: readonly Sample[]) => of.map((sample) => sample.processes[role] ?? 0)
    return [
      role,
      {
        mostMb: Math.round(Math.max(...bytes(samples)) / 1_048_576),
        growthPercent: percentOver(median(bytes(quarter(3))), median(bytes(quarter(1)))),
      },
    ] as const
  })
  const [early, late] = [bytesAnArticle(quarter(1)), bytesAnArticle(quarter(3))]
  return {
    processes: Object.fromEntries(processes),
    redis: { early, late, growthPercent: percentOver(late, early) },
  }
}

function bytesAnArticle(samples: readonly Sample[]): number {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || last.articles === first.articles) return 0
  return Math.round((last.redisBytes - first.redisBytes) / (last.articles - first.articles))
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

function percentOver(late: number, early: number): number {
  return early > 0 ? Math.round((late / early - 1) * 1_000) / 10 : 0
}
