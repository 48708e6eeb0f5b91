import { createRandom, type Random } from '../../demo/random.ts'
import type { Anchors } from '../../src/shared/core/copies/anchors.ts'
import { fingerprintText } from '../../src/shared/core/copies/fingerprint.ts'
import { type MarkedText, markText } from '../../src/shared/core/copies/markedText.ts'
import { estimateOverlap, isCopy } from '../../src/shared/core/copies/overlap.ts'
import { areTemplateSiblings } from '../../src/shared/core/copies/template.ts'
import {
  isTemplatePage,
  learnTemplate,
  noTemplates,
  readTemplate,
  type TemplateReading,
} from '../../src/shared/core/copies/templateMemory.ts'
import { packTemplates } from '../../src/shared/core/copies/templatePacked.ts'
import { type TemplateAnchors, templateAnchors } from '../../src/shared/core/copies/templateRest.ts'
import type { TemplateMemory } from '../../src/shared/core/copies/templateTypes.ts'
import type { Tokens } from '../../src/shared/core/copies/tokens.ts'
import type { Fingerprint } from '../../src/shared/core/copies/types.ts'
import { type TemplatePage, templatePages, textOf } from './templatePages.ts'

/** An article as the simulated assigner sees it; `truth` names the page it is or was copied from. */
interface Article {
  readonly source: string
  readonly truth: string
  readonly reprint: string | null
  readonly text: string
}

interface Stored extends Article {
  readonly fingerprint: Fingerprint
}

interface Outcome {
  readonly article: Article
  readonly copies: readonly Stored[]
}

/** Limits of the index in Redis. */
const longestList = 15
const sharedAnchors = 2
const maximumCandidates = 8

interface Judging {
  readonly article: Article
  readonly page: MarkedText
  readonly fingerprint: Fingerprint
  readonly reading: TemplateReading
  readonly found: readonly Stored[]
}

function anchorsFor(page: MarkedText, reading: TemplateReading, whole: Anchors): TemplateAnchors {
  return isTemplatePage(reading)
    ? templateAnchors(page.tokens, reading)
    : { lookUp: whole, store: whole }
}

/** A copy index and the memories of all sources, in one process. */
function createAssigner(guarded: boolean) {
  const stored: Stored[] = []
  const lists = new Map<string, number[]>()
  const memories = new Map<string, TemplateMemory>()
  let guardMs = 0
  let slowest = 0

  const keysOf = ({ anchors, partitions }: Anchors) =>
    Array.from(anchors, (anchor, index) => `${partitions[index]}:${anchor}`)

  const find = (anchors: Anchors): Stored[] => {
    const shared = new Map<number, number>()
    for (const key of keysOf(anchors))
      for (const at of lists.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    return [...shared]
      .filter(([, count]) => count >= sharedAnchors)
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, maximumCandidates)
      .flatMap(([at]) => stored[at] ?? [])
  }

  const store = (article: Stored, anchors: Anchors) => {
    for (const key of keysOf(anchors)) {
      const list = lists.get(key)
      if (list === undefined) lists.set(key, [stored.length])
      else if (list.length < longestList) list.push(stored.length)
    }
    stored.push(article)
  }

  const memoryOf = (source: string) => memories.get(source) ?? noTemplates

  /** The reading of the memory, among those of the source and of its candidates, that knows most of the page. */
  const readBest = (page: MarkedText, own: TemplateReading, found: readonly Stored[]) =>
    [...new Set(found.map(({ source }) => source))]
      .map((source) => readTemplate(memoryOf(source), page.tokens))
      .reduce(
        (best, reading) => (reading.templateShare > best.templateShare + 0.1 ? reading : best),
        own,
      )

  const assignPlain = (article: Article, fingerprint: Fingerprint): Outcome => {
    const isAlike = (other: Stored) => isCopy(estimateOverlap(fingerprint, other.fingerprint))
    const copies = find(fingerprint).filter(isAlike)
    store({ ...article, fingerprint }, fingerprint)
    return { article, copies }
  }

  const assign = (article: Article): Outcome => {
    const fingerprint = fingerprintText(article.text)
    if (!guarded) return assignPlain(article, fingerprint)
    const start = performance.now()
    const page = markText(article.text)
    const own = readTemplate(memoryOf(article.source), page.tokens)
    const ownAnchors = anchorsFor(page, own, fingerprint)
    const first = find(ownAnchors.lookUp)
    const reading = readBest(page, own, first)
    const anchors = reading === own ? ownAnchors : anchorsFor(page, reading, fingerprint)
    const found = reading === own ? first : find(anchors.lookUp)
    const { copies, sibling } = judge({ article, page, fingerprint, reading, found })
    if (!copies.some((copy) => copy.source === article.source)) {
      const lesson = { page: page.tokens, family: own.family, sibling }
      memories.set(article.source, learnTemplate(memoryOf(article.source), lesson))
    }
    store({ ...article, fingerprint }, anchors.store)
    const took = performance.now() - start
    guardMs += took
    slowest = Math.max(slowest, took)
    return { article, copies }
  }

  const judge = ({ article, page, fingerprint, reading, found }: Judging) => {
    const copies: Stored[] = []
    let sibling: Tokens | null = null
    for (const other of found) {
      const isSame = other.fingerprint.textHash === fingerprint.textHash
      if (!isSame && !isCopy(estimateOverlap(fingerprint, other.fingerprint))) continue
      const mayBeSibling =
        !isSame &&
        (other.source === article.source ||
          isTemplatePage(reading) ||
          memoryOf(other.source).length > 0 ||
          memoryOf(article.source).length > 0)
      const otherPage = mayBeSibling ? markText(other.text) : null
      if (otherPage && areTemplateSiblings(page, otherPage, reading)) sibling ??= otherPage.tokens
      else copies.push(other)
    }
    return { copies, sibling }
  }

  return {
    assign,
    figures: () => ({
      guardMicros: Math.round((1000 * guardMs) / Math.max(1, stored.length)),
      slowestMicros: Math.round(1000 * slowest),
      memoryBytes: Math.max(
        0,
        ...[...memories.values()].map((memory) => packTemplates(memory).length),
      ),
    }),
  }
}

function truthOf({ lang, kind, place, day }: TemplatePage): string {
  return [lang, kind, place, day].join('/')
}

/** How another source prints a page again; `edited` is the page's own source, under another address. */
const reprints: Readonly<Record<string, (page: TemplatePage, random: Random) => string>> = {
  same: textOf,
  credited: (page) =>
    `${textOf(page)}\nFirst published by ${page.source}. Reprinted by arrangement.`,
  framed: (page) =>
    `Sign in for more local news and offers from our partners in your area.\n${textOf(page)}\nMore from this section: traffic, letters, puzzles and notices. Advertise with us.`,
  cut: (page) => firstWords(textOf(page), 0.65),
  touched: (page, random) => touchNumbers(textOf(page), 1, random),
  edited: (page, random) => touchNumbers(`${textOf(page)}\nUpdated during the day.`, 2, random),
}

function firstWords(text: string, share: number): string {
  const words = text.split(' ')
  if (words.length < 20) return text.slice(0, Math.round(text.length * share))
  return words.slice(0, Math.round(words.length * share)).join(' ')
}

function touchNumbers(text: string, count: number, random: Random): string {
  const numbers = [...text.matchAll(/\d+/g)]
  const chosen = new Set(Array.from({ length: count }, () => random.pick(numbers).index))
  return text.replace(/\d+/g, (number, at) =>
    chosen.has(at) ? String(Number(number) + 1) : number,
  )
}

/** Every tenth page is printed again by another source, one in four of these before its own source has it. */
function articlesOf(pages: readonly TemplatePage[], random: Random): readonly Article[] {
  const kinds = Object.entries(reprints)
  return pages.flatMap((page) => {
    const truth = truthOf(page)
    const original = { source: page.source, truth, reprint: null, text: textOf(page) }
    if (random.next() > 0.1) return [original]
    const [reprint, print] = random.pick(kinds)
    const other = `reprints-${random.between(1, 40)}.example`
    const source = reprint === 'edited' ? page.source : other
    const copy = { source, truth, reprint, text: print(page, random) }
    return random.next() < 0.25 ? [copy, original] : [original, copy]
  })
}

/** What a run of generated template pages gives. */
export function measureTemplates(options: {
  readonly days: number
  readonly seed: number
  readonly footing: number
  readonly guarded: boolean
}) {
  const random = createRandom(options.seed + 1)
  const pages = templatePages(options.days, options.seed, options.footing)
  const assigner = createAssigner(options.guarded)
  const outcomes = articlesOf(pages, random).map(assigner.assign)
  const wrong = outcomes.filter(({ article, copies }) =>
    copies.some((copy) => copy.truth !== article.truth),
  )
  return {
    pages: outcomes.length,
    linked: wrong.length / outcomes.length,
    linkedKinds: tally(wrong.map(({ article }) => article.truth.split('/').slice(0, 2).join(' '))),
    linkedDays: tally(wrong.map(({ article }) => article.truth.split('/')[3] ?? '')),
    ...reprintFigures(outcomes),
    ...assigner.figures(),
  }
}

function reprintFigures(outcomes: readonly Outcome[]) {
  const truths = new Set(
    outcomes.flatMap(({ article }) => (article.reprint ? [article.truth] : [])),
  )
  const second = new Map<string, Outcome>()
  for (const outcome of outcomes)
    if (truths.has(outcome.article.truth)) second.set(outcome.article.truth, outcome)
  const pairs = [...second.values()]
  const missed = pairs.filter(({ article, copies }) =>
    copies.every((copy) => copy.truth !== article.truth),
  )
  return {
    reprints: pairs.length,
    found: 1 - missed.length / Math.max(1, pairs.length),
    missed: tally(
      missed.map(
        ({ article }) => `${article.reprint} ${article.truth.split('/').slice(0, 2).join(' ')}`,
      ),
    ),
  }
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
