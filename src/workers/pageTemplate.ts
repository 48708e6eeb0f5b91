import type { Context } from '../shared/context.ts'
import type { PageKeys, SeenBlocks } from '../shared/core/page/repeats.ts'

const ttlSeconds = 30 * 86_400
/** Counts are halved after so many pages, so that a new design of the site is learned soon. */
const pagesHalved = 64
/** About 60 bytes each: at most 30 KB for a source. */
const mostFields = 512

type Parts = Pick<Context, 'redis' | 'scripts' | 'keys'>

/** What is known by now of a page of a source. Learns nothing. */
export async function recallPage(
  { redis, keys }: Parts,
  source: string,
  { blocks }: PageKeys,
): Promise<SeenBlocks> {
  const counts = await redis.hmget(keys.blocks(source), 'pages', ...blocks)
  return seenBlocks(blocks, counts.map(Number))
}

/**
 * Learns what a page of a source has at its edges and as a whole; tells what was seen of it before. To be called in the
 * order of arrival: what is told depends on the pages before.
 */
export async function learnPage(
  { scripts, keys }: Parts,
  source: string,
  { page, blocks }: PageKeys,
): Promise<SeenBlocks> {
  const limits = [ttlSeconds, pagesHalved, mostFields]
  const counts = await scripts.learnBlocks([keys.blocks(source)], [...limits, page, ...blocks])
  return seenBlocks(blocks, counts)
}

function seenBlocks(
  asked: readonly string[],
  [pages = 0, ...counts]: readonly number[],
): SeenBlocks {
  return { pages, counts: new Map(asked.map((key, at) => [key, counts[at] ?? 0])) }
}
