import { HtmlTokenizer } from '../markup/htmlTokenizer.ts'
import { isWanted, wantedAttributes } from './attributes.ts'

/** Tokens of a web page, without the attributes that nobody reads. */
export class PageTokenizer extends HtmlTokenizer {
  private wanted = wantedAttributes('')

  protected override enterTag(start: number, end: number): void {
    this.wanted = wantedAttributes(this.source.slice(start, end))
  }

  protected override isWanted(start: number, end: number): boolean {
    return isWanted(this.wanted, this.source, { start, end })
  }
}
