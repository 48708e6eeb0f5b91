/** A language tag is no longer; a page may claim anything. */
const longest = 40

/**
 * A function of a text that remembers its first `most` answers: pages ask for the same few languages, and whoever makes up
 * others is answered afresh.
 */
export function remembered<T>(most: number, answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as T
    const fresh = answer(text)
    if (known.size < most && text.length <= longest) known.set(text, fresh)
    return fresh
  }
}
