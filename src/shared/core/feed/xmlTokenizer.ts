import { MarkupTokenizer } from '../markup/markupTokenizer.ts'
import { afterDeclaration, beginsXmlName } from '../markup/scanning.ts'

const cdataStart = '[CDATA['
const cdataEnd = ']]>'

/** Tokens of a feed written in XML. A CDATA section cut off by the end of the document is read as far as it goes. */
export class XmlTokenizer extends MarkupTokenizer {
  protected override beginsName(code: number): boolean {
    return beginsXmlName(code)
  }

  protected override readDeclaration(open: number): number {
    const { source, events } = this
    if (!source.startsWith(cdataStart, open + 2)) return afterDeclaration(source, open)
    const start = open + 2 + cdataStart.length
    const end = source.indexOf(cdataEnd, start)
    if (end < 0) {
      if (start < source.length) events.oncdata(start, source.length, 0)
      return source.length
    }
    // as htmlparser2 has it: the place of the closing angle, and how much before it the content ends
    events.oncdata(start, end + 2, 2)
    return end + cdataEnd.length
  }
}
