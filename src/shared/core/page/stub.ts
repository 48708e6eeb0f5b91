import { consentPhrases, loginPhrases, notFoundPhrases, paywallPhrases } from './stubWords.ts'
import type { PageDropReason } from './types.ts'

/** What is known of a page when it is decided whether it carries an article. */
export interface PageEvidence {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Last lines of the article's container, those that are no part of the text included. */
  readonly lastLines: readonly string[]
  readonly metered: boolean
  /** The page calls itself a video, or its structured data does. */
  readonly isVideo: boolean
}

/** Lengths in characters; measured on 181 news pages, whose shortest whole article has 369. */
export const stubLimits = {
  /** A longer text is an article, unless it speaks of little but consent, and even then if it is longer still. */
  wall: 1_200,
  longWall: 4_000,
  /** Texts of pages that only ask to log in, and that only say the article is gone, are shorter. */
  loginWall: 350,
  notFound: 400,
  /** A shorter text is no article, and one shorter than the second not one under a video. */
  article: 80,
  video: 250,
  /** Teasers are shorter; of 30 pages that call themselves metered only those were stubs. */
  teaser: 700,
  /** How much of the end is searched for the words that sell the rest. */
  teaserEnd: 500,
  /** A longer paragraph says more than that the rest is sold. */
  offer: 300,
} as const

/** Why a page carries no article, or null when it does. */
export function pageProblem(evidence: PageEvidence): PageDropReason | null {
  const text = evidence.paragraphs.join('\n')
  const { length } = text
  const all = `${evidence.title}\n${text}`
  if (isNotFound(evidence.title, text)) return 'page_not_found'
  if (isConsentWall(all)) return 'page_consent_wall'
  if (length < stubLimits.loginWall && countPhrases(all, loginPhrases) > 0) return 'page_login_wall'
  if (evidence.isVideo && length < stubLimits.video) return 'page_video_only'
  if (!/\p{L}{2}/u.test(text)) return 'page_no_article'
  return length < stubLimits.article ? 'page_too_short' : null
}

/** A title may speak of something that was not found: then a whole story follows. */
function isNotFound(title: string, text: string): boolean {
  if (text.length > stubLimits.wall || countPhrases(title, notFoundPhrases) === 0) return false
  return text.length < stubLimits.notFound || countPhrases(text, notFoundPhrases) > 0
}

function isConsentWall(text: string): boolean {
  if (text.length > stubLimits.longWall) return false
  return countPhrases(text, consentPhrases) >= (text.length > stubLimits.wall ? 4 : 2)
}

/** Whether a text is only the lead of an article: short, and either metered or followed by words that sell the rest. */
export function isTeaser(evidence: PageEvidence): boolean {
  const text = evidence.paragraphs.join('\n')
  if (text.length >= stubLimits.teaser) return false
  const end = [text, ...evidence.lastLines].join('\n').slice(-stubLimits.teaserEnd)
  return evidence.metered || countPhrases(end, paywallPhrases) + countPhrases(end, loginPhrases) > 0
}

/** The paragraphs of a teaser without those that sell the rest. */
export function leadOf(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.filter((paragraph) => {
    const isOffer =
      countPhrases(paragraph, paywallPhrases) + countPhrases(paragraph, loginPhrases) > 0
    return !isOffer || paragraph.length > stubLimits.offer
  })
}

function countPhrases(text: string, phrases: readonly string[]): number {
  const lower = text.toLowerCase()
  return phrases.filter((phrase) => lower.includes(phrase)).length
}
