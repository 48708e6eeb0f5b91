import type { Context } from '../shared/context.ts'
import { dropRepeats, edgeKeys } from '../shared/core/page/repeats.ts'

const ttlSeconds = 30 * 86_400
/** Counts are halved after so many pages, so that a new design of the site is learned soon. */
const pagesHalved = 64
/** About 60 bytes each: at most 20 KB for a source. */
const mostBlocks = 320

type Parts = Pick<Context, 'redis' | 'scripts' | 'keys'>

/** The page without what is known by now to repeat at the edges of its source's pages. Learns nothing. */
export async function withoutKnownRepeats(
  { redis, keys }: Parts,
  source: string,
  paragraphs: readonly string[],
): Promise<readonly string[]> {
  const asked = edgeKeys(paragraphs)
  if (asked.length === 0) return paragraphs
  const counts = await redis.hmget(keys.blocks(source), 'pages', ...asked)
  const [pages = 0, ...seen] = counts.map(Number)
  return dropRepeats(paragraphs, { pages, counts: seen })
}

/**
 * Learns what repeats at the edges of a source's pages, and drops it from this one. To be called in the order of arrival:
 * what is dropped depends on the pages before.
 */
export async function withoutRepeats(
  { scripts, keys }: Parts,
  source: string,
  paragraphs: readonly string[],
): Promise<readonly string[]> {
  const asked = edgeKeys(paragraphs)
  if (asked.length === 0) return paragraphs
  const limits = [ttlSeconds, pagesHalved, mostBlocks]
  const [pages = 0, ...counts] = await scripts.learnBlocks(
    [keys.blocks(source)],
    [...limits, ...asked],
  )
  return dropRepeats(paragraphs, { pages, counts })
}
