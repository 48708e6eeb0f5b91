import pc from 'picocolors'

/** Writes a line for the user. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Writes a line about the run itself, apart from the results. */
export function note(line: string): void {
  process.stderr.write(`${pc.dim('wirefold')} ${line}\n`)
}

/** Text of publishers as it may go to a terminal: without the control characters that steer it. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
}

/** Cuts a text to a number of columns, with an ellipsis; control characters become spaces. */
export function cut(text: string, columns: number): string {
  const letters = [...plain(text)]
  return letters.length <= columns ? text : `${letters.slice(0, columns - 1).join('')}…`
}

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
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}
