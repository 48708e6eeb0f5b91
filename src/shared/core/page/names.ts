import { pageLimits } from './limits.ts'
import {
  bodyNames,
  bodyParts,
  bodySubjects,
  captionWords,
  hardWords,
  heededPrefixes,
  hidingNames,
  ignoredEndings,
  ignoredParts,
  ignoredPrefixes,
  standfirstWords,
  suspectPairs,
  suspectWords,
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
}

const plain: NameTraits = {
  isSuspect: false,
  isHard: false,
  isBody: false,
  isStandfirst: false,
  isCaption: false,
}

/** Class names repeat within a page: a reader remembers what each meant. One for each page. */
export function nameReader(): (names: string) => NameTraits {
  const known = new Map<string, NameTraits>([['', plain]])
  return (names) => {
    const found = known.get(names)
    if (found !== undefined) return found
    const traits = classifyNames(names)
    known.set(names, traits)
    return traits
  }
}

/** Names are matched word by word, never as substrings: `shareholder` shares nothing. */
export function classifyNames(names: string): NameTraits {
  const tokens = names.slice(0, pageLimits.nameCharacters).split(/\s+/).filter(Boolean)
  const isSuspect = tokens.some(isSuspectName)
  const all = tokens.map(wordsOfName)
  const some = (list: ReadonlySet<string>) =>
    all.some((words) => words.some((word) => list.has(word)))
  return {
    isSuspect,
    isHard: isSuspect && some(hardWords),
    isBody: tokens.some((token, at) => bodyNames.has(token) || isBodyName(all[at] ?? [])),
    isStandfirst: some(standfirstWords),
    isCaption: some(captionWords),
  }
}

function isSuspectName(name: string): boolean {
  if (name.length > 60) return false
  if (hidingNames.has(name)) return true
  const lower = name.toLowerCase()
  if (isIgnored(lower)) return false
  const words = wordsOfName(name)
  return words.some((word, at) => {
    return (
      suspectWords.has(word) ||
      suspectPairs.has(word) ||
      suspectPairs.has(`${word}-${words[at + 1]}`)
    )
  })
}

function isIgnored(name: string): boolean {
  if (heededPrefixes.some((prefix) => name.startsWith(prefix))) return false
  return (
    ignoredPrefixes.some((prefix) => name.startsWith(prefix)) ||
    ignoredParts.some((part) => name.includes(part)) ||
    ignoredEndings.some((ending) => name.endsWith(ending))
  )
}

/** `articleBody`, `article-body` and `article__body` are all `article`, `body`. */
function wordsOfName(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]+/)
    .filter(Boolean)
}

function isBodyName(words: readonly string[]): boolean {
  return words.some((word, at) => {
    const next = words[at + 1]
    return (
      (next !== undefined && bodySubjects.has(word) && bodyParts.has(next)) ||
      isJoinedBodyName(word)
    )
  })
}

function isJoinedBodyName(word: string): boolean {
  for (const part of bodyParts) {
    if (word.endsWith(part) && bodySubjects.has(word.slice(0, -part.length))) return true
  }
  return false
}
