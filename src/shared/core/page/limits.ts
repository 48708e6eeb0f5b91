/**
 * Hard limits of one page. Over 1,171 real pages the deepest tree had 52 levels, the largest 28,000 nodes
 * and 1.6 MB; parsing time grows with the square of the depth, so depth is what an attacker would choose.
 */
export const pageLimits = {
  /** Characters parsed; what follows is cut off, since the article starts far earlier. */
  characters: 5_000_000,
  depth: 512,
  nodes: 100_000,
  /** Characters of JSON-LD read, all blocks of a page together. */
  jsonLdCharacters: 1_000_000,
  /** `meta` tags, and each kind of mark (time, byline, …), remembered in document order. */
  metaTags: 500,
  marks: 60,
  /** Elements whose text is read for itself while they are open: a byline inside a byline, and some more. */
  openCaptures: 8,
  /** Lines of an article; of 181 news pages the longest has 53,000 characters. */
  lines: 5_000,
  /** Different class and id texts of a page that are looked at. */
  differentNames: 5_000,
  /** Class and id text of one element that is looked at. */
  nameCharacters: 300,
} as const
