import { describe, expect, test } from 'vitest'
import { prose, textOf } from './pages.ts'

const around = (line: string) =>
  textOf(`<article><h1>Report</h1>${prose(3)}${line}${prose(2, 7)}</article>`)

describe('lines that are not the story', () => {
  test.each([
    'Advertisement',
    'Anzeige',
    'Compartir',
    'Реклама',
    '広告',
    'Teilen',
    'إعلان',
    'विज्ञापन',
    'Photo: A. Nother',
    'Quelle: dpa',
    '来源：晚报',
    'Source: Ministry',
    'Sign up for our morning letter',
    'All rights reserved.',
    '© 2024 The Courier',
    'Updated at 1:23 p.m.',
    'Veröffentlicht am 3. Mai 2024',
    '14 March 2024, 10:15',
    '2024年5月3日 10時30分',
    'Follow us on Facebook and Instagram',
    'Síguenos en Telegram',
    'Image 3 of 12',
    '2 / 14',
    '(Reporting by A. Writer; editing by B. Reader)',
    'Read more: A bridge too few',
    'Lesen Sie auch: Die Brücke',
    'Читайте также: Мост',
    'Baca juga: Jembatan',
  ])('%s is dropped', (line) => {
    expect(around(`<p>${line}</p>`)).not.toContain(line)
  })

  test('a link in capitals between paragraphs leads elsewhere', () => {
    expect(around('<p><a href="/b">MAYOR LOSES HIS HAT AGAIN</a></p>')).not.toContain('HAT')
  })

  test('the list after "Related articles" goes with it', () => {
    const list =
      '<h3>Related articles</h3><ul><li><a href="/1">First other</a></li><li><a href="/2">Second other</a></li></ul>'
    expect(around(list)).not.toMatch(/Related|other/)
  })

  test('a pull quote repeats what was said', () => {
    const quote = '<p>A sentence long enough that nobody would print it twice by chance.</p>'
    expect(around(quote + quote).match(/nobody would/g)).toHaveLength(1)
  })
})

describe('lines that are', () => {
  test.each([
    'Photo agencies were asked to hand in their pictures of the night.',
    'He said more from the harbour was to come before the end of the week.',
    'Share prices fell by four percent after the report.',
    'The vote was held on 14 March 2024, when most of the council was abroad for a conference.',
  ])('%s stays', (line) => {
    expect(around(`<p>${line}</p>`)).toContain(line)
  })

  test('the signature of a quoted post stays although it is a link and a date', () => {
    const line = '— Harbour Office (@harbour) March 13, 2024'
    expect(
      around(
        `<blockquote><p>Open again.</p><p>${line.replace('March 13, 2024', '<a href="/p">March 13, 2024</a>')}</p></blockquote>`,
      ),
    ).toContain(line)
  })

  test('a paragraph that is one link stays between prose', () => {
    expect(around('<p><a href="/b">The whole report is here to read</a></p>')).toContain(
      'whole report',
    )
  })

  test('a text that repeats itself often means to', () => {
    const day =
      '<p>Porridge with apples in the morning, soup with bread at noon, nothing after six.</p>'
    expect(around(day.repeat(7)).match(/Porridge/g)).toHaveLength(7)
  })

  test('a subheading stays', () => {
    expect(around('<h2>One month to answer</h2>')).toContain('One month to answer')
  })
})

test('notes about the author and headings without text end no article', () => {
  const html = `<article><h1>Report</h1>${prose(3)}<h3>More soon</h3><p>Mara Ellison is a reporter for the Courier and keeps bees.</p></article>`
  expect(textOf(html)).not.toMatch(/bees|More soon/)
})
