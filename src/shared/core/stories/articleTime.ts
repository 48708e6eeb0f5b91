const hourMs = 3_600_000
const futureToleranceMs = 24 * hourMs
const oldestClaimMs = 20 * 365.25 * 24 * hourMs

/** When an article happened, and whether its publisher said so. */
export interface ArticleTime {
  readonly timeMs: number
  readonly dated: boolean
}

/**
 * The clock of the clusterer: the published time when it is plausible (at most a day ahead of the first sight, at most 20
 * years before it), else the first sight. A claim in the near future is a wrong clock: the first sight is taken, but the
 * article counts as dated.
 */
export function articleTime(claimedMs: number | null, firstSeenMs: number): ArticleTime {
  if (claimedMs === null) return { timeMs: firstSeenMs, dated: false }
  const ahead = claimedMs - firstSeenMs
  if (ahead > futureToleranceMs || ahead < -oldestClaimMs)
    return { timeMs: firstSeenMs, dated: false }
  return { timeMs: Math.min(claimedMs, firstSeenMs), dated: true }
}
