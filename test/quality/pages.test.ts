import { describe, expect, test } from 'vitest'
import { folded, harmonicMean, mean, scoreText, shareOf } from '../../bench/clean/metrics.ts'
import { transforms } from '../../bench/clean/transforms.ts'
import { cleanPage } from '../../src/shared/core/page/cleanPage.ts'
import { writtenMarkup } from '../../src/shared/core/page/decode.ts'
import type { CleanArticle } from '../../src/shared/core/page/types.ts'
import { deadPages, hintsOf, type SamplePage, samplePages, teaserPages } from './samplePages.ts'

const noHints = {
  title: null,
  summary: null,
  contentHtml: null,
  publishedAt: null,
  updatedAt: null,
  author: null,
  language: null,
}

const pages = samplePages()

interface Read {
  readonly page: SamplePage
  readonly article: CleanArticle | null
}

function readAll(transform: (html: string) => string, withFeed: boolean): readonly Read[] {
  return pages.map((page) => {
    const result = cleanPage(
      writtenMarkup(transform(page.html)),
      page,
      withFeed ? hintsOf(page) : noHints,
    )
    return { page, article: result.ok ? result.article : null }
  })
}

/** The introduction may be part of the text or not. */
function scoreOf({ page, article }: Read) {
  const found = article?.paragraphs ?? []
  const introduction = folded(page.truth.dek ?? '')
  const expected = [
    ...found.filter((text) => text === introduction),
    ...page.truth.paragraphs.map(folded),
  ]
  return scoreText(expected.join('\n'), found.join('\n'))
}

function f1Of(reads: readonly Read[]): number {
  const scores = reads.map(scoreOf)
  return harmonicMean(
    mean(scores.map(({ precision }) => precision)),
    mean(scores.map(({ recall }) => recall)),
  )
}

function shareRight(reads: readonly Read[], isRight: (read: Read) => boolean): number {
  return shareOf(reads.filter(isRight).length, reads.length)
}

const asServed = readAll((html) => html, true)
const alone = readAll((html) => html, false)

test('there are pages in every template and in ten languages', () => {
  expect(pages.length).toBeGreaterThan(190)
  expect(new Set(pages.map(({ truth }) => truth.outlet.template)).size).toBe(7)
  expect(new Set(pages.map(({ truth }) => truth.outlet.lang)).size).toBe(10)
})

describe('the text is the article', () => {
  test('of the pages as served', () => {
    expect(f1Of(asServed)).toBeGreaterThan(0.99)
    expect(shareRight(asServed, (read) => scoreOf(read).isExact)).toBeGreaterThan(0.97)
  })

  test('of the pages alone, without what the feed said', () => {
    expect(f1Of(alone)).toBeGreaterThan(0.99)
  })

  test.each(transforms)('of copies: $name', ({ apply }) => {
    expect(f1Of(readAll(apply, false))).toBeGreaterThan(0.97)
  })
})

describe('the facts are right', () => {
  const rates = (reads: readonly Read[]) => ({
    title: shareRight(
      reads,
      ({ page, article }) => folded(article?.title ?? '') === folded(page.truth.headline),
    ),
    day: shareRight(
      reads,
      ({ page, article }) =>
        article?.publishedAt?.slice(0, 10) === page.truth.publishedAt.slice(0, 10),
    ),
    agency: shareRight(
      reads,
      ({ page, article }) => (article?.credit?.agency ?? null) === page.agency,
    ),
    author: shareRight(reads, ({ page, article }) => {
      const [found, expected] = [article?.byline, page.truth.byline].map((name) =>
        folded(name ?? '')
          .toLocaleLowerCase(page.truth.outlet.lang)
          .replace(/^(?:by|von|par|por) /, ''),
      )
      return found === expected
    }),
  })

  test('with the feed', () => {
    const { title, day, agency, author } = rates(asServed)
    expect(title).toBeGreaterThan(0.98)
    expect(day).toBe(1)
    expect(agency).toBeGreaterThan(0.97)
    expect(author).toBeGreaterThan(0.97)
  })

  test('on the pages alone', () => {
    const { title, day, agency, author } = rates(alone)
    expect(title).toBeGreaterThan(0.97)
    expect(day).toBeGreaterThan(0.95)
    expect(agency).toBeGreaterThan(0.97)
    expect(author).toBeGreaterThan(0.8)
  })
})

describe('stubs', () => {
  test('no whole article is called a stub, and every cut one is', () => {
    const wrong = asServed.filter(({ page, article }) => article?.stub !== page.isStub)
    expect(wrong.map(({ page }) => page.id)).toEqual([])
  })

  test('the walls of ten languages make stubs that keep their lead and nothing else', () => {
    const teasers = teaserPages()
    const right = teasers.filter((page) => {
      const result = cleanPage(writtenMarkup(page.html), page, noHints)
      const lead = page.truth.paragraphs.map(folded)
      return (
        result.ok && result.article.stub && result.article.paragraphs.join('\n') === lead.join('\n')
      )
    })
    expect(teasers).toHaveLength(10)
    expect(right.map(({ truth }) => truth.outlet.lang)).toEqual(
      teasers.map(({ truth }) => truth.outlet.lang),
    )
  })

  test('consent walls and missing pages are dropped as such', () => {
    for (const { html, reason } of deadPages()) {
      expect(
        cleanPage(writtenMarkup(html), { url: 'http://outlet.example/a/1' }, noHints),
      ).toMatchObject({
        reason,
      })
    }
  })
})
