import { demoEvents } from '../../demo/events/index.ts'
import { createRandom, type Random } from '../../demo/random.ts'
import { fingerprintText } from '../../src/shared/core/copies/fingerprint.ts'
import { measureOverlaps } from '../../src/shared/core/copies/lineageOverlaps.ts'
import { observeClock } from '../../src/shared/core/copies/lineageTimes.ts'
import type {
  LineageArticle,
  LineageInput,
  PairOverlap,
  SourceClock,
} from '../../src/shared/core/copies/lineageTypes.ts'
import { estimateOverlap } from '../../src/shared/core/copies/overlap.ts'
import type { Fingerprint } from '../../src/shared/core/copies/types.ts'

/** A generated story with what truly happened. */
export interface SyndicationTree {
  readonly input: LineageInput
  /** True parent by article id; null for texts of their own. */
  readonly parents: ReadonlyMap<string, string | null>
  readonly first: string
  readonly origins: number
}

/** Shares of what makes the copying of a story hard to read. */
export interface Hardship {
  readonly copyOfCopy: number
  readonly credited: number
  readonly skewed: number
  readonly coarse: number
  readonly undated: number
  /** Overlaps counted from the texts, not estimated from signatures. */
  readonly exact: boolean
}

/** What is usual: four of five copies are taken from the original, half name the agency, one clock in five is off. */
export const usual: Hardship = {
  exact: true,
  copyOfCopy: 0.2,
  credited: 0.5,
  skewed: 0.2,
  coarse: 0.08,
  undated: 0.08,
}

const minuteMs = 60_000
const startMs = Date.UTC(2026, 10, 22, 6, 11)

const sentences: readonly string[] = demoEvents.flatMap(({ texts }) =>
  texts
    .filter(({ lang, form }) => lang === 'en' && form !== 'update')
    .flatMap(({ paragraphs }) =>
      paragraphs.flatMap((text) => text.split(/(?<=[.!?”]) (?=\p{Lu}|“)/u)),
    ),
)

/** What a paper adds of its own: mostly its own words. */
function furnitureOf(source: string, random: Random): readonly string[] {
  const name = source.replace('.example', '')
  const lines = [
    `Follow the live coverage of ${name} for the latest developments throughout the day.`,
    `This report by the newsroom of ${name} was produced with material from news agencies.`,
    `Read more on this subject in the weekend edition of ${name}, available from Saturday.`,
    'Local officials in our region said they were watching events closely.',
    ...Array.from({ length: 2 }, () => random.pick(sentences)),
  ]
  return [random.pick(lines), random.pick(lines)]
}

interface Draft {
  readonly id: string
  readonly source: string
  readonly parent: Draft | null
  readonly origin: number
  readonly sentences: readonly string[]
  readonly trueMs: number
  readonly credit: string | null
  readonly syndicatedFrom: string | null
}

/** The clock and the polling of one source. */
interface Desk {
  readonly skewMs: number
  readonly pollMs: number
  readonly phaseMs: number
}

/** A story of up to four origins and up to thirty articles. */
export function growTree(seed: number, hardship: Hardship): SyndicationTree {
  const random = createRandom(seed)
  const drafts = draftsOf(random, hardship)
  const desks = new Map(drafts.map(({ source }) => [source, deskOf(random, hardship)]))
  const texts = drafts.map((draft) => fingerprintText(draft.sentences.join(' ')))
  const articles = drafts.map((draft, index) =>
    publish(draft, {
      desk: desks.get(draft.source) ?? honestDesk,
      shingleCount: texts[index]?.shingleCount ?? 0,
      random,
      hardship,
    }),
  )
  const overlaps = hardship.exact
    ? measureOverlaps(drafts.map(({ id, sentences: text }) => ({ id, text: text.join(' ') })))
    : estimatedOverlaps(drafts, texts)
  const first = drafts.reduce((best, draft) => (draft.trueMs < best.trueMs ? draft : best))
  return {
    input: {
      articles: articles.toSorted((one, other) => one.seenMs - other.seenMs),
      overlaps,
      clocks: watchedClocks(desks, random),
      agencyHosts: new Map([['Ag', ['agency.example']]]),
    },
    parents: new Map(drafts.map(({ id, parent }) => [id, parent?.id ?? null])),
    first: first.id,
    origins: new Set(drafts.map(({ origin }) => origin)).size,
  }
}

function estimatedOverlaps(
  drafts: readonly Draft[],
  texts: readonly Fingerprint[],
): readonly PairOverlap[] {
  return drafts.flatMap((one, index) =>
    drafts.slice(index + 1).flatMap((other, offset) => {
      const a = texts[index]
      const b = texts[index + 1 + offset]
      return a && b ? [{ a: one.id, b: other.id, ...estimateOverlap(a, b) }] : []
    }),
  )
}

function draftsOf(random: Random, hardship: Hardship): readonly Draft[] {
  const drafts: Draft[] = []
  const origins = random.between(1, 4)
  const hasAgency = random.next() < 0.6
  for (let origin = 0; origin < origins; origin++) {
    const isAgency = origin === 0 && hasAgency
    const root: Draft = {
      id: `o${origin}`,
      source: isAgency ? 'agency.example' : `paper${origin}.example`,
      parent: null,
      origin,
      sentences: Array.from({ length: random.between(8, 30) }, () => random.pick(sentences)),
      trueMs: startMs + random.between(0, 240) * minuteMs,
      credit: null,
      syndicatedFrom: null,
    }
    const family = [root]
    const copies = origin === 0 ? random.between(2, 12) : random.between(0, 5)
    for (let copy = 0; copy < copies; copy++) {
      family.push(copyOf(family, { id: `c${origin}-${copy}`, isAgency, random, hardship }))
    }
    drafts.push(...family)
  }
  return drafts
}

interface Copying {
  readonly id: string
  readonly isAgency: boolean
  readonly random: Random
  readonly hardship: Hardship
}

function copyOf(family: readonly Draft[], { id, isAgency, random, hardship }: Copying): Draft {
  const [root] = family
  const others = family.slice(1)
  const parent =
    others.length > 0 && random.next() < hardship.copyOfCopy ? random.pick(others) : root
  if (parent === undefined) throw new RangeError('a family has a root')
  const names = isAgency && random.next() < hardship.credited
  return {
    id,
    source: `${id}.example`,
    parent,
    origin: parent.origin,
    sentences: edited(parent.sentences, `${id}.example`, random),
    trueMs: parent.trueMs + Math.round(random.between(2, 30) * random.between(1, 8) * minuteMs),
    credit: names ? 'Ag' : null,
    syndicatedFrom: !isAgency && random.next() < 0.1 ? parent.source : null,
  }
}

function edited(text: readonly string[], source: string, random: Random): readonly string[] {
  const cut =
    random.next() < 0.35
      ? text.slice(0, Math.max(4, Math.round(text.length * (0.4 + 0.5 * random.next()))))
      : text
  const share = random.next() < 0.4 ? 0 : random.next() * 0.06
  const reworded = cut.map((sentence) =>
    sentence
      .split(' ')
      .map((word) => (random.next() < share ? `w${random.between(1, 9999)}` : word))
      .join(' '),
  )
  const dropped =
    random.next() < 0.3 ? reworded.toSpliced(random.between(1, reworded.length - 1), 1) : reworded
  return random.next() < 0.35 ? [...dropped, ...furnitureOf(source, random)] : dropped
}

const honestDesk: Desk = { skewMs: 0, pollMs: 5 * minuteMs, phaseMs: 0 }

function deskOf(random: Random, { skewed }: Hardship): Desk {
  const wrong = random.next() < 0.5 ? random.between(-8, 8) * 60 : random.between(-25, 25)
  const minutes = random.next() < skewed ? wrong : 4 * random.next() - 2
  return {
    skewMs: minutes * minuteMs,
    pollMs: random.between(2, 30) * minuteMs,
    phaseMs: random.between(0, 30) * minuteMs,
  }
}

/** Four sources in five have been watched long enough. */
function watchedClocks(desks: ReadonlyMap<string, Desk>, random: Random) {
  const clocks = new Map<string, SourceClock>()
  for (const [source, desk] of desks) {
    if (random.next() < 0.2) continue
    let clock: SourceClock | null = null
    for (let article = random.between(3, 60); article > 0; article--) {
      const lag = random.next() * 12 * minuteMs + random.next() * desk.pollMs
      clock = observeClock(clock, lag - desk.skewMs)
    }
    if (clock !== null) clocks.set(source, clock)
  }
  return clocks
}

interface Publishing {
  readonly desk: Desk
  readonly shingleCount: number
  readonly random: Random
  readonly hardship: Hardship
}

function publish(
  draft: Draft,
  { desk, shingleCount, random, hardship }: Publishing,
): LineageArticle {
  const listedMs = draft.trueMs + random.next() * 12 * minuteMs
  const polls = Math.ceil((listedMs - desk.phaseMs) / desk.pollMs)
  const isLate = random.next() < 0.05
  const seenMs =
    polls * desk.pollMs + desk.phaseMs + (isLate ? random.between(1, 20) * 60 * minuteMs : 0)
  const isFirstPoll = isLate || random.next() < 0.15
  const statedMs =
    draft.trueMs + desk.skewMs + (random.next() < 0.04 ? random.between(20, 180) * minuteMs : 0)
  const isCoarse = random.next() < hardship.coarse
  const dayMs = 86_400_000
  const claimedMs = isCoarse
    ? Math.floor(statedMs / dayMs) * dayMs
    : Math.floor(statedMs / minuteMs) * minuteMs
  return {
    id: draft.id,
    source: draft.source,
    claimedMs: random.next() < hardship.undated ? null : claimedMs,
    claimedDay: isCoarse,
    seenMs,
    seenAfterMs: isFirstPoll ? null : seenMs - desk.pollMs,
    credit: draft.credit,
    syndicatedFrom: draft.syndicatedFrom,
    shingleCount,
  }
}
