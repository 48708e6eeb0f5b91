import { createRandom, type Random } from '../../demo/random.ts'
import type { ReadArticle } from '../../src/shared/schemas.ts'
import { readArticle } from '../readArticle.ts'

interface Wish {
  readonly count: number
  readonly seed: number
  /** The articles' times go evenly from the first to the last, ms. */
  readonly firstMs: number
  readonly lastMs: number
}

/** What is written about: words and names that no other subject has in this mixture. */
interface Subject {
  readonly names: readonly string[]
  readonly words: readonly string[]
}

/** Of 72,000 real articles in twelve languages three in four opened a cluster; half of the others were copies. */
const retoldEvery = 4
const copiedEvery = 8
const sources = 2_000
/** Retellings come while an event is new. */
const recentSubjects = 400
const vocabulary = 40_000
const surnames = 20_000
/** As agency reports have them. */
const wordsAnArticle = { least: 150, most: 350 } as const
const wordsASentence = 16
const sentencesAParagraph = 3

/**
 * Articles as a reader passes them on, of words made of syllables: most are about something of their own, some retell or
 * copy what came lately. Words are drawn as often as their rank says (Zipf), so that lists of clusters by word are as in life.
 */
export function* windowArticles({ count, seed, firstMs, lastMs }: Wish): Generator<ReadArticle> {
  const random = createRandom(seed)
  const recent: { readonly subject: Subject; readonly text: Text }[] = []
  let opened = 0
  for (let number = 0; number < count; number += 1) {
    const told = number % retoldEvery === 0 && recent.length > 0 ? random.pick(recent) : null
    const subject = told?.subject ?? newSubject(random)
    const text = told && number % copiedEvery === 0 ? told.text : write(subject, random)
    if (!told) {
      recent[opened % recentSubjects] = { subject, text }
      opened += 1
    }
    yield readArticle({
      ...text,
      source: `paper-${random.between(1, sources)}.example`,
      path: `/${number}/${text.title.replaceAll(' ', '-').toLowerCase()}`,
      lang: 'en',
      timeMs: Math.round(firstMs + ((lastMs - firstMs) * number) / count),
    })
  }
}

interface Text {
  readonly title: string
  readonly paragraphs: readonly string[]
}

function newSubject(random: Random): Subject {
  return {
    names: times(5, () => name(random.between(0, surnames - 1))),
    words: times(24, () => word(random.between(200, vocabulary - 1))),
  }
}

function write(subject: Subject, random: Random): Text {
  const length = random.between(wordsAnArticle.least, wordsAnArticle.most)
  const sentences = times(Math.round(length / wordsASentence), () => sentence(subject, random))
  const paragraphs = Array.from(
    { length: Math.ceil(sentences.length / sentencesAParagraph) },
    (_, at) => sentences.slice(at * sentencesAParagraph, (at + 1) * sentencesAParagraph).join(' '),
  )
  const title = [
    ...times(2, () => random.pick(subject.names)),
    ...times(5, () => random.pick(subject.words)),
  ]
  return { title: title.join(' '), paragraphs }
}

function sentence(subject: Subject, random: Random): string {
  const words = times(wordsASentence, () => {
    const draw = random.next()
    if (draw < 0.06) return random.pick(subject.names)
    if (draw < 0.28) return random.pick(subject.words)
    return word(Math.floor(vocabulary ** random.next()))
  })
  const [first = '', ...others] = words
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${others.join(' ')}.`
}

const syllables =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta tre pli sno'.split(
    ' ',
  )

/** The same word for the same rank; frequent words are short. */
function word(rank: number): string {
  let [made, rest] = ['', rank]
  do {
    made += syllables[rest % syllables.length]
    rest = Math.floor(rest / syllables.length)
  } while (rest > 0)
  return made
}

function name(number: number): string {
  const plain = word(number + 900)
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}n`
}

const times = <Item>(count: number, make: () => Item): readonly Item[] =>
  Array.from({ length: count }, make)
