import { MarkupTokenizer } from '../markup/markupTokenizer.ts'
import { afterDeclaration, endOfRawText, isLetter } from '../markup/scanning.ts'
import { isWanted, wantedAttributes } from './attributes.ts'

const rawTextTags: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'xmp'])
const rawTextInitials: ReadonlySet<string> = new Set('sStTxX')

/** Tokens of a web page, without the attributes that nobody reads. */
export class PageTokenizer extends MarkupTokenizer {
  private wanted = wantedAttributes('')

  protected override beginsName(code: number): boolean {
    return isLetter(code)
  }

  protected override readDeclaration(open: number): number {
    return afterDeclaration(this.source, open)
  }

  protected override enterTag(start: number, end: number): void {
    this.wanted = wantedAttributes(this.source.slice(start, end))
  }

  protected override isWanted(start: number, end: number): boolean {
    return isWanted(this.wanted, this.source, { start, end })
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
