import { styleText } from 'node:util'
import stringWidth from 'string-width'

/** Writes a line for the user. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Writes a line about the run itself, apart from the results. */
export function note(line: string): void {
  process.stderr.write(`${styleText('dim', 'wirefold', { stream: process.stderr })} ${line}\n`)
}

/** Styles of text on standard output: only where that is a terminal, or as NO_COLOR and FORCE_COLOR say. */
const style = (name: 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan') => (text: string) =>
  styleText(name, text)
export const paint = {
  bold: style('bold'),
  dim: style('dim'),
  green: style('green'),
  yellow: style('yellow'),
  red: style('red'),
  cyan: style('cyan'),
}

/** Text of publishers as it may go to a terminal: without the control characters that steer it. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Cuts a text to a number of columns, with an ellipsis; control characters become spaces. Chinese letters take two. */
export function cut(text: string, columns: number): string {
  // a column holds one letter at least: what is far longer is never measured
  const line = plain(text.slice(0, columns * longestLetter))
  if (stringWidth(line) <= columns) return line
  let [kept, width] = ['', 0]
  for (const { segment } of letters.segment(line)) {
    width += stringWidth(segment)
    if (width > columns - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** Code units that one letter has at most, here: a family of four in one picture has 11. */
const longestLetter = 16

/** `4 s`, `12 min`, `3 h`, `2 d`. */
export function age(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000))
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return `${Math.round(seconds / 60)} min`
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} h`
  return `${Math.round(seconds / 86_400)} d`
}

/** `1 article`, `2 articles`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`
}

/** Rows as left-aligned columns, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
  )
  const line = (row: readonly string[]) =>
    row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

function padded(cell: string, columns: number): string {
  return cell + ' '.repeat(Math.max(0, columns - stringWidth(cell)))
}
