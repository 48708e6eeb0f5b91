/** Longest values kept of one feed, in characters, and how many. */
export const LIMITS = {
  entries: 2_000,
  title: 1_000,
  summary: 2_000,
  contentHtml: 200_000,
  guid: 2_048,
  language: 35,
  category: 200,
  categories: 50,
  mediaUrls: 20,
} as const
