import { shingleUnitOf } from './shingles.ts'
import { maximumFamilies, maximumMemoryBytes, packedBytes } from './templatePacked.ts'
import { cutWindows, sortedDistinct } from './templateShingles.ts'
import type { TemplateFamily, TemplateMemory } from './templateTypes.ts'
import type { Tokens } from './tokens.ts'

/** The memory of a source without a template. */
export const noTemplates: TemplateMemory = []

/** Pages after which what has not been seen again fades: each page counts a sixteenth. */
const memorySpan = 16

/** Support below which a shingle is forgotten: two pages after a long template had it once. */
const leastSupport = 15
/** Support that counts as full, so that most of a settled skeleton is packed without its supports. */
const fullSupport = 248
/** Support from which a shingle is skeleton: in the long run seven pages of ten. */
const skeletonSupport = 178
/** Share of a family's skeleton from which a page belongs to it, so that boilerplate two families share is not enough. */
const leastFound = 0.75
/** Share of a page from which it is taken for an excerpt of a family's page. */
const leastCovered = 0.4
/** Fewest skeleton shingles of a page that say anything. */
const fewestFound = 10

/** What a page shares with the templates of its source. */
export interface TemplateReading {
  /** Position of the page's family in the memory; -1 when it belongs to none, or is an excerpt of one. */
  readonly family: number
  /** Share of the page that is skeleton, 0..1. */
  readonly templateShare: number
  /** 1 for each shingle, by the token it starts at, that is skeleton. */
  readonly skeletonShingles: Uint8Array
  /** 1 for each token inside a skeleton shingle. */
  readonly skeletonTokens: Uint8Array
}

/** Share of a page from which its skeleton is left out of comparisons. */
const leastTemplateShare = 0.3

/** Whether a page is mostly or largely known skeleton. */
export function isTemplatePage({ templateShare }: TemplateReading): boolean {
  return templateShare >= leastTemplateShare
}

/** Finds the template a page is made from, and which of its words are the template's. */
export function readTemplate(memory: TemplateMemory, tokens: Tokens): TemplateReading {
  const windows = memory.length === 0 ? new Uint16Array(0) : cutWindows(tokens)
  const page = sortedDistinct(windows)
  const matches = memory
    .map((family, index) => ({ family, index, ...countFound(family, page) }))
    .filter(({ found, skeleton }) => isFamiliar(found, { skeleton, page: page.length }))
    .sort((one, other) => other.found - one.found)
  const best = matches[0]
  if (best === undefined) return unknownPage(tokens)
  const isMember = best.found >= leastFound * best.skeleton
  return {
    family: isMember ? best.index : -1,
    ...flagSkeleton(tokens, windows, skeletonOf(best.family)),
  }
}

interface Sizes {
  readonly skeleton: number
  readonly page: number
}

function isFamiliar(found: number, { skeleton, page }: Sizes): boolean {
  return found >= fewestFound && (found >= leastFound * skeleton || found >= leastCovered * page)
}

function unknownPage({ count }: Tokens): TemplateReading {
  const none = new Uint8Array(count)
  return { family: -1, templateShare: 0, skeletonShingles: none, skeletonTokens: none }
}

function flagSkeleton(tokens: Tokens, windows: Uint16Array, skeleton: ReadonlySet<number>) {
  const { size } = shingleUnitOf(tokens.kind)
  const skeletonShingles = new Uint8Array(tokens.count)
  const skeletonTokens = new Uint8Array(tokens.count)
  windows.forEach((window, start) => {
    if (!skeleton.has(window)) return
    skeletonShingles[start] = 1
    skeletonTokens.fill(1, start, start + size)
  })
  let covered = 0
  for (const flag of skeletonTokens) covered += flag
  return { templateShare: covered / Math.max(1, tokens.count), skeletonShingles, skeletonTokens }
}

function skeletonOf({ shingles, supports }: TemplateFamily): ReadonlySet<number> {
  const skeleton = new Set<number>()
  for (let index = 0; index < shingles.length; index++) {
    if ((supports[index] ?? 0) >= skeletonSupport) skeleton.add(shingles[index] ?? 0)
  }
  return skeleton
}

/** How many skeleton shingles a family has, and how many of them a page. */
function countFound({ shingles, supports }: TemplateFamily, page: Uint16Array) {
  let found = 0
  let skeleton = 0
  let at = 0
  for (let index = 0; index < shingles.length; index++) {
    if ((supports[index] ?? 0) < skeletonSupport) continue
    const shingle = shingles[index] ?? 0
    skeleton++
    while (at < page.length && (page[at] ?? 0) < shingle) at++
    if (page[at] === shingle) found++
  }
  return { found, skeleton }
}

/** A page to learn from. */
export interface TemplateLesson {
  readonly page: Tokens
  /** The family it belongs to, from `readTemplate`. */
  readonly family: number
  /** Another page of the same template, when the family is not known yet. */
  readonly sibling: Tokens | null
}

/** The memory after one more page of a template; a page of none leaves it as it is. */
export function learnTemplate(memory: TemplateMemory, lesson: TemplateLesson): TemplateMemory {
  const known = memory[lesson.family]
  const page = sortedDistinct(cutWindows(lesson.page))
  if (known !== undefined)
    return bounded([addPage(known, page), ...memory.toSpliced(lesson.family, 1)])
  if (lesson.sibling === null) return memory
  const first = addPage(newFamily, sortedDistinct(cutWindows(lesson.sibling)))
  return bounded([addPage(first, page), ...memory])
}

const newFamily: TemplateFamily = {
  pages: 0,
  shingles: new Uint16Array(0),
  supports: new Uint8Array(0),
}

/** Moves every support towards 255 for the shingles of the page and towards 0 for the others. */
function addPage({ pages, shingles, supports }: TemplateFamily, page: Uint16Array): TemplateFamily {
  const seen = Math.min(memorySpan, pages + 1)
  const merged = new Uint16Array(shingles.length + page.length)
  const weighed = new Uint8Array(merged.length)
  let count = 0
  for (let known = 0, own = 0; known < shingles.length || own < page.length; ) {
    const shingle = Math.min(shingles[known] ?? beyond, page[own] ?? beyond)
    const isKnown = shingles[known] === shingle
    const isOnPage = page[own] === shingle
    const support = nextSupport(isKnown ? (supports[known] ?? 0) : 0, isOnPage, seen)
    if (isKnown) known++
    if (isOnPage) own++
    if (support < leastSupport) continue
    merged[count] = shingle
    weighed[count++] = support
  }
  return { pages: seen, shingles: merged.slice(0, count), supports: weighed.slice(0, count) }
}

/** Above every shingle. */
const beyond = 0x10000

function nextSupport(support: number, isOnPage: boolean, pages: number): number {
  const next = Math.round(support - support / pages + (isOnPage ? 255 / pages : 0))
  return next >= fullSupport ? 255 : next
}

/** Supports below which shingles go first when a memory is full, the least seen ones before the rest. */
const floors = [40, 80, 128, skeletonSupport]

function bounded(memory: TemplateMemory): TemplateMemory {
  let kept = memory.slice(0, maximumFamilies)
  for (const floor of floors) {
    if (packedBytes(kept) <= maximumMemoryBytes) return kept
    kept = kept.map((family) => withoutBelow(family, floor))
  }
  while (packedBytes(kept) > maximumMemoryBytes) kept = kept.slice(0, -1)
  return kept
}

function withoutBelow(
  { pages, shingles, supports }: TemplateFamily,
  floor: number,
): TemplateFamily {
  const isKept = (_: number, index: number) => (supports[index] ?? 0) >= floor
  return { pages, shingles: shingles.filter(isKept), supports: supports.filter(isKept) }
}
