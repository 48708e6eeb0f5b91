import type { LanguageSample } from '../../src/shared/core/text/language.ts'

/** One line of the data. */
export interface LanguageRow {
  readonly text: string
  /** BCP-47; Serbian and Chinese with their script. */
  readonly lang: string
  /** `news`, `headline`, `sentence`, `short`, `contaminated`, `und`, … */
  readonly kind: string
  /** The part of the data it is in, where the data is cut into parts. */
  readonly part?: number
}

/** A sample with the language it is in. */
export interface LabelledSample {
  readonly sample: LanguageSample
  readonly lang: string
  /** The part of the data it is in. */
  readonly part: number
}

/** The samples of each kind: those in the data, and those made from them where the data has none. */
export function samplesByKind(
  rows: readonly LanguageRow[],
): ReadonlyMap<string, readonly LabelledSample[]> {
  const kinds = new Map<string, readonly LabelledSample[]>()
  for (const [kind, group] of Map.groupBy(rows, (row) => row.kind)) {
    kinds.set(
      kind,
      group.map((row) => labelledSample(row)),
    )
  }
  const headlines = rows.filter((row) => row.kind === 'headline')
  const news = rows.filter((row) => row.kind === 'news')
  kinds.set(
    'headlineHint',
    headlines.map((row) => labelledSample(row, [row.lang])),
  )
  kinds.set(
    'headlineEnglishHint',
    headlines.map((row) => labelledSample(row, ['en'])),
  )
  if (!kinds.has('contaminated')) kinds.set('contaminated', news.map(framed))
  if (!kinds.has('und')) {
    kinds.set(
      'und',
      notTexts.map((text) => labelledSample({ text, lang: 'und', kind: 'und' })),
    )
  }
  return new Map([...kinds].filter(([, samples]) => samples.length > 0))
}

/** A headline as a title, any other text as a text. */
export function labelledSample(row: LanguageRow, hints: readonly string[] = []): LabelledSample {
  const isTitle = row.kind === 'headline'
  return {
    sample: { title: isTitle ? row.text : '', text: isTitle ? '' : row.text, hints },
    lang: row.lang,
    part: row.part ?? 0,
  }
}

const frames = [
  'Share this story by mail or on your favourite network. Print this page. We use cookies to make the site work. Accept all. ',
  'Sign in to keep reading. Follow us for alerts and updates through the day. All rights reserved. Advertisement. Most read today. ',
]

const framedLengths = [200, 400, 800]

/** A news text, without its headline, behind the English of a page frame. */
function framed(row: LanguageRow, index: number): LabelledSample {
  const [, ...lines] = row.text.split('\n')
  const body = lines.join(' ').slice(0, framedLengths[index % framedLengths.length])
  const frame = row.lang === 'en' ? '' : frames[index % frames.length]
  return {
    sample: { title: '', text: `${frame}${body}`, hints: [] },
    lang: row.lang,
    part: row.part ?? 0,
  }
}

/** Texts in no language. */
const notTexts: readonly string[] = [
  ...[
    '',
    ' ',
    '\n\t',
    '12345',
    '3:1',
    '2024-05-17 18:30',
    '+44 20 7946 0000',
    '1,234.56 %',
    '7 × 8 = 56',
  ],
  ...[
    'https://example.com/news/2024/05/17/story',
    'www.example.org',
    'reader@example.com',
    '@someone',
  ],
  ...[
    '#breaking',
    '#news #live #sport',
    '🙂🙂🎉',
    '⚽ 2-1',
    '→ → →',
    '***',
    '-----',
    '…',
    '(c) 2024',
    '©®™',
  ],
  ...[
    'A',
    'x',
    'OK',
    'TV',
    'Q1 2024',
    '12 km',
    '5 kg',
    'B2B',
    'A4',
    'MP3',
    'IMG_20240517_183000',
    'v1.2.3',
  ],
  ...[
    '<br/><br/>',
    '&nbsp;&nbsp;',
    '$ 12.50',
    '€ 9,99',
    '10:00 – 11:30',
    '1. 2. 3.',
    'a) b) c)',
    '?!?!',
  ],
  ...[
    'https://t.co/aB3dE5',
    'mailto:desk@example.net',
    '0xdeadbeef',
    '3f2a9c1b77',
    '99% 100% 0%',
    '★★★★☆',
  ],
]
