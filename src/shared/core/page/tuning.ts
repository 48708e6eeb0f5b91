/**
 * Numbers of the body model. Lengths are visible characters, shares are 0..1. They lie on plateaus: on 596 pages in
 * some twenty languages neighbouring values score the same. The points of F1 quoted are what switching the part off
 * cost on 181 news pages.
 */
export const tuning = {
  block: {
    /** Above this share of linked text a block is a menu and counts against its container. */
    menuLinkShare: 0.6,
    /** What one menu can cost at most. */
    menuCost: 100,
    /** A shorter block is a label unless it ends like a sentence. */
    labelLength: 25,
    /** A shorter block without a final stop is probably no sentence. */
    sentenceLength: 80,
    unstoppedWeight: 0.2,
    /** A Chinese, Japanese or Korean character says as much as 2.5 Latin ones. */
    denseScriptWeight: 2.5,
  },
  /** Standing of a container beside its neighbours; together worth 0.5 points of F1. */
  pick: {
    /** How much of what speaks against a container counts. */
    negativeWeight: 0.3,
    bodyName: 1.4,
    article: 1.25,
    main: 1.1,
    page: 0.8,
    /** The whole page, when a named body starts right after the headline. */
    pageBesideBody: 0.5,
    /** Prose that starts right after the headline, and prose that starts later (0.4 points). */
    atHeadline: 1.5,
    afterHeadline: 0.7,
    /** Shares of the score that make the choice move on to a child, and to one named as a body (0.3 points). */
    descendShare: 0.9,
    descendBodyShare: 0.7,
  },
  /** A nested `article` with less than this share of the prose is a teaser (0.6 points). */
  nestedArticle: { share: 0.5, outerProse: 100 },
  /** Shares of linked text in a teaser's heading, prose around it, and the share of the page's prose all may hold. */
  teaserCard: { linkShare: 0.9, prose: 450, share: 0.5 },
  /** Most text of a container that only captions its image (0.9 points with hashed names), and of all captions. */
  caption: { characters: 300, lines: 2, share: 0.5 },
  /** Prose that must stand between the headline and a label, and most of the page's prose that its section may hold. */
  labelledSection: { proseBefore: 140, share: 0.3 },
  /** When a pass has found enough prose, and how much more the next one must find to win. */
  passes: { enough: 1_000, enoughShare: 0.35, least: 140, atHeadline: 200, better: 2.5 },
} as const

/**
 * Each pass trusts tags and class names less: a suspect container is read after all when its share of the prose
 * reaches the limit of the pass. Without the later passes whole articles are lost (3.3 points of F1).
 */
export const passes = [
  { name: 'strict', softShare: 0.4, hardShare: Number.POSITIVE_INFINITY },
  { name: 'relaxed', softShare: 0.25, hardShare: 0.6 },
  { name: 'tolerant', softShare: 0, hardShare: 0.6 },
  { name: 'everything', softShare: 0, hardShare: 0 },
] as const
