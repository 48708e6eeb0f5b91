import { consentSubjects } from './consentWords.ts'
import type { PhraseList } from './phrases.ts'
import { refusalPhrases } from './refusalWords.ts'
import { consentPhrases, loginPhrases, notFoundPhrases, paywallPhrases } from './stubWords.ts'
import { latinLength } from './text.ts'
import { partsOf } from './titlePieces.ts'
import { shareSaid } from './titleWords.ts'
import type { PageDropReason } from './types.ts'

/** What is known of a page when it is decided whether it carries an article. */
export interface PageEvidence {
  readonly title: string
  /** What the page calls itself elsewhere: in its head and in its headings. */
  readonly otherTitles: readonly string[]
  readonly paragraphs: readonly string[]
  /** Last lines of the article's container and the first ones after it, those that are no part of the text included. */
  readonly lastLines: readonly string[]
  /** What the feed says of the article. */
  readonly summary: string | null
  /** What the feed calls the article. */
  readonly feedTitle: string | null
  readonly metered: boolean
  /** The page states that it is an article, or when it was published. */
  readonly claimsArticle: boolean
  /** The page calls itself a video, or its structured data does. */
  readonly isVideo: boolean
}

/** Lengths in Latin characters; measured on 181 news pages, whose shortest whole article has 369. */
export const stubLimits = {
  /** A longer text is an article, unless it speaks of little but consent, and even then if it is longer still. */
  wall: 1_200,
  longWall: 4_000,
  /** Texts of pages that only ask to log in, and that only say the article is gone, are shorter. */
  loginWall: 350,
  notFound: 400,
  /** Texts of challenges and errors are shorter, or say twice that they are such. */
  refusal: 400,
  /** Share of the words of the feed's title that the page it announced says at least. */
  announced: 0.4,
  /** Share of a title's part that says so. */
  notFoundShare: 0.5,
  /** A shorter text is no article, and one shorter than the second not one under a video. */
  article: 80,
  video: 250,
  /** Teasers are shorter; of 30 pages that call themselves metered only those were stubs. */
  teaser: 700,
  /** The same for texts that themselves end in such words. */
  soldTeaser: 1_000,
  /** How much of the end is searched for the words that sell the rest. */
  teaserEnd: 500,
  /** A longer paragraph says more than that the rest is sold; and how many at the end may do so. */
  offer: 300,
  offers: 4,
  /** A text cut off in mid-sentence that is not this many times as long as the feed's summary is the summary. */
  summary: 1.5,
} as const

/** Why a page carries no article, or null when it does. */
export function pageProblem(evidence: PageEvidence): PageDropReason | null {
  const text = evidence.paragraphs.join('\n')
  const length = latinLength(text)
  const all = `${evidence.title}\n${text}`
  if (isNotFound(evidence, text)) return 'page_not_found'
  if (isConsentWall(all) || asksConsent(evidence, all)) return 'page_consent_wall'
  if (isRefused(evidence, text)) return 'page_refused'
  if (length < stubLimits.loginWall && countPhrases(all, loginPhrases) > 0) return 'page_login_wall'
  if (evidence.isVideo && length < stubLimits.video) return 'page_video_only'
  if (!/\p{L}{2}/u.test(text)) return 'page_no_article'
  return length < stubLimits.article ? 'page_too_short' : null
}

/** A title may speak of something that was not found: then a whole story follows. */
function isNotFound({ title, otherTitles, claimsArticle }: PageEvidence, text: string): boolean {
  const length = latinLength(text)
  const titles = claimsArticle ? [title] : [title, ...otherTitles]
  if (length > stubLimits.wall || !titles.some(saysNotFound)) return false
  return length < stubLimits.notFound || countPhrases(text, notFoundPhrases) > 0
}

/** Whether a part of a title says little but that something was not found: `Missing boat not found` says more. */
function saysNotFound(title: string): boolean {
  return partsOf(title.toLowerCase()).some((part) => {
    const said = notFoundPhrases.phrases.filter((phrase) => part.includes(phrase))
    const longest = Math.max(0, ...said.map((phrase) => phrase.length))
    return longest > 0 && longest >= part.trim().length * stubLimits.notFoundShare
  })
}

/**
 * Whether a site sent a challenge, an error or a notice instead of the page: a short text on a page that claims no article,
 * that says little of what the feed announced, with words of such pages, more of them when it is longer or the feed
 * announced nothing.
 */
function isRefused({ claimsArticle, otherTitles, feedTitle }: PageEvidence, text: string): boolean {
  const length = latinLength(text)
  if (claimsArticle || length > stubLimits.wall) return false
  const all = [...otherTitles, text].join('\n')
  const said = feedTitle === null ? null : shareSaid(feedTitle, all)
  if (said !== null && said >= stubLimits.announced) return false
  const needed = said === null || length >= stubLimits.refusal ? 2 : 1
  return countPhrases(all, refusalPhrases) >= needed
}

function isConsentWall(text: string): boolean {
  if (text.length > stubLimits.longWall) return false
  return countPhrases(text, consentPhrases) >= (text.length > stubLimits.wall ? 4 : 2)
}

/** A short text that touches nearly all the subjects of such requests, on a page that claims no article. */
function asksConsent({ claimsArticle }: PageEvidence, text: string): boolean {
  if (claimsArticle || text.length > stubLimits.wall) return false
  const lower = text.toLowerCase()
  const touched = consentSubjects.filter((words) => words.some((word) => lower.includes(word)))
  return touched.length >= consentSubjects.length - 1
}

/**
 * Whether a text is only the lead of an article: short, and either metered, followed by words that sell the rest, or
 * cut off where the feed's summary is.
 */
export function isTeaser(evidence: PageEvidence): boolean {
  const { paragraphs } = evidence
  const text = paragraphs.join('\n')
  const length = latinLength(text)
  if (length >= stubLimits.teaser) {
    return length < stubLimits.soldTeaser && withoutClosingOffer(paragraphs) !== paragraphs
  }
  const end = [text, ...evidence.lastLines].join('\n').slice(-stubLimits.teaserEnd)
  return evidence.metered || sellsRest(end) || isCutSummary(text, evidence.summary)
}

function isCutSummary(text: string, summary: string | null): boolean {
  const isCut = /(?:…|\.\.\.)[\s\]”"»]*$/.test(text.slice(-20))
  return isCut && summary !== null && text.length <= summary.length * stubLimits.summary
}

/** The paragraphs of a teaser without those that sell the rest. */
export function leadOf(paragraphs: readonly string[]): readonly string[] {
  return withoutClosingOffer(paragraphs).filter((paragraph) => !isOffer(paragraph))
}

/** The paragraphs of an article without the ones at its end that sell subscriptions. */
export function withoutClosingOffer(paragraphs: readonly string[]): readonly string[] {
  const from = Math.max(paragraphs.length - stubLimits.offers, 1)
  const offer = paragraphs.findIndex((paragraph, at) => at >= from && isOffer(paragraph))
  const isLast =
    offer > 0 && paragraphs.slice(offer).every((paragraph) => paragraph.length <= stubLimits.offer)
  return isLast ? paragraphs.slice(0, offer) : paragraphs
}

function isOffer(paragraph: string): boolean {
  return paragraph.length <= stubLimits.offer && sellsRest(paragraph)
}

function sellsRest(text: string): boolean {
  const lower = text.toLowerCase()
  return paywallPhrases.pattern.test(lower) || loginPhrases.pattern.test(lower)
}

/** How many phrases of a list a text has. */
function countPhrases(text: string, { phrases, pattern }: PhraseList): number {
  const lower = text.toLowerCase()
  return pattern.test(lower) ? phrases.filter((phrase) => lower.includes(phrase)).length : 0
}
