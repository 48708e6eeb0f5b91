import type { PhrasesByLanguage } from './phrases.ts'
import { consentPhrases, loginPhrases, notFoundPhrases, paywallPhrases } from './stubWords.ts'
import type { PageDropReason } from './types.ts'

/** What is known of a page when it is decided whether it carries an article. */
export interface PageEvidence {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly metered: boolean
  /** The page calls itself a video, or its structured data does. */
  readonly isVideo: boolean
}

/** Lengths in characters; measured on 181 news pages, whose shortest whole article has 369. */
export const stubLimits = {
  /** A longer text is an article, whatever words stand in it. */
  wall: 1_200,
  /** A shorter text is no article, and one shorter than the second not one under a video. */
  article: 80,
  video: 250,
  /** Teasers are shorter; of 30 pages that call themselves metered only those were stubs. */
  teaser: 700,
  /** How much of the end is searched for the words that sell the rest. */
  teaserEnd: 500,
} as const

/** Why a page carries no article, or null when it does. */
export function pageProblem(evidence: PageEvidence): PageDropReason | null {
  const text = evidence.paragraphs.join('\n')
  if (text.length > stubLimits.wall) return null
  if (countPhrases(evidence.title, notFoundPhrases) > 0) return 'page_not_found'
  const all = `${evidence.title}\n${text}`
  if (countPhrases(all, consentPhrases) >= 2) return 'page_consent_wall'
  if (text.length < stubLimits.teaser / 2 && countPhrases(all, loginPhrases) > 0)
    return 'page_login_wall'
  if (evidence.isVideo && text.length < stubLimits.video) return 'page_video_only'
  if (text === '') return 'page_no_article'
  return text.length < stubLimits.article ? 'page_too_short' : null
}

/** Whether a text is only the lead of an article: short, and either metered or followed by words that sell the rest. */
export function isTeaser(evidence: PageEvidence): boolean {
  const text = evidence.paragraphs.join('\n')
  if (text.length >= stubLimits.teaser) return false
  const end = text.slice(-stubLimits.teaserEnd)
  return evidence.metered || countPhrases(end, paywallPhrases) + countPhrases(end, loginPhrases) > 0
}

function countPhrases(text: string, phrases: PhrasesByLanguage): number {
  const lower = text.toLowerCase()
  return Object.values(phrases)
    .flat()
    .filter((phrase) => lower.includes(phrase)).length
}
