import { comparableText, foldText } from './text.ts'

const separators = /\s+[|–—\-·»«•:]+(?=\s)|\s*[|_]\s*|(?<=[\u3000-\u9fff\uff00-\uffef])-/g

/** More parts than any title has. */
const mostParts = 12

/** The parts of a title between its separators. */
export function partsOf(title: string): readonly string[] {
  return title.split(separators)
}

/** The beginnings and ends of a claim at its separators, longest first. */
export function piecesOf(claim: string): readonly string[] {
  const cuts = [...claim.matchAll(separators)]
  if (cuts.length >= mostParts) return []
  const pieces = cuts.flatMap((cut) => [
    claim.slice(0, cut.index).trim(),
    claim.slice(cut.index + cut[0].length).trim(),
  ])
  return pieces.filter(Boolean).sort((a, b) => b.length - a.length)
}

/** A feed's title of one word may be a section. */
const shortestHint = 10

/** The part of a title, without site name or kicker, that says the same as another title. */
export function partLike(title: string, other: string): string | null {
  const key = comparableText(other)
  if (key.length < shortestHint) return null
  const start = foldText(other)
  if (title.startsWith(start) && /^\s*[|–—\-·»«•:]/.test(title.slice(start.length))) return start
  const parts = [...piecesOf(title), ...title.split(/:\s/).slice(-1)]
  return parts.find((part) => comparableText(part) === key) ?? null
}
