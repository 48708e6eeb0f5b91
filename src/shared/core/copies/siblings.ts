import { alignTokens } from './alignment.ts'
import { type MarkedText, markText } from './markedText.ts'
import { areFilledInDifferently, areTemplateSiblings } from './template.ts'
import { isTemplatePage, type TemplateReading } from './templateMemory.ts'
import { scanTokens, type Tokens } from './tokens.ts'

/** An article as templates are told apart by. */
export interface TitledText {
  readonly title: string
  readonly text: MarkedText
  /** UTF-16 units of the text. */
  readonly length: number
}

/** An article whose text is marked when it is first compared: most never are. */
export function titledText(title: string, text: string): TitledText {
  let marked: MarkedText | null = null
  return {
    title,
    length: text.length,
    get text() {
      marked ??= markText(text)
      return marked
    },
  }
}

/** An article that a page may be a copy of. */
export interface Suspect extends TitledText {
  /** Of another publisher: it may tell the same in its own words. */
  readonly isForeign: boolean
}

/**
 * Which of the suspects are made from the template of a page and are about something else: by their texts, and, where the
 * page is known to be made from a template, by their titles too. In the order of the suspects.
 */
export function findSiblings(
  page: TitledText,
  suspects: readonly Suspect[],
  { reading }: { readonly reading: TemplateReading },
): readonly boolean[] {
  const byTitle = suspects.map((suspect) => haveSiblingTitles(page, suspect))
  const isKnown = isTemplatePage(reading)
  const byText = suspects.map(({ text, isForeign }, at) => {
    const isTold = byTitle[at] === true
    return (
      areTemplateSiblings(page.text, text, { reading, rewritten: isForeign && !isTold }) ||
      (isTold && !isForeign && areFilledInDifferently(page.text, text))
    )
  })
  const isTemplate = isKnown || byText.includes(true)
  return byText.map((isSibling, at) => isSibling || (isTemplate && byTitle[at] === true))
}

/**
 * Whether two titles are one line filled in differently, with words that only their own texts know: "Aries, 7 May" and
 * "Taurus, 7 May". A word added to a title, or a text that speaks of both, says nothing.
 */
export function haveSiblingTitles(a: TitledText, b: TitledText): boolean {
  const [own, other] = [hashesOf(scanTokens(a.title)), hashesOf(scanTokens(b.title))]
  const { runs, gaps } = alignTokens(own, other)
  if (runs.length === 0) return false
  // a title asks for a few words: that is less than making sets of all
  const [text, otherText] = [hashesOf(a.text.tokens), hashesOf(b.text.tokens)]
  const isOnlyHere = (hash: number) => text.includes(hash) && !otherText.includes(hash)
  const isOnlyThere = (hash: number) => otherText.includes(hash) && !text.includes(hash)
  return gaps.some(
    ({ aStart, aEnd, bStart, bEnd }) =>
      own.subarray(aStart, aEnd).some(isOnlyHere) && other.subarray(bStart, bEnd).some(isOnlyThere),
  )
}

function hashesOf({ hashes, count }: Tokens): Int32Array {
  return hashes.subarray(0, count)
}
