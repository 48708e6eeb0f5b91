import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snapshotCluster } from '../../../../src/shared/core/stories/cluster.ts'
import {
  closeExpired,
  createWorld,
  decide,
  experienceOf,
  forget,
  plan,
  restoreWorld,
  storyFacts,
  type World,
} from '../../../../src/shared/core/stories/world.ts'
import { arrive, fold, groupsOf, wantedGroups, wire, wireArticle } from './wire.ts'

const DAY_MS = 86_400_000
const anyOrder = fc.shuffledSubarray([...wire], { minLength: wire.length })

function stateOf(world: World): string {
  return JSON.stringify({
    clusters: [...world.clusters.values()].map(snapshotCluster),
    experience: experienceOf(world),
  })
}

test('an empty world folds a dozen articles in four languages into the right stories', () => {
  expect(groupsOf(createWorld(), wire)).toEqual(wantedGroups(wire))
})

test('the same stories form in any order of arrival', () => {
  fc.assert(
    fc.property(anyOrder, (articles) => {
      expect(groupsOf(createWorld(), articles)).toEqual(wantedGroups(wire))
    }),
    { numRuns: 30 },
  )
})

test('the same order gives the same decisions and the same state', () => {
  fc.assert(
    fc.property(anyOrder, (articles) => {
      const [one, other] = [createWorld(), createWorld()]
      for (const [seq, article] of articles.entries()) {
        expect(fold(one, arrive(article, seq))).toEqual(fold(other, arrive(article, seq)))
      }
      expect(stateOf(one)).toBe(stateOf(other))
    }),
    { numRuns: 10 },
  )
})

test('deciding and planning change nothing', () => {
  const world = createWorld()
  for (const [seq, article] of wire.entries()) {
    const before = stateOf(world)
    const incoming = arrive(article, seq)
    plan(world, incoming, decide(world, incoming))
    expect(stateOf(world)).toBe(before)
    fold(world, incoming)
  }
})

test('a restored world goes on as the first one would have', () => {
  fc.assert(
    fc.property(anyOrder, fc.integer({ min: 0, max: wire.length }), (articles, cut) => {
      const world = createWorld()
      for (const [seq, article] of articles.slice(0, cut).entries())
        fold(world, arrive(article, seq))
      const stored = JSON.parse(stateOf(world))
      const restored = restoreWorld(stored.clusters, stored.experience)
      for (const [index, article] of articles.slice(cut).entries()) {
        const incoming = arrive(article, cut + index)
        expect(fold(restored, incoming)).toEqual(fold(world, incoming))
      }
      expect(stateOf(restored)).toBe(stateOf(world))
    }),
    { numRuns: 15 },
  )
})

test('the order in which clusters are restored does not matter', () => {
  const world = createWorld()
  for (const [seq, article] of wire.slice(0, -1).entries()) fold(world, arrive(article, seq))
  const { clusters, experience } = JSON.parse(stateOf(world))
  const last = arrive(wireArticle('verdict-en-2'), wire.length)
  fc.assert(
    fc.property(fc.shuffledSubarray([...clusters], { minLength: clusters.length }), (shuffled) => {
      expect(decide(restoreWorld(shuffled, experience), last)).toEqual(decide(world, last))
    }),
    { numRuns: 20 },
  )
})

test('the order of copies with equal overlap does not change the story', () => {
  const world = createWorld()
  for (const [seq, article] of wire.slice(0, 4).entries()) fold(world, arrive(article, seq))
  const copy = { jaccard: 0.5, containment: 0.7, lang: 'en' }
  const copies = [...world.clusters.values()].map((cluster) => ({
    ...copy,
    articleId: cluster.headArticle,
    storyId: cluster.storyId,
    clusterId: cluster.id,
  }))
  const decideWith = (order: typeof copies) =>
    decide(world, arrive(wireArticle('ferry-en-3'), 20, { copies: order })).storyId
  expect(decideWith(copies)).toBe(decideWith(copies.toReversed()))
})

test('without dates the same stories form, since the articles come from one day', () => {
  const now = Date.parse('2026-03-09T00:00:00Z')
  const groups = groupsOf(createWorld(), wire, (_, seq) => ({
    dated: false,
    timeMs: now + seq * 60_000,
  }))
  for (const group of groups) {
    expect(new Set(group.split(' ').map((id) => wireArticle(id).story)).size).toBe(1)
  }
})

test('an article older than the window opens a story of its own', () => {
  const world = createWorld()
  fold(world, arrive(wireArticle('ferry-en-1'), 0))
  const late = Date.parse(wireArticle('ferry-en-1').time) + 8 * DAY_MS
  const { decision } = fold(world, arrive(wireArticle('ferry-en-2'), 1, { timeMs: late }))
  expect(decision).toMatchObject({ action: 'open', relation: 'original', relatedTo: null })
})

test('a text of the same wording joins at once, and is called a copy', () => {
  const world = createWorld()
  const first = fold(world, arrive(wireArticle('strike-en-1'), 0)).decision
  const copies = [
    {
      articleId: 'strike-en-1',
      storyId: first.storyId,
      clusterId: first.clusterId,
      jaccard: 0.91,
      containment: 0.99,
      lang: 'en',
    },
  ]
  const { decision } = fold(world, arrive(wireArticle('verdict-en-1'), 1, { copies }))
  expect(decision).toMatchObject({
    action: 'join',
    storyId: first.storyId,
    relation: 'copy',
    relatedTo: 'strike-en-1',
    receipt: { rule: 'copy' },
  })
})

test('an excerpt of a member is called partial', () => {
  const world = createWorld()
  const { clusterId, storyId } = fold(world, arrive(wireArticle('ferry-en-1'), 0)).decision
  const copies = [
    { articleId: 'ferry-en-1', storyId, clusterId, jaccard: 0.2, containment: 0.8, lang: 'en' },
  ]
  const { decision } = fold(world, arrive(wireArticle('ferry-en-2'), 1, { copies }))
  expect(decision).toMatchObject({ relation: 'partial', relatedTo: 'ferry-en-1' })
})

test('copies in closed stories are ignored', () => {
  const copies = [
    {
      articleId: 'gone',
      storyId: 'gone',
      clusterId: 'gone',
      jaccard: 1,
      containment: 1,
      lang: 'en',
    },
  ]
  const { decision } = fold(createWorld(), arrive(wireArticle('ferry-en-1'), 0, { copies }))
  expect(decision.action).toBe('open')
})

test('a translation opens a cluster of its language in the story', () => {
  const world = createWorld()
  const first = fold(world, arrive(wireArticle('ferry-en-1'), 0)).decision
  const { decision } = fold(world, arrive(wireArticle('ferry-ru-1'), 1))
  expect(decision).toMatchObject({
    action: 'join',
    storyId: first.storyId,
    clusterId: 'cluster-1',
    opensCluster: true,
    relation: 'translated',
    relatedTo: 'ferry-en-1',
  })
  expect(decision.receipt.evidence?.numbers).toContain('214')
  expect(decision.receipt.evidence?.dates).toContain('03-02')
  expect(decision.receipt.evidence?.countries).toContain('NO')
})

test('evidence names what the article and the story share, in words', () => {
  const world = createWorld()
  fold(world, arrive(wireArticle('ferry-en-1'), 0))
  const { receipt } = fold(world, arrive(wireArticle('ferry-en-2'), 1)).decision
  expect(receipt.rule).toBe('same_story')
  expect(receipt.evidence?.names).toContain('aurelia')
  expect(receipt.evidence?.terms).toContain('reef')
})

test('receipts are JSON of at most two kilobytes', () => {
  const world = createWorld()
  for (const [seq, article] of wire.entries()) {
    const { decision, made } = fold(world, arrive(article, seq))
    for (const receipt of [decision.receipt, ...made.merges.map((merge) => merge.receipt)]) {
      expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt)
      expect(JSON.stringify(receipt).length).toBeLessThanOrEqual(2_048)
    }
  }
})

test('languages of one group share a cluster', () => {
  const world = createWorld()
  const article = wireArticle('ferry-de-1')
  fold(world, arrive({ ...article, lang: 'hr' }, 0, { group: 'bcms' }))
  const second = { ...article, id: 'second', lang: 'bs' }
  expect(fold(world, arrive(second, 1, { group: 'bcms' })).decision).toMatchObject({
    opensCluster: false,
    clusterId: 'cluster-0',
    relation: 'translated',
  })
})

test('a story closes by the newest article seen, and is forgotten without a trace', () => {
  const world = createWorld({ windowMs: DAY_MS, latenessMs: DAY_MS })
  fold(world, arrive(wireArticle('ferry-en-1'), 0))
  fold(world, arrive(wireArticle('verdict-en-1'), 1))
  const closed = closeExpired(world)
  expect(closed.map(({ storyId }) => storyId)).toEqual(['story-0'])
  forget(world, closed)
  expect(closeExpired(world)).toEqual([])
  expect([...world.clusters.keys()]).toEqual(['cluster-1'])
  expect(storyFacts(world, 'story-0')).toBeNull()
})

test('facts of a story count all its languages', () => {
  const world = createWorld()
  for (const [seq, id] of ['ferry-en-1', 'ferry-en-2', 'ferry-de-1'].entries()) {
    fold(world, arrive(wireArticle(id), seq))
  }
  expect(storyFacts(world, 'story-0')).toEqual({
    size: 3,
    languages: ['en', 'de'],
    headArticle: 'ferry-en-1',
    openedMs: Date.parse('2026-03-02T08:10:00Z'),
    updatedMs: Date.parse('2026-03-02T11:20:00Z'),
  })
})

test('any article gets a decision with a story, whatever is in it', () => {
  const world = createWorld()
  fold(world, arrive(wireArticle('ferry-en-1'), 0))
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.string()),
      fc.constantFrom('en', 'zh', 'ar', 'xx'),
      (title, paragraphs, lang) => {
        const article = arrive({ ...wireArticle('ferry-en-2'), title, paragraphs, lang }, 1)
        const { action, storyId } = decide(world, article)
        expect(['open', 'join']).toContain(action)
        expect(storyId).not.toBe('')
      },
    ),
  )
})
