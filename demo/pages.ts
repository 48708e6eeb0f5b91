import { articlePath } from './addresses.ts'
import { encodeMarkup } from './charsets.ts'
import { isoDate, shownDate } from './dates.ts'
import { demoEvents } from './events/index.ts'
import { outlets } from './outlets.ts'
import type { Outlet } from './outletTypes.ts'
import { phrasesOf } from './phrases/index.ts'
import { createRandom, itemAt, type Random } from './random.ts'
import { renderArticle } from './templates/index.ts'
import type { ArticlePage } from './templates/types.ts'

/** A page for measurements: made up, but of the shape, size and charset of the sample outlets' pages. */
export interface SamplePage {
  readonly url: string
  readonly html: Buffer
  readonly contentType: string
  /** Pages with the same truth carry the same text in different templates. */
  readonly truth: string
}

/** A recombined article, printed by one or more outlets. */
interface SampleText {
  readonly truth: string
  readonly lang: string
  readonly headline: string
  readonly dek: string
  readonly byline: string
  readonly paragraphs: readonly string[]
}

/** Material of one language: headlines, authors and sentences of the sample texts. */
interface Pool {
  readonly headlines: readonly string[]
  readonly bylines: readonly string[]
  readonly sentences: readonly string[]
}

/** Any fixed moment serves: pages must not depend on the clock. */
const baseMs = Date.UTC(2026, 10, 22)
/** One page in four repeats an earlier text of its language. */
const copyEvery = 4

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

function poolOf(lang: string): Pool {
  const texts = demoEvents.flatMap((event) => event.texts).filter((text) => text.lang === lang)
  return {
    headlines: unique(texts.map((text) => text.headline)),
    bylines: unique(texts.flatMap((text) => text.byline ?? [])),
    sentences: unique(
      texts.flatMap((text) =>
        text.paragraphs.flatMap((line) => line.split(/(?<=[.!?]) (?=\p{Lu})/u)),
      ),
    ),
  }
}

/** Another figure of the same length for every figure. */
function renumber(text: string, random: Random): string {
  return text.replace(/\d/g, (digit) => String(digit === '0' ? 0 : random.between(1, 9)))
}

function sentenceRun(pool: Pool, count: number, random: Random): string {
  return Array.from({ length: count }, () => renumber(random.pick(pool.sentences), random)).join(
    ' ',
  )
}

function sampleText(lang: string, pool: Pool, random: Random): Omit<SampleText, 'truth'> {
  const paragraphs = Array.from({ length: random.between(6, 16) }, () =>
    sentenceRun(pool, random.between(2, 4), random),
  )
  return {
    lang,
    headline: renumber(random.pick(pool.headlines), random),
    dek: sentenceRun(pool, 1, random),
    byline: random.pick(pool.bylines),
    paragraphs,
  }
}

function articlePage(text: SampleText, outlet: Outlet, serial: number): ArticlePage {
  const publishedMs = baseMs + serial * 7_000
  const origin = `http://${outlet.id}.example`
  const phrases = phrasesOf(outlet.lang)
  const links = phrases.teasers.map((title, index) => ({ title, url: `${origin}/extra/${index}` }))
  const url = origin + articlePath(outlet, { headline: text.headline, serial, publishedMs })
  return {
    outlet,
    phrases,
    url,
    canonicalUrl: url,
    homeUrl: `${origin}/`,
    feedUrl: origin + outlet.feed.path,
    imageUrl: `${origin}/media/${serial}.svg`,
    headline: text.headline,
    dek: text.dek,
    byline: text.byline,
    publishedAt: isoDate(publishedMs, outlet.utcOffsetMinutes),
    publishedShown: shownDate(publishedMs, outlet),
    paragraphs: text.paragraphs,
    walled: false,
    agencyNote: null,
    related: links,
    mostRead: links.toReversed(),
    serial,
  }
}

function samplePage(text: SampleText, outlet: Outlet, serial: number): SamplePage {
  const page = articlePage(text, outlet, serial)
  const { charset } = outlet.page
  return {
    url: page.url,
    html: encodeMarkup(renderArticle(page), charset),
    contentType: `text/html; charset=${charset}`,
    truth: text.truth,
  }
}

/**
 * Yields `count` distinct pages in every template, language and charset of the sample outlets: sentences of the
 * sample texts recombined within a language, figures replaced. Meant for measuring speed: the texts make no sense.
 * A page has about 10 KB.
 */
export function* makePages(count: number, seed: number): Generator<SamplePage> {
  const random = createRandom(seed)
  const pools = new Map(outlets.map(({ lang }) => [lang, poolOf(lang)]))
  const newest = new Map<string, SampleText>()
  for (let index = 0; index < count; index += 1) {
    const outlet = itemAt(outlets, index)
    const earlier = random.between(1, copyEvery) === 1 ? newest.get(outlet.lang) : undefined
    const pool = pools.get(outlet.lang) ?? poolOf(outlet.lang)
    const text = earlier ?? { ...sampleText(outlet.lang, pool, random), truth: `text-${index}` }
    newest.set(outlet.lang, text)
    yield samplePage(text, outlet, 300_000 + index)
  }
}
