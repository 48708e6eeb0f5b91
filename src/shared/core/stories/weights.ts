/**
 * The weights of the logistic models. A term is a signal or a product of signals; the score is the logistic function of
 * the weighted sum. `npm run fit` fits `JOIN_MODEL` and `LINK_MODEL` by logistic regression (l2 = 1) on labelled story
 * streams of 2,811 articles in 24 languages, the second also on translations of 59 articles and on the hard cases in
 * `test/fixtures/stories` that are not held out.
 */
export interface Model {
  readonly bias: number
  readonly terms: readonly (readonly [signals: readonly string[], weight: number])[]
}

/** Changes whenever a weight or threshold does; receipts name it. */
export const WEIGHTS_VERSION = '2026.9'

/** Article with a body against a cluster of its own language. */
export const JOIN_MODEL: Model = {
  bias: -13.1,
  terms: [
    [['terms'], 8.04],
    [['title'], 0.92],
    [['names'], 2.76],
    [['near'], 2.8],
    [['origin'], 6.76],
    [['terms', 'near'], 5.62],
    [['size'], -2.68],
  ],
}

/** Headline without a body. Fitted by `npm run fit -- --headlines` on 10,940 labelled headlines in nine languages. */
export const HEADLINE_MODEL: Model = {
  bias: -10.1,
  terms: [
    [['terms'], 4.98],
    [['title'], 3.1],
    [['names'], 2.5],
    [['titleInTerms'], 3.54],
    [['near'], 5.48],
    [['origin'], 0.39],
    [['size'], 0.44],
    [['terms', 'names'], -3.26],
    [['terms', 'near'], 1.06],
    [['terms', 'terms'], -4.55],
  ],
}

/** Cluster against a cluster of another language. */
export const LINK_MODEL: Model = {
  bias: -7.51,
  terms: [
    [['names'], 8.41],
    [['numbers'], 5.15],
    [['countries'], 2.74],
    [['sharedNames'], 1.06],
    [['rareNames'], 8.05],
    [['sharedNumbers'], -1.83],
    [['near'], 3.23],
    [['cased'], -2.56],
    [['names', 'numbers'], -0.2],
    [['names', 'countries'], -0.39],
    [['caseless', 'names'], 5.13],
    [['someNames', 'countries'], -1.57],
    [['rareNumbers'], -1.91],
    [['rareCountries'], 0.12],
    [['numbers', 'rareNumbers'], 9.56],
    [['rareNames', 'rareNumbers'], -1.62],
    [['rareNames', 'rareCountries'], -2.88],
  ],
}

/** Lowest scores at which something happens. */
export const THRESHOLDS = {
  join: 0.17,
  /** For headlines without a body. */
  joinHeadline: 0.2,
  joinUndated: 0.995,
  /** Lowest cosine of terms where a date is missing. */
  termsUndated: 0.55,
  /** Where main names and subjects differ and no figure is shared. */
  joinForeign: 0.9,
  foreignNames: 0.4,
  foreignSubjects: 0.7,
  /** Where main names differ and most figures too: pages of one day and site share a date and what stands around them. */
  joinOtherNames: 0.4,
  otherNames: 0.35,
  otherFigures: 0.5,
  /** Where main names differ and none of three figures is shared. */
  joinContradicted: 0.7,
  contradictedNames: 0.65,
  /** The same where the wording of text and title is not alike either: a cosine below this. */
  joinUnlike: 0.9,
  unlikeWording: 0.3,
  /** Texts with a cosine of terms from here on must share this part of their main names. */
  templateTerms: 0.65,
  templateNames: 0.65,
  /** Figures of a text, of three, from which it matters that none is shared. */
  fewFigures: 0.6,
  /** Two texts full of figures must share these parts of their figures, and of their main names or subjects. */
  tableFigures: 0.65,
  tableNames: 0.65,
  link: 0.6,
  /** Below it names that differ in a sound cannot help. */
  linkHopeless: 0.02,
  /** Rarity of shared names, of 60, that needs no evidence of another kind. */
  severalNames: 0.2,
  linkUndated: 0.97,
  /** Lowest cosine of names across languages where a date is missing. */
  namesUndated: 0.5,
  /** High, since in an orderly stream a merge is more often wrong than right; it repairs disorder. */
  merge: 0.99,
  /** Highest mean cosine of members across a rift, and the lowest multiple of it inside the parts. */
  riftAcross: 0.1,
  riftRatio: 2.5,
  /** Score of the parts below which they are split: far below what merges, so that the two never alternate. */
  split: 0.2,
  /** Jaccard of shingles from which two texts of one language are the same. */
  sameText: 0.8,
  /** Jaccard from which an article is a copy rather than an excerpt. */
  copy: 0.4,
} as const

/** Members at which a cluster is compared with its neighbours again. */
export const CHECK_SIZES: ReadonlySet<number> = new Set([1, 2, 3, 5, 8, 13, 21])
