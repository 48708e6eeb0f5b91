import { MarkupTokenizer } from './markupTokenizer.ts'
import { afterDeclaration, endOfRawText, isLetter } from './scanning.ts'

const rawTextTags: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'xmp'])
const rawTextInitials: ReadonlySet<string> = new Set('sStTxX')

/** Tokens of HTML. */
export class HtmlTokenizer extends MarkupTokenizer {
  protected override beginsName(code: number): boolean {
    return isLetter(code)
  }

  protected override readDeclaration(open: number): number {
    return afterDeclaration(this.source, open)
  }

  /** The content of a script and its like is text up to their end tag. */
  protected override readContent(nameStart: number, nameEnd: number, start: number): number {
    const { source, events } = this
    if (!rawTextInitials.has(source.charAt(nameStart))) return start
    const tag = source.slice(nameStart, nameEnd).toLowerCase()
    if (!rawTextTags.has(tag)) return start
    const close = endOfRawText(source, tag, start)
    if (close > start) events.ontext(start, close)
    return close < source.length ? this.readCloseTag(close + 2) : close
  }
}
