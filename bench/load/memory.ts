import { readFileSync } from 'node:fs'
import type { Context } from '../../src/shared/context.ts'
import { parseInfo } from '../../src/shared/redis.ts'
import { mostStories } from '../../src/web/storyIndex.ts'

/** Memory at one moment. */
export interface Sample {
  /** Since the first article was sent. */
  readonly seconds: number
  /** Articles that had their outcome. */
  readonly articles: number
  readonly liveClusters: number
  /** Stories the page lists: the web role holds so many. */
  readonly listedStories: number
  /** Resident bytes by role; further processes of a role are told apart by a number. */
  readonly processes: Readonly<Record<string, number>>
  readonly redisBytes: number
}

/** Reads the memory of a process tree (Linux) and of Redis. */
export async function sampleMemory(
  { redis, keys }: Pick<Context, 'redis' | 'keys'>,
  { root, ...moment }: Pick<Sample, 'seconds' | 'articles'> & { readonly root: number },
): Promise<Sample> {
  return {
    ...moment,
    liveClusters: await redis.hlen(keys.clusters),
    listedStories: Math.min(mostStories, await redis.zcard(keys.stories)),
    processes: named(processesOf(root)),
    redisBytes: Number(parseInfo(await redis.info('memory')).get('used_memory') ?? 0),
  }
}

interface Process {
  readonly role: string
  readonly bytes: number
}

function named(processes: readonly Process[]): Readonly<Record<string, number>> {
  const byRole = Map.groupBy(processes, ({ role }) => role)
  return Object.fromEntries(
    [...byRole].flatMap(([role, own]) =>
      own.map(({ bytes }, at) => [at === 0 ? role : `${role}-${at + 1}`, bytes] as const),
    ),
  )
}

function processesOf(pid: number): readonly Process[] {
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
  /** Resident bytes of the assigner a live cluster: it holds them all. */
  readonly assignerACluster: Change
  /** Resident bytes of the web role a story listed. */
  readonly webAStory: Change
  /** Bytes Redis keeps of an article more. */
  readonly redisAnArticle: Change
}

/** In the second and in the last quarter, and how much more that is in percent. */
interface Change {
  readonly early: number
  readonly late: number
  readonly growthPercent: number
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
  const change = (measure: (of: readonly Sample[]) => number): Change => {
    const [early, late] = [measure(quarter(1)), measure(quarter(3))]
    return { early, late, growthPercent: percentOver(late, early) }
  }
  return {
    processes: Object.fromEntries(processes),
    assignerACluster: change(bytesOfEach('assigner', 'liveClusters')),
    webAStory: change(bytesOfEach('web', 'listedStories')),
    redisAnArticle: change(bytesAnArticle),
  }
}

/** Resident bytes of a process for each of what it holds. */
function bytesOfEach(role: string, held: 'liveClusters' | 'listedStories') {
  return (samples: readonly Sample[]): number =>
    Math.round(
      median(samples.map((sample) => (sample.processes[role] ?? 0) / Math.max(1, sample[held]))),
    )
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
