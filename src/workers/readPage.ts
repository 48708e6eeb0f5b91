import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../shared/context.ts'
import { articleIdOf, canonicalizeUrl } from '../shared/core/copies/canonicalUrl.ts'
import { fingerprintText } from '../shared/core/copies/fingerprint.ts'
import { packFingerprint } from '../shared/core/copies/packedFingerprint.ts'
import type { Fingerprint } from '../shared/core/copies/types.ts'
import { publishedMsOf } from '../shared/core/feed/dates.ts'
import { cleanPage } from '../shared/core/page/cleanPage.ts'
import { decodePage } from '../shared/core/page/decode.ts'
import {
  copiesOf,
  droppedKeys,
  dropRepeats,
  isPlaceholder,
  type PageText,
  pageKeys,
  type SeenBlocks,
} from '../shared/core/page/repeats.ts'
import type { CleanArticle, EntryHints } from '../shared/core/page/types.ts'
import { articleTime } from '../shared/core/stories/articleTime.ts'
import { extractFeatures } from '../shared/core/stories/features.ts'
import type { LanguageDetector } from '../shared/core/text/language.ts'
import type { Language } from '../shared/core/text/types.ts'
import type { Embedder } from '../shared/embedding/embedder.ts'
import { PipelineError } from '../shared/errors.ts'
import { drop, next } from '../shared/outcomes.ts'
import { type Entry, jobIdOf, type PageRef, type ReadArticle } from '../shared/schemas.ts'
import type { Handler } from '../shared/stages.ts'
import { wellFormed } from '../shared/wellFormed.ts'
import { embedArticle } from './embedArticle.ts'
import { learnPage, recallPage } from './pageTemplate.ts'

/** What reads texts; loaded once a process. */
export interface ReadingEngines {
  readonly detector: LanguageDetector
  /** Null without EMBEDDING_MODEL_DIR. */
  readonly embedder: Embedder | null
}

/** Handler of `read`: raw page → clean → language → fingerprint → features. */
export function createPageReader(context: Context, engines: ReadingEngines): Handler<'read'> {
  return async (ref) => {
    const { bytes, content } = await storedPage(context, ref)
    const markup = context.step('decode', () =>
      decodePage({ bytes, contentType: ref.contentType, url: ref.url }),
    )
    const cleaned = context.step('clean', () =>
      cleanPage(
        markup,
        { url: ref.url, seenMs: ref.entry.firstSeenMs },
        hintsOf(ref.entry, content),
      ),
    )
    if (!cleaned.ok) return drop(cleaned.reason, cleaned.detail)
    const article = wellFormed(cleaned.article)
    const understand = (paragraphs: readonly string[]) =>
      understandPage(context, engines, {
        ref,
        page: { ...article, paragraphs },
        cut: droppedKeys(article.paragraphs, paragraphs),
      })
    const source = sourceOf(ref.url)
    const shown = { title: ref.entry.title ?? article.title, paragraphs: article.paragraphs }
    const keys = pageKeys(shown)

    // what repeats is settled in the order of arrival; nearly always it is what was known before
    const early = dropRepeats(article.paragraphs, await recallPage(context, source, keys))
    const guessed = await understand(early)
    await context.order.turn(jobIdOf(ref.entry))
    const seen = await learnPage(context, source, keys)
    if (isPlaceholder(shown, seen)) return drop('page_placeholder', placeholderDetail(shown, seen))
    context.metrics.extraction.inc({ method: article.method })
    const paragraphs = dropRepeats(article.paragraphs, seen)
    return next(isDeepStrictEqual(paragraphs, early) ? guessed : await understand(paragraphs))
  }
}

/** The raw page and what its feed said of it. @throws PipelineError when the page is gone. */
async function storedPage({ pages }: Context, { entry, entryId }: PageRef) {
  const bytes = await pages.getPage(entry)
  if (!bytes)
    throw new PipelineError(
      'page_expired',
      'the raw page was gone before it was read (PAGE_TTL_HOURS)',
    )
  return { bytes, content: entry.hasContent ? await pages.getContent(entryId) : null }
}

interface Cleaned {
  readonly ref: PageRef
  readonly page: CleanArticle
  readonly cut: ReadArticle['cut']
}

/** Language, fingerprint and features of a cleaned page. */
async function understandPage(
  context: Context,
  { detector, embedder }: ReadingEngines,
  { ref, page: whole, cut }: Cleaned,
): Promise<ReadArticle> {
  const page = { ...whole, paragraphs: firstCharacters(whole.paragraphs) }
  const text = page.paragraphs.join('\n')
  const { title, paragraphs } = page
  const language = context.step('language', () => detect(detector, page, ref.entry))
  const fingerprint = context.step('fingerprint', () => fingerprintText(text))
  const counted = context.step('features', () =>
    extractFeatures({ title, paragraphs, lang: language.lang }),
  )
  const embedding = embedder && (await embedArticle(context, embedder, page))
  const features = embedding ? { ...counted, embedding } : counted
  return toArticle({ ref, page, cut, language, fingerprint, features })
}

function placeholderDetail(page: PageText, seen: SeenBlocks): string {
  const text = page.paragraphs.join(' ').slice(0, 80)
  return `the same text stood under ${copiesOf(page, seen)} other titles of the source: ${text}`
}

function hintsOf(entry: Entry, contentHtml: string | null): EntryHints {
  const { title, summary, publishedAt, updatedAt, author, language } = entry
  return { title, summary, contentHtml, publishedAt, updatedAt, author, language }
}

function detect(detector: LanguageDetector, page: CleanArticle, entry: Entry): Language {
  const hints = [...page.languageClaims, ...(entry.language ? [entry.language] : [])]
  return detector.detect({ title: page.title, text: page.paragraphs.join('\n'), hints })
}

/** A book on one page must not hold up the stream: what follows the first 200,000 characters is cut. */
const mostCharacters = 200_000

function firstCharacters(paragraphs: readonly string[]): readonly string[] {
  let left = mostCharacters
  return paragraphs.flatMap((paragraph) => {
    const kept = paragraph.slice(0, Math.max(0, left)).toWellFormed()
    left -= kept.length
    return kept || []
  })
}

interface Read extends Cleaned {
  readonly language: Language
  readonly fingerprint: Fingerprint
  readonly features: ReadArticle['features']
}

function toArticle({ ref, page, cut, language, fingerprint, features }: Read): ReadArticle {
  const { entry } = ref
  const articleId = articleIdOf(canonicalizeUrl(page.canonicalUrl) ?? page.canonicalUrl)
  const claimedMs = publishedMsOf(page)
  const { timeMs, dated } = articleTime(claimedMs, entry.firstSeenMs)
  return {
    entryId: ref.entryId,
    articleId,
    url: entry.url,
    feed: entry.feed,
    guid: entry.guid,
    version: entry.version,
    source: sourceOf(ref.url),
    firstSeenMs: entry.firstSeenMs,
    timeMs,
    dated,
    page: page as ReadArticle['page'],
    cut,
    language,
    wordCount: features.bodyTokens,
    fingerprint: packFingerprint(fingerprint, { articleId, timeMs }),
    features,
  }
}

/** A publisher is known by the host of its pages. */
function sourceOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '')
}
