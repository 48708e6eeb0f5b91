/** Code units that structure markup. */
export const codes = {
  space: 0x20,
  exclamation: 0x21,
  quote: 0x22,
  apostrophe: 0x27,
  slash: 0x2f,
  equals: 0x3d,
  close: 0x3e,
  question: 0x3f,
} as const

/** Where a text stands, or the end of the document. */
export function placeOf(html: string, wanted: string, from: number): number {
  const at = html.indexOf(wanted, from)
  return at < 0 ? html.length : at
}

/** Whether a code unit is a Latin letter: in HTML only one begins a name. */
export function isLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

/** Space, tab, line feed, form feed and carriage return (WHATWG HTML, section 13.2.5). */
function isSpace(code: number): boolean {
  return code === codes.space || (code <= 0x0d && code >= 0x09 && code !== 0x0b)
}

/** Whether a code unit begins a name in XML as broken feeds write it: whatever does not end one. NaN is the end. */
export function beginsXmlName(code: number): boolean {
  return code >= 0 && code !== codes.slash && code !== codes.close && !isSpace(code)
}

/** Where white space ends. */
export function afterSpace(html: string, from: number): number {
  let at = from
  while (isSpace(html.charCodeAt(at))) at++
  return at
}

/** Where a tag's name ends. */
export function endOfName(html: string, start: number): number {
  let at = start
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === codes.close || code === codes.slash || isSpace(code)) break
  }
  return at
}

/** An attribute's name has at least one character, whatever it is. */
export function endOfAttributeName(html: string, start: number): number {
  let at = start + 1
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === codes.equals || code === codes.close || code === codes.slash || isSpace(code))
      break
  }
  return at
}

/** The end of a value without quotes, and of a name in an end tag: both may hold slashes. */
export function endOfBareValue(html: string, start: number): number {
  let at = start
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === codes.close || isSpace(code)) break
  }
  return at
}

/** Where the end tag of a script or its like begins. */
export function endOfRawText(html: string, tag: string, from: number): number {
  let at = placeOf(html, '</', from)
  for (; at < html.length; at = placeOf(html, '</', at + 2)) {
    const end = at + 2 + tag.length
    const code = html.charCodeAt(end)
    const isEnd = code === codes.close || isSpace(code)
    if (isEnd && html.slice(at + 2, end).toLowerCase() === tag) break
  }
  return at
}

/** Where a comment or a declaration ends. Comments may end at once, as `<!-->` does; everything else ends at the next angle. */
export function afterDeclaration(html: string, open: number): number {
  if (html.startsWith('--', open + 2)) return placeOf(html, '-->', open + 2) + 3
  if (html.startsWith('[CDATA[', open + 2)) return placeOf(html, ']]>', open + 9) + 3
  return placeOf(html, '>', open) + 1
}
