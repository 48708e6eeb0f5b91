import { findAsides } from './asides.ts'
import type { Container, PageOutline } from './outline.ts'
import { type BlockScores, scoreBlocks, type Tally, tallyContainers } from './score.ts'
import { type Pass, suspendContainers } from './suspend.ts'
import { layoutTags, partTags } from './tags.ts'
import { passes, tuning } from './tuning.ts'

/** The container that holds the article, and what was found on the way to it. */
export interface BodyPick {
  readonly container: number
  readonly pass: Pass['name']
  /** Containers not read, by index. */
  readonly off: Uint8Array
  readonly scores: BlockScores
  /** Weighted characters of prose inside, and on the whole page without its frame. */
  readonly prose: number
  readonly pageProse: number
  /** Index of the block with the headline, or -1. */
  readonly headline: number
  /** The prose starts right after the headline. */
  readonly isAtHeadline: boolean
}

/** Chooses the container of the article; null when the page has no prose at all. `headline` is its block, or -1. */
export function pickBody(page: PageOutline, headline: number): BodyPick | null {
  const scores = scoreBlocks(page.blocks)
  const all = tallyContainers(page, scores, () => false)
  const pageProse = proseOutsideFrames(page.containers, all)
  const facts = { all, asides: findAsides({ page, all, scores, headline }) }
  let best: BodyPick | null = null
  for (const pass of passes) {
    const off = suspendContainers(page, facts, pass)
    const tally = tallyContainers(page, scores, (at) => off[at] === 1)
    const found = pickIn({ page, scores, off, tally, headline, pageProse }, pass.name)
    if (found !== null && found.prose > (best?.prose ?? 0) * tuning.passes.better) best = found
    if (best !== null && isEnough(best)) return best
  }
  return best
}

/** One pass over a page. */
interface Trial {
  readonly page: PageOutline
  readonly scores: BlockScores
  readonly off: Uint8Array
  readonly tally: Tally
  readonly headline: number
  readonly pageProse: number
}

function isEnough(pick: BodyPick): boolean {
  const { enough, enoughShare, least, atHeadline } = tuning.passes
  if (pick.prose > enough) return true
  if (pick.prose > least && pick.prose > pick.pageProse * enoughShare) return true
  return pick.isAtHeadline && pick.prose > atHeadline
}

function pickIn(trial: Trial, pass: Pass['name']): BodyPick | null {
  const anchor = firstProseAfter(trial)
  const start = bestContainer(trial, anchor)
  if (start === null) return null
  const container = descend(trial, start)
  return {
    container,
    pass,
    off: trial.off,
    scores: trial.scores,
    prose: trial.tally.prose[container] ?? 0,
    pageProse: trial.pageProse,
    headline: trial.headline,
    isAtHeadline: anchor !== null && trial.tally.first[container] === anchor,
  }
}

/** Index of the first block of prose after the headline, or null. */
function firstProseAfter({ page, scores, off, headline }: Trial): number | null {
  if (headline < 0) return null
  for (let at = headline + 1; at < page.blocks.length; at++) {
    const block = page.blocks[at]
    if (block !== undefined && off[block.container] === 0 && (scores[at] ?? 0) > 60) return at
  }
  return null
}

function bestContainer(trial: Trial, anchor: number | null): number | null {
  const pageWeight = standsInNamedBody(trial, anchor)
    ? tuning.pick.pageBesideBody
    : tuning.pick.page
  let best: number | null = null
  let bestValue = 0
  trial.page.containers.forEach((container, at) => {
    if (trial.off[at] === 1 || partTags.has(container.tag)) return
    const value =
      merit(trial.tally, at) * standing(container, pageWeight) * place(trial, at, anchor)
    if (value > bestValue) {
      bestValue = value
      best = at
    }
  })
  return best
}

function merit(tally: Tally, at: number): number {
  const prose = tally.prose[at] ?? 0
  return prose - tuning.pick.negativeWeight * (prose - (tally.score[at] ?? 0))
}

function standing(container: Container, pageWeight: number): number {
  if (container.tag === 'body' || container.tag === 'html') return pageWeight
  if (container.isBody) return tuning.pick.bodyName
  if (container.tag === 'article') return tuning.pick.article
  return container.tag === 'main' ? tuning.pick.main : 1
}

function place(trial: Trial, at: number, anchor: number | null): number {
  if (anchor === null) return 1
  const first = trial.tally.first[at] ?? 0
  if (first === anchor) return tuning.pick.atHeadline
  return first > anchor ? tuning.pick.afterHeadline : 1
}

function standsInNamedBody({ page, tally }: Trial, anchor: number | null): boolean {
  if (anchor === null) return false
  for (
    let at = page.blocks[anchor]?.container ?? 0;
    at > 0;
    at = page.containers[at]?.parent ?? 0
  ) {
    const container = page.containers[at]
    const isNamed = container?.isBody === true || container?.tag === 'article'
    if (isNamed && container.tag !== 'body' && (tally.prose[at] ?? 0) > 300) return true
  }
  return false
}

/** Moves on to a child that holds nearly everything, as often as there is one. */
function descend(trial: Trial, start: number): number {
  const { page, tally, off } = trial
  const { descendShare, descendBodyShare } = tuning.pick
  let at = start
  for (let child = at + 1; child < page.containers.length; child++) {
    const container = page.containers[child]
    if (container?.parent !== at || off[child] === 1) continue
    if (partTags.has(container.tag) && !layoutTags.has(container.tag)) continue
    const share = (tally.score[child] ?? 0) / (tally.score[at] ?? 1)
    if (share >= descendShare || (container.isBody && share >= descendBodyShare)) at = child
  }
  return at
}

/** Prose that is not inside a container of the page's frame. */
function proseOutsideFrames(containers: readonly Container[], all: Tally): number {
  const framed = new Uint8Array(containers.length)
  let prose = all.prose[0] ?? 0
  containers.forEach((container, at) => {
    const isInside = at > 0 && framed[container.parent] === 1
    if (isInside || container.isHard) framed[at] = 1
    if (container.isHard && !isInside) prose -= all.prose[at] ?? 0
  })
  return prose
}
