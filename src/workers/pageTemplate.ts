import type { Context } from '../shared/context.ts'
import { dropRepeats, edgeKeys } from '../shared/core/page/repeats.ts'

const ttlSeconds = 30 * 86_400
/** Counts are halved after so many pages, so that a new design of the site is learned soon. */
const pagesHalved = 64
/** About 60 bytes each: at most 20 KB for a source. */
const mostBlocks = 320

/** Learns what repeats at the edges of a source's pages, and drops it from this one. */
export async function withoutRepeats(
  { scripts, keys }: Pick<Context, 'scripts' | 'keys'>,
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
