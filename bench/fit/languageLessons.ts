import type { Family } from '../../src/shared/core/text/languageRelatives.ts'
import { isDense } from '../../src/shared/core/text/languageScripts.ts'
import { isCapitalized } from './sharedNames.ts'
import type { LabelledText } from './textLibrary.ts'
import { WRITTEN } from './writtenNews.ts'

/** Pieces of the length of a headline, each a list of words, and how often they are met. */
export interface Source {
  readonly pieces: readonly (readonly string[])[]
  readonly weight: number
}

/** What the languages of a family are learned from. */
export interface Lessons {
  readonly family: Family
  /** By language. */
  readonly sources: readonly (readonly Source[])[]
  /** Names of world news, in lower case. */
  readonly names: ReadonlySet<string>
  /** The same names as they stand in a text. */
  readonly written: readonly string[]
}

/** What the languages of a family are learned from; `names` are those of world news, `news` is the source they are from. */
export function lessonsOf(
  family: Family,
  byLabel: ReadonlyMap<string, readonly LabelledText[]>,
  { names, news }: { readonly names: ReadonlySet<string>; readonly news: string },
): Lessons {
  const written = [...names].map((name) => name.slice(0, 1).toUpperCase() + name.slice(1))
  return { family, sources: sourcesOf(family, byLabel, news), names, written }
}

/** How often news and written news are met beside each other source, and the characters from which a source is met in full. */
const NEWS_WEIGHT = 25
const FULL_SOURCE = 20_000

/** Share of the languages of a family that must have a source: else its subjects would speak for those that have it. */
const LEAST_LANGUAGES = 0.75

/** Characters from which a language has a source. */
const LEAST_CHARACTERS = 300

function sourcesOf(
  { script, langs }: Family,
  byLabel: ReadonlyMap<string, readonly LabelledText[]>,
  news: string,
): readonly (readonly Source[])[] {
  const isNews = (source: string) => source === news || source === WRITTEN
  const bySource = langs.map((lang) =>
    Map.groupBy(byLabel.get(`${lang} ${script}`) ?? [], ({ source }) => source),
  )
  const having = bySource.flatMap((sources) =>
    [...sources].flatMap(([source, texts]) =>
      lengthOf(texts) >= LEAST_CHARACTERS ? [source] : [],
    ),
  )
  const isShared = (source: string) =>
    having.filter((one) => one === source).length >= langs.length * LEAST_LANGUAGES
  return bySource.map((sources) =>
    [...sources]
      .filter(([source]) => isNews(source) || isShared(source))
      .map(([source, texts]) => ({
        pieces: texts.flatMap(({ text }) => cut(text, isDense(script))),
        weight: (isNews(source) ? NEWS_WEIGHT : 1) * Math.min(1, lengthOf(texts) / FULL_SOURCE),
      })),
  )
}

function lengthOf(texts: readonly LabelledText[]): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0)
}

/** Characters of a piece. */
const PIECE = 90
const DENSE_PIECE = 30

/** Cuts a text into pieces of words, those of dense scripts into single characters; a short rest is left out. */
function cut(text: string, isDenseText: boolean): readonly (readonly string[])[] {
  const words = isDenseText ? [...text] : text.split(/\s+/)
  const size = isDenseText ? DENSE_PIECE : PIECE
  const pieces: string[][] = [[]]
  let length = 0
  for (const word of words.filter((one) => one !== '')) {
    pieces.at(-1)?.push(word)
    length += word.length + Number(!isDenseText)
    if (length < size) continue
    pieces.push([])
    length = 0
  }
  return pieces.length > 1 && length < size / 3 ? pieces.slice(0, -1) : pieces
}

/** A piece as a text. */
export function joined(words: readonly string[], script: string): string {
  return words.join(isDense(script) ? '' : ' ')
}

/** A piece of any source of a language, any name in it in the place of each name. */
export function pickPiece(
  { sources, names, written }: Lessons,
  lang: number,
  random: () => number,
): readonly string[] {
  const source = pickSource(sources[lang] ?? [], random)
  const piece = source?.pieces[Math.floor(random() * source.pieces.length)] ?? []
  return piece.map((word) => {
    const bare = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    const isName = isCapitalized(bare) && names.has(bare.toLowerCase())
    return isName ? (written[Math.floor(random() * written.length)] ?? word) : word
  })
}

function pickSource(sources: readonly Source[], random: () => number): Source | undefined {
  const filled = sources.filter(({ pieces }) => pieces.length > 0)
  let left = random() * filled.reduce((sum, { weight }) => sum + weight, 0)
  for (const source of filled) {
    left -= source.weight
    if (left < 0) return source
  }
  return filled[0]
}
