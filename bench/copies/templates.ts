import { createRandom, type Random } from '../../demo/random.ts'
import { dropRepeats } from '../../src/shared/core/page/repeats.ts'
import { survivingStory } from '../../src/workers/assign/memory.ts'
import { readArticle } from '../readArticle.ts'
import { type Assigned, createMemoryAssigner } from './memoryAssigner.ts'
import { memoryBlocks } from './memoryBlocks.ts'
import { type TemplatePage, templatePages, textOf } from './templatePages.ts'
import type { TemplateText } from './templateTexts.ts'

/** An article as it is sent; `truth` names the page it is or was copied from. */
interface Sent {
  readonly source: string
  readonly truth: string
  readonly reprint: string | null
  readonly page: TemplatePage
  readonly paragraphs: readonly string[]
}

/** An article with what became of it. */
interface Outcome extends Sent, Assigned {
  /** After all merges. */
  readonly storyId: string
  /** Pages it was taken for a copy of without being one. */
  readonly wrongCopies: readonly string[]
  /** Its own page, printed elsewhere, is among its copies. */
  readonly foundItself: boolean
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
function sendingsOf(pages: readonly TemplatePage[], random: Random): readonly Sent[] {
  const kinds = Object.entries(reprints)
  return pages.flatMap((page) => {
    const truth = truthOf(page)
    const { source, paragraphs } = page
    const original = { source, truth, reprint: null, page, paragraphs }
    if (random.next() > 0.1) return [original]
    const [reprint, print] = random.pick(kinds)
    const other = `reprints-${random.between(1, 40)}.example`
    const copy = {
      ...original,
      source: reprint === 'edited' ? source : other,
      reprint,
      paragraphs: print(page, random).split('\n'),
    }
    return random.next() < 0.25 ? [copy, original] : [original, copy]
  })
}

/** What template pages are made and sent with. */
export interface TemplateRun {
  readonly templates: readonly TemplateText[]
  readonly days: number
  readonly seed: number
  /** Paragraphs of boilerplate a site adds. */
  readonly footing: number
  /** With the template guard. */
  readonly guarded: boolean
  /** The reader cuts boilerplate where it knows it, as it does of pages; else all of it stays. */
  readonly cutsBoilerplate?: boolean
  /** Publishers a language; pages of one place come from the same one. */
  readonly publishers?: number
}

const firstMs = Date.UTC(2026, 8, 7, 4)
const dayMs = 86_400_000
const betweenMs = 60_000

/** Sends generated template pages through the assigner's code in the order of their days. */
async function assignAll(run: TemplateRun) {
  const random = createRandom(run.seed + 1)
  const assigner = createMemoryAssigner(run.guarded)
  const blocks = run.cutsBoilerplate ? memoryBlocks() : null
  const assigned: (Sent & Assigned)[] = []
  for (const [at, sent] of sendingsOf(templatePages(run), random).entries()) {
    const { source, page, paragraphs } = sent
    const { title, lang, day } = page
    const timeMs = firstMs + day * dayMs + (at % 600) * betweenMs
    const shown = { title, paragraphs }
    const kept = blocks ? dropRepeats(paragraphs, blocks.learn(source, shown)) : paragraphs
    const article = readArticle({ source, path: `/${at}`, title, paragraphs: kept, lang, timeMs })
    assigned.push({ ...sent, ...(await assigner.assign(article)) })
  }
  const truths = new Map(assigned.map(({ article, truth }) => [article.articleId, truth]))
  const outcomes = assigned.map((one): Outcome => {
    const copies = one.copies.map(({ articleId }) => truths.get(articleId) ?? '')
    return {
      ...one,
      storyId: survivingStory(assigner.memory, one.decision.storyId),
      wrongCopies: copies.filter((truth) => truth !== one.truth),
      foundItself: copies.includes(one.truth),
    }
  })
  return { assigner, outcomes }
}

/** What a run of generated template pages gives: links as copies, and pages that share a story. */
export async function measureTemplates(run: TemplateRun) {
  const { assigner, outcomes } = await assignAll(run)
  const linked = outcomes.filter(({ wrongCopies }) => wrongCopies.length > 0)
  const stories = storiesOf(outcomes)
  const mixed = stories.filter(isMixed)
  const micros = assigner.micros.toSorted((one, other) => one - other)
  return {
    pages: outcomes.length,
    linked: linked.length,
    linkedKinds: tally(linked.map(kindOf)),
    stories: stories.length,
    mixedStories: mixed.length,
    mixedPages: mixed.flat().length,
    mixedPairs: mixed.reduce((sum, story) => sum + countMixedPairs(story), 0),
    mixedKinds: tally(mixed.flat().map(kindOf)),
    ...reprintFigures(outcomes),
    guardMicros: Math.round(micros.reduce((sum, one) => sum + one, 0) / Math.max(1, micros.length)),
    slowestMicros: Math.round(micros.at(-1) ?? 0),
    memoryBytes: assigner.memoryBytes(),
  }
}

/** What went wrong in a run, for people to read: mixed stories with how each page came in, links, reprints apart. */
export async function listFaults(run: TemplateRun): Promise<readonly string[]> {
  const { outcomes } = await assignAll(run)
  const told = (name: string, groups: readonly (readonly Outcome[])[]) =>
    groups.flatMap((group) => [name, ...group.map(lineOf)])
  const pages = [...Map.groupBy(outcomes, ({ truth }) => truth).values()]
  const links = outcomes.flatMap(({ truth, wrongCopies }) =>
    wrongCopies.map((other) => `linked  ${truth} as a copy of ${other}`),
  )
  return [
    ...told('mixed story', storiesOf(outcomes).filter(isMixed)),
    ...told(
      'one page in two stories',
      pages.filter((page) => storiesOf(page).length > 1),
    ),
    ...links,
  ]
}

function storiesOf(outcomes: readonly Outcome[]): readonly (readonly Outcome[])[] {
  return [...Map.groupBy(outcomes, ({ storyId }) => storyId).values()]
}

/** Pages of other days, places or kinds in one story. */
function isMixed(story: readonly Outcome[]): boolean {
  return new Set(story.map(({ truth }) => truth)).size > 1
}

function countMixedPairs(story: readonly Outcome[]): number {
  const pairsOf = (count: number) => (count * (count - 1)) / 2
  const pages = [...Map.groupBy(story, ({ truth }) => truth).values()]
  return pages.reduce((sum, page) => sum - pairsOf(page.length), pairsOf(story.length))
}

function kindOf({ page }: Outcome): string {
  return `${page.lang} ${page.kind}`
}

function lineOf({ truth, source, reprint, decision, isTemplate }: Outcome): string {
  const { rule, candidates } = decision.receipt
  const [best] = candidates
  return [
    ` ${truth}`,
    `${source}${reprint ? ` (${reprint})` : ''}`,
    isTemplate ? 'template' : 'no template',
    rule,
    best ? `${best.score} ${best.refusal} ${JSON.stringify(best.signals)}` : '',
  ].join('  ')
}

/** How the second of two prints of one page was met. */
function reprintFigures(outcomes: readonly Outcome[]) {
  const pages = [...Map.groupBy(outcomes, ({ truth }) => truth).values()]
  const printed = pages.filter(({ length }) => length > 1)
  const share = (misses: number) => 1 - misses / Math.max(1, printed.length)
  const missed = printed.flatMap((page) => page.filter((one, at) => at > 0 && !one.foundItself))
  return {
    reprints: printed.length,
    found: share(missed.length),
    /** In one story. */
    met: share(printed.filter((page) => storiesOf(page).length > 1).length),
    missed: tally(missed.map((outcome) => `${outcome.reprint} ${kindOf(outcome)}`)),
  }
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
