import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growTree, usual } from '../../../../bench/copies/treePages.ts'
import { drawLineage } from '../../../../src/shared/core/copies/drawLineage.ts'
import { traceLineage } from '../../../../src/shared/core/copies/lineage.ts'
import { measureOverlaps } from '../../../../src/shared/core/copies/lineageOverlaps.ts'
import { clockOffsetMs, observeClock } from '../../../../src/shared/core/copies/lineageTimes.ts'
import type {
  LineageArticle,
  LineageInput,
  SourceClock,
} from '../../../../src/shared/core/copies/lineageTypes.ts'
import { shinglesOf } from '../../../../src/shared/core/copies/shingles.ts'
import { scanTokens } from '../../../../src/shared/core/copies/tokens.ts'

const minuteMs = 60_000
const noonMs = Date.UTC(2026, 10, 22, 12)

function article(id: string, minute: number, rest: Partial<LineageArticle> = {}): LineageArticle {
  return {
    id,
    source: `${id}.example`,
    claimedMs: noonMs + minute * minuteMs,
    claimedDay: false,
    seenMs: noonMs + (minute + 8) * minuteMs,
    seenAfterMs: noonMs + (minute - 7) * minuteMs,
    credit: null,
    syndicatedFrom: null,
    shingleCount: 400,
    ...rest,
  }
}

const same = { jaccard: 0.97, containment: 0.99 }
const half = { jaccard: 0.5, containment: 1 }
const watched = { count: 50, leastLagMs: minuteMs }

function inputOf(
  articles: readonly LineageArticle[],
  overlaps: LineageInput['overlaps'],
): LineageInput {
  const clocks = new Map(articles.map(({ source }) => [source, watched]))
  return { articles, overlaps, clocks, agencyHosts: new Map([['Ag', ['agency.example']]]) }
}

const story = inputOf(
  [
    article('agency', 0),
    article('paper', 60, { credit: 'Ag' }),
    article('cut', 120, { shingleCount: 200 }),
    article('own', 300),
  ],
  [
    { a: 'agency', b: 'paper', ...same },
    { a: 'agency', b: 'cut', ...half },
    { a: 'paper', b: 'cut', jaccard: 0.48, containment: 0.97 },
  ],
)

test('overlaps of pairs are those of their sets of shingles, whoever else is in the story', () => {
  const word = fc.constantFrom(...'abcdefgh')
  const texts = fc.array(fc.array(word, { maxLength: 40 }), { maxLength: 8 })
  fc.assert(
    fc.property(texts, (lists) => {
      const articles = lists.map((words, at) => ({ id: `${at}`, text: words.join(' ') }))
      const pairs = articles.flatMap((one, at) =>
        articles.slice(at + 1).flatMap((other) => measureOverlaps([one, other])),
      )
      expect(measureOverlaps(articles)).toEqual(pairs)
      for (const { a, b, jaccard } of pairs) {
        const [one, other] = [a, b].map(
          (id) => new Set(shinglesOf(scanTokens(lists[Number(id)]?.join(' ') ?? ''))),
        )
        const common = one?.intersection(other ?? new Set()).size ?? 0
        expect(jaccard).toBe(common / ((one?.size ?? 0) + (other?.size ?? 0) - common))
      }
    }),
  )
})

test('copies hang on the agency, a text of its own is an origin', () => {
  const { nodes, first, independentOrigins } = traceLineage(story)
  expect(nodes.map(({ parent }) => parent)).toEqual([null, 'agency', 'agency', null])
  expect(nodes[1]?.evidence).toContain('credited')
  expect(first.overall).toBe('agency')
  expect(independentOrigins).toBe(2)
})

test('articles that credit one agency are of one origin, even without a common text', () => {
  const articles = [article('one', 0, { credit: 'Ag' }), article('two', 90, { credit: 'Ag' })]
  expect(traceLineage(inputOf(articles, [])).independentOrigins).toBe(1)
})

test('nobody is first when the dates are days', () => {
  const articles = ['one', 'two'].map((id, at) =>
    article(id, 60 * at, { claimedDay: true, seenAfterMs: null }),
  )
  expect(traceLineage(inputOf(articles, [])).first).toEqual({
    overall: 'unknown',
    claimed: 'unknown',
    seen: 'unknown',
  })
})

test('a clock that is an hour ahead is put right once it has been watched', () => {
  let clock: SourceClock | null = null
  for (let at = 0; at < 20; at++) clock = observeClock(clock, (at % 10) * minuteMs - 60 * minuteMs)
  expect(clockOffsetMs(clock ?? undefined)).toBe(60 * minuteMs)
})

test('draws the tree with one line an article', () => {
  expect(drawLineage(traceLineage(story))).toEqual([
    'agency.example · 2026-11-22 12:00',
    '├─ paper.example · 2026-11-22 13:00 · 99 % copied · credits Ag',
    '└─ cut.example · 2026-11-22 14:00 · 100 % copied',
    'own.example · 2026-11-22 17:00',
    '4 articles · 2 independent origins · first: agency.example',
  ])
})

test('a lineage is a forest: every article once, no circles, shares and confidences from 0 to 1', () => {
  fc.assert(
    fc.property(fc.nat(5000), (seed) => {
      const { input } = growTree(seed, usual)
      const lineage = traceLineage(input)
      const parents = new Map(lineage.nodes.map(({ id, parent }) => [id, parent]))
      expect(parents.size).toBe(input.articles.length)
      for (const node of lineage.nodes) {
        const seen = new Set<string>()
        for (let at: string | null = node.id; at !== null; at = parents.get(at) ?? null) {
          expect(seen.has(at)).toBe(false)
          seen.add(at)
        }
        expect(Math.min(node.share, node.confidence)).toBeGreaterThanOrEqual(0)
        expect(Math.max(node.share, node.confidence)).toBeLessThanOrEqual(1)
      }
      expect(drawLineage(lineage)).toHaveLength(input.articles.length + 1)
    }),
    { numRuns: 60 },
  )
})

test('no story, no lineage', () => {
  expect(traceLineage(inputOf([], []))).toMatchObject({ nodes: [], independentOrigins: 0 })
})

test('overlaps of texts are exact, and empty texts overlap with nothing', () => {
  const text = Array.from({ length: 50 }, (_, index) => `word${index}`).join(' ')
  const overlaps = measureOverlaps([
    { id: 'a', text },
    { id: 'b', text },
    { id: 'c', text: '' },
    { id: 'd', text: '' },
  ])
  expect(overlaps).toEqual([{ a: 'a', b: 'b', jaccard: 1, containment: 1 }])
})
