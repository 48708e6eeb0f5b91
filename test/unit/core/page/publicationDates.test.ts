import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../../../src/shared/core/page/cleanPage.ts'
import type { CleanArticle } from '../../../../src/shared/core/page/types.ts'
import { dateLines } from './dateLines.ts'
import { noHints, pageOf, prose } from './pages.ts'

interface Written {
  readonly language?: string
  readonly url?: string
  readonly seenMs?: number
}

/** Reads an article with something of its own between headline and text. */
function article(between: string, written: Written = {}): CleanArticle {
  const { language = 'en', url = 'https://news.example/a', seenMs } = written
  const html = `<html lang="${language}"><h1>The harbour bridge reopens</h1>${between}${prose(3)}</html>`
  const result = cleanPage(pageOf(html), { url, seenMs }, noHints)
  if (!result.ok) throw new Error(result.reason)
  return result.article
}

const dayOf = (date: string | null) => date?.slice(0, 10) ?? null
const daysOf = ({ publishedAt, updatedAt }: CleanArticle) => [dayOf(publishedAt), dayOf(updatedAt)]

const published = '2023-10-05'
const updated = '2023-10-07'

describe.each(dateLines)(
  'in $language',
  ({ language, published: outs, updated: changes, event }) => {
    test.each(outs)('%s is the publication', (line) => {
      expect(daysOf(article(`<div>${line}</div>`, { language }))).toEqual([published, null])
    })

    test.each(changes)('%s is the change and not the publication', (line) => {
      expect(daysOf(article(`<div>${line}</div>`, { language }))).toEqual([null, updated])
    })

    test('two lines state both', () => {
      const lines = `<div>${changes[0]}</div><div>${outs[0]}</div>`
      expect(daysOf(article(lines, { language }))).toEqual([published, updated])
    })

    test('one line states both', () => {
      const line = `<p>${outs[0]} | ${changes[0]}</p>`
      expect(daysOf(article(line, { language }))).toEqual([published, updated])
    })

    test('an event in the first paragraph is neither', () => {
      expect(daysOf(article(`<p>${event}</p>`, { language }))).toEqual([null, null])
    })
  },
)

describe('addresses', () => {
  test.each([
    ['https://news.example/2024/3/4/x', '2024-03-04'],
    ['https://news.example/2024-03-04/x', '2024-03-04'],
    ['https://news.example/2024-03/04/c_1.htm', '2024-03-04'],
    ['https://news.example/2024/0304/c1002.html', '2024-03-04'],
    ['https://news.example/bridge-2024-03-04-reopens', '2024-03-04'],
    ['https://news.example/bridge_2024_03_04.html', '2024-03-04'],
    ['https://news.example/x-20240304.html', '2024-03-04'],
    ['https://news.example/04-03-2024-x', '2024-03-04'],
    ['https://news.example/04/03/2024/x', '2024-03-04'],
    ['https://news.example/2024/mar/04/x', '2024-03-04'],
    ['https://news.example/2024/octobre/4/x', '2024-10-04'],
    ['https://news.example/2024/99/04/x', null],
    ['https://news.example/2024/02/30/x', null],
    ['https://news.example/2024/03/x', null],
    ['https://news.example/id/1202403041', null],
    ['https://news.example/2024/bridge/04/x', null],
  ])('%s says %s', (url, day) => {
    expect(article('', { url }).publishedAt).toBe(day)
  })
})

describe('what a date means', () => {
  const read = (between: string, written?: Written) => daysOf(article(between, written))

  test.each([
    ['31/10/2023', 'en', '2023-10-31'],
    ['10/31/2023', 'en', '2023-10-31'],
    ['05/10/2023', 'en', null],
    ['05/10/2023', 'en-AU', '2023-10-05'],
    ['05/10/2023', 'en-US', '2023-05-10'],
    ['05/10/2023', 'es-US', '2023-05-10'],
    ['05/10/2023', 'es', '2023-10-05'],
    ['05.10.2023', 'en-US', '2023-10-05'],
  ])('%s on a page in %s is %s', (line, language, day) => {
    expect(read(`<div>${line}</div>`, { language })).toEqual([day, null])
  })

  test.each([
    ['20 ربيع الأول 1445 هـ', published],
    ['الخميس 19 ربيع الأول 1445 هـ - 5 أكتوبر 2023 م', published],
    ['نُشر في 5 أكتوبر 2023 الموافق 19 ربيع الأول 1445', published],
    ['۱۳ مهر ۱۴۰۲ - 5 October 2023', published],
    ['2566-10-05', published],
    ['平成12年10月5日', '2000-10-05'],
    ['令和元年10月5日', '2019-10-05'],
    ['31 เมษายน 2566', null],
  ])('%s is %s', (line, day) => {
    expect(read(`<div>${line}</div>`, { language: 'ar' })).toEqual([day, null])
  })

  test('another date of the page tells day from month', () => {
    const page = '<div>05/10/2023</div><ul><li>Older: 31/08/2023</li></ul>'
    expect(read(page, { language: 'en-US' })[0]).toBe('2023-10-05')
  })

  test('the country of the site tells day from month', () => {
    const url = 'https://news.example.co.nz/a'
    expect(read('<div>05/10/2023</div>', { url })[0]).toBe('2023-10-05')
  })

  test('a reading in the future is none', () => {
    const seenMs = Date.UTC(2023, 5, 1)
    expect(read('<div>05/10/2023</div>', { seenMs })[0]).toBe('2023-05-10')
  })

  test('a date after the page was seen is none, whoever claims it', () => {
    const seenMs = Date.UTC(2023, 9, 1)
    const url = 'https://news.example/2023/10/05/a'
    const meta = '<meta property="article:published_time" content="2023-10-05T10:00:00Z">'
    expect(read(`${meta}<div>5 October 2023</div>`, { url, seenMs })).toEqual([null, null])
    expect(read('<div>1 October 2023</div>', { url, seenMs })).toEqual(['2023-10-01', null])
  })

  test.each([
    ['5 October 2023 at 6.10 p.m. EST', '2023-10-05T18:10:00-05:00'],
    ['Published 5 October 2023, 10:12 GMT', '2023-10-05T10:12:00Z'],
    ['5 October 2023 | 10:12 (UTC+5:30)', '2023-10-05T10:12:00+05:30'],
    ['Veröffentlicht am 5. Oktober 2023 um 10:12 Uhr', '2023-10-05'],
  ])('%s keeps its zone, or is a day: %s', (line, date) => {
    expect(article(`<div>${line}</div>`).publishedAt).toBe(date)
  })

  test('a time with its zone wins over one that may be of any zone', () => {
    const html =
      '<meta name="date" content="2023-10-05T10:12:00"><time datetime="2023-10-05T10:12:00+02:00">5 October</time>'
    expect(article(html).publishedAt).toBe('2023-10-05T10:12:00+02:00')
  })

  test.each([
    '5 hours ago',
    'vor 3 Tagen',
    'il y a 2 heures',
    'Updated 12 minutes ago',
    '5 October',
    'October 2023',
    'Concert: 5 October 2023',
    'Termin: 5. Oktober 2023',
    '5 October 2023 – 7 October 2023',
    '5.–7. Oktober 2023',
    'Price list 10/2023',
    'Version 3.10.23',
    '© 1994 – 5 October 1990',
  ])('%s states nothing', (line) => {
    expect(read(`<div>${line}</div>`)).toEqual([null, null])
  })

  test.each([
    ['<p>Updated: <time datetime="2023-10-07">7 Oct</time></p>', null, updated],
    ['<div>Updated</div><div><time datetime="2023-10-07">7 Oct</time></div>', null, updated],
    [
      '<p>Published <time datetime="2023-10-05">5 October 2023</time>, updated <time datetime="2023-10-07">7 October 2023</time></p>',
      published,
      updated,
    ],
    ['<time class="updated" datetime="2023-10-07"></time>', null, updated],
    ['<div>Published:</div><h2>5 October 2023</h2>', published, null],
    ['<div>Last modified</div><div>7 October 2023</div>', null, updated],
    [
      `<p>Berlin, 5 October 2023 (dpa) – ${'The harbour bridge is open again. '.repeat(5)}</p>`,
      published,
      null,
    ],
  ])('%s states %s and %s', (html, out, change) => {
    expect(read(html)).toEqual([out, change])
  })
})
