import type { Evidence } from './languageSample.ts'
import { type MarkerList, southSlavicMarkers } from './languageSouthSlavicWords.ts'

const wordLanguages = languagesOf((list) => list.words)
const partLanguages = languagesOf((list) => list.parts)
const partPattern = new RegExp([...partLanguages.keys()].join('|'), 'g')

function languagesOf(
  field: (list: MarkerList) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, readonly string[]>()
  for (const list of southSlavicMarkers) {
    for (const marker of field(list)?.split(' ') ?? []) {
      languages.set(marker, [...(languages.get(marker) ?? []), ...list.langs])
    }
  }
  return languages
}

/** Letters from which marker words tell more than n-grams (of 25, 80 and 120, measured on headlines and news). */
const FEWEST_LETTERS = 25

/** What a hint is worth in markers, and what the detectors found: less than one marker, it breaks a draw. */
const HINT_POINTS = 3
const FOUND_POINTS = 0.5

/**
 * Tells Bosnian, Croatian and Serbian in Latin letters apart by their marker words; `found` is what the
 * detectors say, and stands for a text that is short or in Cyrillic.
 */
export function chooseSouthSlavic(found: string, { text, profile, hints }: Evidence): string {
  if (profile.script !== 'Latn' || profile.letters < FEWEST_LETTERS) return found
  const points = countMarkers(text.toLowerCase())
  addPoints(points, [found], FOUND_POINTS)
  addPoints(
    points,
    hints.filter((hint) => ['bs', 'hr', 'sr'].includes(hint)),
    HINT_POINTS,
  )
  let best = found
  for (const [lang, count] of points) if (count > (points.get(best) ?? 0)) best = lang
  return best
}

function countMarkers(text: string): Map<string, number> {
  const points = new Map<string, number>()
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    addPoints(points, wordLanguages.get(word) ?? [], 1)
  }
  for (const [part] of text.matchAll(partPattern)) {
    addPoints(points, partLanguages.get(part) ?? [], 1)
  }
  return points
}

function addPoints(points: Map<string, number>, langs: readonly string[], count: number): void {
  for (const lang of langs) points.set(lang, (points.get(lang) ?? 0) + count)
}
