/** What a spreadsheet takes for a formula when a cell begins with it (OWASP, CSV injection). */
const formula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
const escaped = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** A text as a cell that no spreadsheet runs: an apostrophe before what looks like a formula. `fromCsvText` undoes it. */
export function toCsvText(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** The text of a cell. */
export function fromCsvText(cell: string): string {
  return escaped.test(cell) ? cell.slice(1) : cell
}
