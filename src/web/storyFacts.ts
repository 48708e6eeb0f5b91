import type { Context } from '../shared/context.ts'
import { messageOf } from '../shared/errors.ts'
import { loadLineage } from '../shared/store/lineage.ts'
import type { StorySummary } from './api/replies.ts'
import type { ListedStory } from './storyIndex.ts'

type Parts = Pick<Context, 'redis' | 'keys' | 'log'>

const parts = 12
/** Articles whose times make the spark line. */
const mostTimes = 500
/** Counts of origins kept; a count is 100 bytes. */
const mostCounts = 20_000
/** Stories that wait to be counted: those looked at last come first, others are asked for again. */
const mostWaiting = 200

/**
 * What a list says of a story beyond its record: the growth from the times of its articles, and how many texts in it are
 * independent. That is counted in the background, one story at a time, since it compares the texts.
 */
export function createStoryFacts(context: Parts) {
  const counts = new Map<string, { readonly seq: number; readonly origins: number }>()
  const waiting = new Map<string, ListedStory>()
  let working = false

  const work = async () => {
    working = true
    for (let next = lastOf(waiting); next; next = lastOf(waiting)) {
      const { story, seq } = next
      waiting.delete(story.id)
      const { lineage } = await loadLineage(context, story.id)
      counts.delete(story.id)
      counts.set(story.id, { seq, origins: lineage.independentOrigins })
      forgetFirst(counts, mostCounts)
    }
  }
  const count = (listed: ListedStory): number | null => {
    const { story, seq } = listed
    if (story.size === 1) return 1
    const known = counts.get(story.id)
    if (known?.seq === seq) return known.origins
    waiting.delete(story.id)
    waiting.set(story.id, listed)
    forgetFirst(waiting, mostWaiting)
    if (!working)
      void work()
        .catch((error) => context.log.warn(`counting origins: ${messageOf(error)}`))
        .finally(() => {
          working = false
        })
    return known?.origins ?? null
  }

  return {
    /** The stories as the API shows them; one round trip. */
    async summarize(listed: readonly ListedStory[]): Promise<readonly StorySummary[]> {
      const growths = await loadGrowths(context, listed)
      return listed.map((one, at) => ({
        ...one.story,
        state: one.state,
        independentOrigins: count(one),
        growth: growths[at] ?? [],
      }))
    },
  }
}

export type StoryFacts = ReturnType<typeof createStoryFacts>

async function loadGrowths({ redis, keys }: Parts, listed: readonly ListedStory[]) {
  const pipeline = redis.pipeline()
  for (const { story } of listed)
    pipeline.zrange(keys.storyArticles(story.id), '0', String(mostTimes - 1), 'WITHSCORES')
  const answers = (await pipeline.exec()) ?? []
  return answers.map(([, pairs]) => growthOf(scoresOf(pairs)))
}

/** Scores of ZRANGE WITHSCORES: a flat list or pairs, as the protocol version goes. */
function scoresOf(answer: unknown): readonly number[] {
  const flat = ((answer ?? []) as unknown[]).flat()
  return flat.flatMap((value, at) => (at % 2 === 1 ? [Number(value)] : []))
}

/** Articles in each of twelve equal parts of the time between the first and the last. */
export function growthOf(timesMs: readonly number[]): number[] {
  const counts = new Array<number>(parts).fill(0)
  const [first, last] = [Math.min(...timesMs), Math.max(...timesMs)]
  const width = Math.max(1, last - first) / parts
  for (const timeMs of timesMs) {
    const part = Math.min(parts - 1, Math.floor((timeMs - first) / width))
    counts[part] = (counts[part] ?? 0) + 1
  }
  return counts
}

function lastOf<T>(map: ReadonlyMap<string, T>): T | undefined {
  return [...map.values()].at(-1)
}

function forgetFirst(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return
    map.delete(key)
  }
}
