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

const bitsOfWord: ReadonlyMap<string, number> = tableOf(meanings)

function tableOf(lists: typeof meanings): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  for (const meaning of Object.keys(lists) as (keyof typeof meanings)[]) {
    for (const word of lists[meaning]) table.set(word, (table.get(word) ?? 0) | bits[meaning])
  }
  return table
}

const plain = traitsOf(0)

/**
 * Class names repeat within a page: a reader remembers what each meant, for one page. Past the number of different
 * names that any real page has it stops reading them.
 */
export function nameReader(): (names: string) => NameTraits {
  const known = new Map<string, NameTraits>([['', plain]])
  const knownTokens = new Map<string, number>()
  const bitsOf = (token: string) => {
    const found = knownTokens.get(token) ?? bitsOfToken(token)
    knownTokens.set(token, found)
    return found
  }
  return (names) => {
    const found = known.get(names)
    if (found !== undefined) return found
    if (known.size > pageLimits.differentNames) return plain
    const traits = traitsOf(joinedBits(names, bitsOf))
    known.set(names, traits)
    return traits
  }
}

/** What names mean, read afresh. They are matched word by word, never as substrings: `shareholder` shares nothing. */
export function classifyNames(names: string): NameTraits {
  return traitsOf(joinedBits(names, bitsOfToken))
}

function joinedBits(names: string, bitsOf: (token: string) => number): number {
  let joined = 0
  for (const token of names.slice(0, pageLimits.nameCharacters).split(/\s+/))
    joined |= bitsOf(token)
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
  if (token === '' || token.length > 60) return 0
  if (hidingNames.has(token)) return bits.suspect
  const words = wordsOfName(token)
  let joined = bodyNames.has(token) ? bits.body : 0
  words.forEach((word, at) => {
    const next = words[at + 1]
    joined |= bitsOfWord.get(word) ?? 0
    if (isSuspectPair(word, next)) joined |= bits.suspect
    if (isBodyName(word, next)) joined |= bits.body
  })
  const isSuspect = (joined & bits.suspect) !== 0
  return isSuspect && isIgnored(token.toLowerCase()) ? joined & ~bits.suspect : joined
}

/** Two words, or both in one. */
function isSuspectPair(word: string, next: string | undefined): boolean {
  return suspectPairs.has(word) || (next !== undefined && suspectPairs.has(`${word}-${next}`))
}

function isIgnored(name: string): boolean {
  const isMeant = heededPrefixes.some((prefix) => name.startsWith(prefix))
  return !isMeant && (ignoredPrefix.test(name) || ignoredPart.test(name))
}

const ignoredPrefix = new RegExp(`^(?:${ignoredPrefixes.join('|')})`)
const ignoredPart = new RegExp(`${ignoredParts.join('|')}|(?:${ignoredEndings.join('|')})$`)

/** `articleBody`, `article-body` and `article__body` are all `article`, `body`. */
function wordsOfName(name: string): readonly string[] {
  const separated = /[a-z][A-Z]/.test(name) ? name.replace(/([a-z])([A-Z])/g, '$1-$2') : name
  const lower = separated.toLowerCase()
  return /[-_]/.test(lower) ? lower.split(/[-_]+/) : [lower]
}

/** `article` and `body`, or both in one word. */
function isBodyName(word: string, next: string | undefined): boolean {
  if (next !== undefined && bodySubjects.has(word) && bodyParts.has(next)) return true
  const part = joinedBodyName.exec(word)?.[1]
  return part !== undefined && bodySubjects.has(part)
}

const joinedBodyName = new RegExp(`^([a-z]+)(?:${[...bodyParts].join('|')})$`)
