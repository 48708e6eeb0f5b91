/** A language tag is no longer; a page may claim anything. */
const longest = 40

/**
 * A function of a text that keeps its last answers, at most `most`: pages ask for the same few languages. When it is full it
 * begins anew, so that made-up languages do not stay in the place of others.
 */
export function memoized<T>(most: number, answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as T
    const fresh = answer(text)
    if (text.length > longest) return fresh
    if (known.size >= most) known.clear()
    known.set(copyOf(text), fresh)
    return fresh
  }
}

/** V8 keeps a whole page for a piece of it. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
