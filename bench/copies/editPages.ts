import { demoEvents } from '../../demo/events/index.ts'
import type { Random } from '../../demo/random.ts'
import { type EditWords, editWords } from './editTexts.ts'

/** One version of an article. */
export interface PageText {
  readonly lang: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** Grades an edit may truly have. */
export type TrueGrade =
  | 'cosmetic'
  | 'expanded'
  | 'shortened'
  | 'fact_changed'
  | 'corrected'
  | 'retracted'

/** A way to edit an article; null when the text gives no hold for it. */
export interface Edit {
  readonly name: string
  readonly grade: TrueGrade
  apply(page: PageText, words: EditWords, random: Random): PageText | null
}

/** The texts of the sample news world in the languages that have edit words, without later versions of others. */
export function editablePages(): readonly PageText[] {
  return demoEvents.flatMap(({ texts }) =>
    texts
      .filter(({ lang, form }) => lang in editWords && form !== 'update')
      .map(({ lang, headline, paragraphs }) => ({ lang, title: headline, paragraphs })),
  )
}

/** The edits newsrooms make, each with the grade an attentive reader would give it. */
export const edits: readonly Edit[] = [
  { name: 'same', grade: 'cosmetic', apply: (page) => page },
  { name: 'typography', grade: 'cosmetic', apply: (page) => mapText(page, withOtherQuotes) },
  { name: 'joined', grade: 'cosmetic', apply: joinParagraphs },
  { name: 'typo', grade: 'cosmetic', apply: (page, _, random) => changeWords(page, 2, random) },
  { name: 'wording', grade: 'cosmetic', apply: (page, _, random) => changeWords(page, 5, random) },
  {
    name: 'addedEnd',
    grade: 'expanded',
    apply: (page, words, random) => addEnd(page, words, random),
  },
  { name: 'addedMiddle', grade: 'expanded', apply: addMiddle },
  { name: 'addedMany', grade: 'expanded', apply: addMany },
  { name: 'cutHalf', grade: 'shortened', apply: (page) => keepShare(page, 0.5) },
  { name: 'cutEnd', grade: 'shortened', apply: (page) => keepShare(page, 0.8) },
  { name: 'cutParagraph', grade: 'shortened', apply: dropParagraph },
  {
    name: 'number',
    grade: 'fact_changed',
    apply: (page, _, random) => changeNumbers(page, 1, random),
  },
  {
    name: 'numbers',
    grade: 'fact_changed',
    apply: (page, _, random) => changeNumbers(page, 3, random),
  },
  { name: 'name', grade: 'fact_changed', apply: changeName },
  { name: 'negation', grade: 'fact_changed', apply: (page, words) => negate(page, words) },
  {
    name: 'numberAndMore',
    grade: 'fact_changed',
    apply: (page, words, random) => {
      const changed = changeNumbers(page, 2, random)
      return changed === null ? null : addEnd(changed, words, random)
    },
  },
  {
    name: 'correction',
    grade: 'corrected',
    apply: (page, words, random) => {
      const changed = changeNumbers(page, 1, random)
      return changed && { ...changed, paragraphs: [...changed.paragraphs, words.correction] }
    },
  },
  {
    name: 'correctionFirst',
    grade: 'corrected',
    apply: (page, words) => ({ ...page, paragraphs: [words.correction, ...page.paragraphs] }),
  },
  {
    name: 'retraction',
    grade: 'retracted',
    apply: (page, words) => ({ ...page, paragraphs: [words.retraction] }),
  },
  {
    name: 'retractionFirst',
    grade: 'retracted',
    apply: (page, words) => ({ ...page, paragraphs: [words.retraction, ...page.paragraphs] }),
  },
]

function mapText(page: PageText, change: (text: string) => string): PageText {
  return { ...page, title: change(page.title), paragraphs: page.paragraphs.map(change) }
}

function withOtherQuotes(text: string): string {
  return text
    .replace(/[“”„]/g, '"')
    .replace(/’/g, "'")
    .replace(/ – /g, ' - ')
    .replace(/(\d),(\d{3})/g, '$1$2')
}

function joinParagraphs(page: PageText): PageText | null {
  const [first, second, ...rest] = page.paragraphs
  if (first === undefined || second === undefined) return null
  return { ...page, paragraphs: [`${first} ${second}`, ...rest] }
}

/** Swaps two neighbouring letters of so many longer lower-case words, each in a place of its own. */
function changeWords(page: PageText, count: number, random: Random): PageText | null {
  return changeMatches(page, {
    pattern: /(?<=\s)\p{Ll}{6,}(?=\s)/gu,
    count,
    random,
    change: (word) => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`,
  })
}

function changeNumbers(page: PageText, count: number, random: Random): PageText | null {
  return changeMatches(page, {
    pattern: /(?<=\s)\d{1,3}(?=\s)/g,
    count,
    random,
    change: (number) => String(Number(number) + random.between(1, 9)),
  })
}

interface Change {
  readonly pattern: RegExp
  readonly count: number
  readonly random: Random
  change(match: string): string
}

function changeMatches(
  page: PageText,
  { pattern, count, random, change }: Change,
): PageText | null {
  const text = page.paragraphs.join('\n')
  const places = [...text.matchAll(pattern)].map(({ index }) => index)
  if (places.length < count) return null
  const chosen = new Set<number>()
  while (chosen.size < count) chosen.add(random.pick(places))
  const changed = text.replace(pattern, (match, at) => (chosen.has(at) ? change(match) : match))
  return { ...page, paragraphs: changed.split('\n') }
}

function addEnd(page: PageText, { additions }: EditWords, random: Random): PageText {
  return { ...page, paragraphs: [...page.paragraphs, random.pick(additions)] }
}

function addMiddle(page: PageText, { additions }: EditWords, random: Random): PageText {
  const at = random.between(1, page.paragraphs.length)
  return { ...page, paragraphs: page.paragraphs.toSpliced(at, 0, random.pick(additions)) }
}

function addMany(page: PageText, { additions }: EditWords): PageText {
  return {
    ...page,
    paragraphs: [page.paragraphs[0] ?? '', ...additions, ...page.paragraphs.slice(1)],
  }
}

function keepShare(page: PageText, share: number): PageText | null {
  const kept = Math.ceil(page.paragraphs.length * share)
  if (kept >= page.paragraphs.length) return null
  return { ...page, paragraphs: page.paragraphs.slice(0, kept) }
}

function dropParagraph(page: PageText, _: EditWords, random: Random): PageText | null {
  if (page.paragraphs.length < 4) return null
  return {
    ...page,
    paragraphs: page.paragraphs.toSpliced(random.between(1, page.paragraphs.length - 1), 1),
  }
}

const otherNames = ['Ravik', 'Ostrander', 'Belloq', 'Tammsalu']

/** Replaces a capitalised word that occurs at least twice inside sentences. */
function changeName(page: PageText, _: EditWords, random: Random): PageText | null {
  const text = page.paragraphs.join('\n')
  const found: readonly string[] = text.match(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}(?=[\s,.])/gu) ?? []
  const repeated = found.filter((name, index) => found.indexOf(name) !== index)
  const [chosen] = repeated
  if (chosen === undefined) return null
  const changed = text.replaceAll(chosen, random.pick(otherNames))
  return { ...page, paragraphs: changed.split('\n') }
}

function negate(page: PageText, { negations }: EditWords): PageText | null {
  const text = page.paragraphs.join('\n')
  const pair = negations.find(([plain, negated]) => text.includes(plain) && !text.includes(negated))
  if (pair === undefined) return null
  return { ...page, paragraphs: text.replace(pair[0], pair[1]).split('\n') }
}
