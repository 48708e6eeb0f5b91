import type { TextOf } from '../markup/pieces.ts'
import { pageLimits } from './limits.ts'
import {
  bodyNames,
  bodyParts,
  bodySubjects,
  heededPrefixes,
  hidingNames,
  ignoredEndings,
  ignoredParts,
  ignoredPrefixes,
  meanings,
  suspectPairs,
} from './nameWords.ts'

/** What the class names and the id of an element say about it. */
export interface NameTraits {
  /** Probably not article text. */
  readonly isSuspect: boolean
  /** Suspect, and of a kind that is dropped even when it holds much text. */
  readonly isHard: boolean
  /** Called what the container of an article's text is called. */
  readonly isBody: boolean
  readonly isStandfirst: boolean
  readonly isCaption: boolean
  /** Called what readers' comments and their form are called. */
  readonly isComment: boolean
  readonly isByline: boolean
  readonly isDate: boolean
  /** The date is one of publication, or one of change. */
  readonly isPublished: boolean
  readonly isUpdated: boolean
}

type Meaning = keyof typeof meanings | 'body'

/** The meanings as bits of a number, so that those of several words join at no cost. */
const bits: Readonly<Record<Meaning, number>> = {
  suspect: 1,
  hard: 2,
  standfirst: 4,
  caption: 8,
  comment: 16,
  byline: 32,
  date: 64,
  published: 128,
  updated: 256,
  body: 512,
}

/** What a word means, alone and before another word. */
interface WordMeaning {
  bits: number
  readonly before: Map<string, number>
}

const meaningOfWord: ReadonlyMap<string, WordMeaning> = wordTable()

/** Two words mean the same with a hyphen between them and in one. */
function wordTable(): ReadonlyMap<string, WordMeaning> {
  const table = new Map<string, WordMeaning>()
  const entry = (word: string) => {
    const known = table.get(word) ?? { bits: 0, before: new Map() }
    table.set(word, known)
    return known
  }
  const addPair = (first: string, second: string, meaning: number) => {
    entry(first).before.set(second, meaning)
    entry(`${first}${second}`).bits |= meaning
  }
  for (const meaning of Object.keys(meanings) as (keyof typeof meanings)[]) {
    for (const word of meanings[meaning]) entry(word).bits |= bits[meaning]
  }
  for (const pair of suspectPairs) {
    const [first = '', second = ''] = pair.split('-')
    addPair(first, second, bits.suspect)
  }
  for (const subject of bodySubjects) {
    for (const part of bodyParts) addPair(subject, part, bits.body)
  }
  return table
}

const plain = traitsOf(0)

/** Reads what the class names and the id of an element say, each absent or as written. */
export type NameReader = (className: string | undefined, id: string | undefined) => NameTraits

/**
 * Class names repeat within a page: a reader remembers what each meant, for one page. Past the number of different
 * names that any real page has it stops reading them.
 */
export function nameReader(textOf: TextOf): NameReader {
  const bitsOfNames = remembered((names) => joinedBits(textOf(names)))
  const traits = new Map<number, NameTraits>([[0, plain]])
  return (className, id) => {
    const bits = bitsOfNames(className) | bitsOfNames(id)
    const known = traits.get(bits)
    if (known !== undefined) return known
    const read = traitsOf(bits)
    traits.set(bits, read)
    return read
  }
}

function remembered(bitsOf: (names: string) => number): (names: string | undefined) => number {
  const known = new Map<string, number>()
  return (names) => {
    if (names === undefined || names === '') return 0
    const found = known.get(names)
    if (found !== undefined) return found
    if (known.size > pageLimits.differentNames) return 0
    const bits = bitsOf(names)
    known.set(names, bits)
    return bits
  }
}

/** What names mean, read afresh. They are matched word by word, never as substrings: `shareholder` shares nothing. */
export function classifyNames(names: string): NameTraits {
  return traitsOf(joinedBits(names))
}

function joinedBits(names: string): number {
  const most = Math.min(names.length, pageLimits.nameCharacters)
  let joined = 0
  let start = 0
  for (let at = 0; at <= most; at++) {
    if (at < most && names.charCodeAt(at) > 32) continue
    if (at > start) joined |= bitsOfToken(names.slice(start, at))
    start = at + 1
  }
  return joined
}

function traitsOf(joined: number): NameTraits {
  const has = (meaning: Meaning) => (joined & bits[meaning]) !== 0
  return {
    isSuspect: has('suspect'),
    isHard: has('suspect') && has('hard'),
    isBody: has('body'),
    isStandfirst: has('standfirst'),
    isCaption: has('caption'),
    isComment: has('comment'),
    isByline: has('byline'),
    isDate: has('date'),
    isPublished: has('published'),
    isUpdated: has('updated'),
  }
}

function bitsOfToken(token: string): number {
  if (token.length > 60) return 0
  if (hidingNames.has(token)) return bits.suspect
  const joined = bitsOfWords(token) | (bodyNames.has(token) ? bits.body : 0)
  const isSuspect = (joined & bits.suspect) !== 0
  return isSuspect && isIgnored(token.toLowerCase()) ? joined & ~bits.suspect : joined
}

/** `articleBody`, `article-body` and `article__body` are all `article`, `body`. */
function bitsOfWords(token: string): number {
  const lower = token.toLowerCase()
  let joined = 0
  let previous: WordMeaning | undefined
  let start = 0
  for (let at = 1; at <= token.length; at++) {
    if (at < token.length && !isWordBound(token, at)) continue
    const word = lower.slice(isSeparator(token.charCodeAt(start)) ? start + 1 : start, at)
    start = at
    if (word === '') continue
    const meaning = meaningOfWord.get(word)
    joined |= (meaning?.bits ?? 0) | (previous?.before.get(word) ?? 0)
    previous = meaning
  }
  return joined
}

/** At a hyphen or an underscore, and before a capital after a small letter. */
function isWordBound(token: string, at: number): boolean {
  const code = token.charCodeAt(at)
  if (isSeparator(code)) return true
  const before = token.charCodeAt(at - 1)
  return code >= 0x41 && code <= 0x5a && before >= 0x61 && before <= 0x7a
}

function isSeparator(code: number): boolean {
  return code === 0x2d || code === 0x5f
}

function isIgnored(name: string): boolean {
  const isMeant = heededPrefixes.some((prefix) => name.startsWith(prefix))
  return !isMeant && (ignoredPrefix.test(name) || ignoredPart.test(name))
}

const ignoredPrefix = new RegExp(`^(?:${ignoredPrefixes.join('|')})`)
const ignoredPart = new RegExp(`${ignoredParts.join('|')}|(?:${ignoredEndings.join('|')})$`)
