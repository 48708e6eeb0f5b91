import { isDateLine } from './dateLine.ts'
import { isLabel, isNothingAfter } from './labels.ts'
import { wholeLines } from './lineWords.ts'
import { followWords, networks, noteLabels, requests, timestamps } from './noteWords.ts'
import type { Block } from './outline.ts'
import { openingPhrase, phraseKey } from './phrases.ts'

/** A line under test: its block and the key its phrases are looked up by. */
interface Line {
  readonly block: Block
  readonly key: string
}

/** Longer lines are paragraphs: no rule looks at them, except the one for headlines. */
const longestNote = 300

/** Whether a line, by what it says alone, is no part of the story. */
export function isNoise(block: Block): boolean {
  if (block.tag === 'h1') return true
  if (block.text.length > longestNote || isPostSignature(block)) return false
  const line = { block, key: phraseKey(block.text) }
  return noiseRules.some((rule) => rule(line))
}

/** `— Name (@handle) November 19, 2019` belongs to the quoted post above it. */
export function isPostSignature({ text }: Block): boolean {
  return text.length < 140 && /^[—–-] .{0,60}@\w+/.test(text)
}

/** Share of a line's characters that are links. */
export function linkShare(block: Block): number {
  return block.linkLength / block.length
}

const noiseRules: readonly ((line: Line) => boolean)[] = [
  isButton,
  isNote,
  isRequest,
  isTimestamp,
  isFollowRequest,
  isReporterNote,
  isGalleryCounter,
  isShoutedLink,
  ({ block }) => isDateLine(block.text),
]

/** `Share`, `Advertisement`, `Commentaires`. */
function isButton({ key }: Line): boolean {
  const phrase = openingPhrase(key, wholeLines)
  return phrase !== null && isNothingAfter(key, phrase)
}

/** `Photo: …`, `Quelle: …`. */
function isNote({ key }: Line): boolean {
  const phrase = key.length < 200 ? openingPhrase(key, noteLabels) : null
  return phrase !== null && isLabel(key, phrase)
}

function isRequest({ key }: Line): boolean {
  return key.length < 220 && openingPhrase(key, requests) !== null
}

/** `Updated at 1:23 p.m.` */
function isTimestamp({ key }: Line): boolean {
  return key.length < 70 && /\d/.test(key) && openingPhrase(key, timestamps) !== null
}

/** `Follow us on …` */
function isFollowRequest({ key }: Line): boolean {
  return openingPhrase(key, followWords) !== null && networks.test(key)
}

/** `Reporting by …`, `… contributed to this report`. */
function isReporterNote({ key }: Line): boolean {
  return key.length < 260 && reporterNote.test(key)
}

const reporterNote =
  /^(?:reporting by|reach the reporters?|.{0,80}\bcontributed (?:to this (?:report|story|article)|reporting))/

/** `Image 1 of 5`, `2 / 14`. */
function isGalleryCounter({ key }: Line): boolean {
  return /^\D{0,12}\d{1,3}\s?(?:of|von|de|di|sur|из|z|av|\/)\s?\/?\s?\d{1,3}$/u.test(key)
}

/** A line that is one link in capitals leads to another article. */
function isShoutedLink({ block }: Line): boolean {
  const { text } = block
  return linkShare(block) > 0.7 && text === text.toUpperCase() && text !== text.toLowerCase()
}
