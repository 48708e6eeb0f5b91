import type { MarkerGroup, MarkerList } from './languageMarkerList.ts'
import { markerGroups } from './languageMarkers.ts'
import { rareLanguages } from './languageRareWords.ts'
import type { Evidence } from './languageSample.ts'

/** The markers of one group, ready for look-up. */
interface Relatives {
  readonly script: string
  readonly members: ReadonlySet<string>
  readonly words: ReadonlyMap<string, readonly string[]>
  readonly parts: ReadonlyMap<string, readonly string[]>
  readonly partPattern: RegExp
}

const groups: readonly Relatives[] = markerGroups.map(buildRelatives)

function buildRelatives({ script, lists }: MarkerGroup): Relatives {
  const parts = languagesOf(lists, (list) => list.parts)
  return {
    script,
    members: new Set(lists.flatMap((list) => list.langs)),
    words: languagesOf(lists, (list) => list.words),
    parts,
    partPattern: new RegExp([...parts.keys()].join('|') || '(?!)', 'g'),
  }
}

function languagesOf(
  lists: readonly MarkerList[],
  field: (list: MarkerList) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, readonly string[]>()
  for (const list of lists) {
    for (const marker of field(list)?.split(' ') ?? []) {
      languages.set(marker, [...(languages.get(marker) ?? []), ...list.langs])
    }
  }
  return languages
}

/** What a hint is worth in markers, and the guess of the detector: enough to break a draw. */
const hintPoints = 3
const guessPoints = 1

/**
 * Tells a language from its relatives by their marker words: the member of its group with most of them
 * in the text. Languages outside all groups are returned as they are.
 */
export function chooseAmongRelatives(lang: string, { text, profile, hints }: Evidence): string {
  const group = groups.find(({ script, members }) => script === profile.script && members.has(lang))
  if (group === undefined) return lang
  const points = countMarkers(group, text.toLowerCase())
  addPoints(points, [lang], guessPoints)
  addPoints(
    points,
    hints.filter((hint) => group.members.has(hint)),
    hintPoints,
  )
  let best = lang
  for (const [member, count] of points) if (count > (points.get(best) ?? 0)) best = member
  return best
}

function countMarkers(group: Relatives, text: string): Map<string, number> {
  const points = new Map<string, number>()
  for (const word of splitWords(text)) addPoints(points, group.words.get(word) ?? [], 1)
  for (const [part] of text.matchAll(group.partPattern)) {
    addPoints(points, group.parts.get(part) ?? [], 1)
  }
  return points
}

function addPoints(points: Map<string, number>, langs: readonly string[], count: number): void {
  for (const lang of langs) points.set(lang, (points.get(lang) ?? 0) + count)
}

const rareWords = languagesOf(rareLanguages, (list) => list.words)

/** Share of all words from which common words tell a rare language; less will do of many words. */
const rareShare = 0.2
const rareShareOfMany = 0.15
const manyWords = 40
const fewestRareWords = 2

/** The language, of those the detectors do not know, that the common words of a text belong to. */
export function findRareLanguage(text: string): string | undefined {
  const points = new Map<string, number>()
  const words = splitWords(text.toLowerCase())
  for (const word of words) addPoints(points, rareWords.get(word) ?? [], 1)
  const share = words.length < manyWords ? rareShare : rareShareOfMany
  const least = Math.max(fewestRareWords, words.length * share)
  let best: string | undefined
  for (const [lang, count] of points) {
    if (count >= least && count > (points.get(best ?? '') ?? 0)) best = lang
  }
  return best
}

function splitWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}'’]+/gu) ?? []
}
