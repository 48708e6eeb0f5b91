/** A piece of a text: shared with the other text, or not. */
export interface Passage {
  readonly text: string
  readonly shared: boolean
}

interface Word {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** Words in a row that make a passage: as many as a shingle of the copy index has. */
const runLength = 5
/** Words compared of each text: more would hold up the page. */
const mostWords = 20_000

/** Both texts cut into passages that stand in the other, word for word, and the rest. */
export function sharedPassages(left: string, right: string): readonly [Passage[], Passage[]] {
  const [leftWords, rightWords] = [wordsOf(left), wordsOf(right)]
  return [
    passagesOf(left, leftWords, runsOf(rightWords)),
    passagesOf(right, rightWords, runsOf(leftWords)),
  ]
}

function wordsOf(text: string): readonly Word[] {
  // scripts without spaces are compared by character
  const pattern =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
  const words: Word[] = []
  for (const match of text.matchAll(pattern)) {
    if (words.length === mostWords) break
    const start = match.index
    words.push({ key: match[0].toLowerCase(), start, end: start + match[0].length })
  }
  return words
}

const runAt = (words: readonly Word[], at: number) =>
  words
    .slice(at, at + runLength)
    .map(({ key }) => key)
    .join(' ')

function runsOf(words: readonly Word[]): ReadonlySet<string> {
  const last = words.length - runLength
  return new Set(Array.from({ length: Math.max(0, last + 1) }, (_, at) => runAt(words, at)))
}

function passagesOf(text: string, words: readonly Word[], runs: ReadonlySet<string>): Passage[] {
  const isShared = new Array<boolean>(words.length).fill(false)
  for (let at = 0; at + runLength <= words.length; at += 1)
    if (runs.has(runAt(words, at))) isShared.fill(true, at, at + runLength)
  const passages: Passage[] = []
  let done = 0
  for (let at = 0; at < words.length; ) {
    const shared = isShared[at] ?? false
    let next = at
    while (next < words.length && isShared[next] === shared) next += 1
    const end = shared ? (words[next - 1]?.end ?? text.length) : (words[next]?.start ?? text.length)
    passages.push({ text: text.slice(done, end), shared })
    done = end
    at = next
  }
  if (done < text.length) passages.push({ text: text.slice(done), shared: false })
  return passages
}
