import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Apart,
  applyApart,
  areApart,
  closeApart,
  inheritApart,
  letMeet,
  setApart,
  splitApart,
} from '../../../../src/shared/core/stories/apart.ts'
import { clusterOf } from '../../../../src/shared/core/stories/article.ts'
import {
  constraintsOf,
  mergeStories,
  openDraft,
} from '../../../../src/shared/core/stories/draft.ts'
import { writeReceipt } from '../../../../src/shared/core/stories/receipt.ts'
import { putCluster, vectorsOf } from '../../../../src/shared/core/stories/state.ts'
import { createWorld, type World } from '../../../../src/shared/core/stories/world.ts'
import { arrive, wire } from './wire.ts'

const anyStep = fc.record({
  kind: fc.constantFrom('apart', 'apart', 'meet', 'merge', 'split', 'part', 'close'),
  one: fc.nat(50),
  other: fc.nat(50),
})

/** The constraints, the stories that live, and every pair that was told to stay apart, in terms of their oldest parts. */
interface Desk {
  readonly apart: Map<string, readonly string[]>
  readonly live: string[]
}

function take(desk: Desk, { kind, one, other }: { kind: string; one: number; other: number }) {
  const [a = '', b = ''] = [one, other].map((at) => desk.live[at % desk.live.length])
  if (kind === 'split' || kind === 'part') {
    const to = `s${desk.live.length}-${desk.apart.size}-${one}-${other}-${Math.max(one, other)}`
    if (desk.live.includes(to)) return
    applyApart(desk, splitApart(desk, a, { to, byOperator: kind === 'split' }))
    desk.live.push(to)
    if (kind === 'split') expect(areApart(desk, a, to)).toBe(true)
  } else if (kind === 'close') {
    if (desk.live.length > 2) closeStories(desk, [...new Set([a, b])])
  } else if (a !== b) {
    if (kind === 'apart') applyApart(desk, setApart(desk, a, b))
    if (kind === 'meet') applyApart(desk, letMeet(desk, a, b))
    if (kind === 'merge') mergeInto(desk, a, b)
    else expect(areApart(desk, a, b)).toBe(kind === 'apart')
  }
}

function closeStories(desk: Desk, ids: readonly string[]): void {
  applyApart(desk, closeApart(desk, ids))
  for (const id of ids) desk.live.splice(desk.live.indexOf(id), 1)
}

function mergeInto(desk: Desk, survivor: string, absorbed: string): void {
  const before = [survivor, absorbed].flatMap((id) => desk.apart.get(id) ?? [])
  applyApart(desk, inheritApart(desk, survivor, [absorbed]))
  desk.live.splice(desk.live.indexOf(absorbed), 1)
  for (const id of before)
    if (id !== survivor && id !== absorbed) expect(areApart(desk, survivor, id)).toBe(true)
}

function expectValid(apart: Apart, live: readonly string[]): void {
  for (const [id, partners] of apart) {
    expect(partners.length).toBeGreaterThan(0)
    expect(new Set(partners).size).toBe(partners.length)
    expect(live).toContain(id)
    expect(partners).not.toContain(id)
    for (const other of partners) expect(apart.get(other)).toContain(id)
  }
}

test('whatever is said in whatever order, constraints are mutual, of live stories, and survive merges', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      const desk: Desk = { apart: new Map(), live: ['s0', 's1', 's2', 's3', 's4'] }
      for (const step of steps) {
        take(desk, step)
        expectValid(desk.apart, desk.live)
      }
    }),
  )
})

/** A world with the first article of each event of the wire, in a story of its own. */
function worldOfStories(): { readonly world: World; readonly ids: readonly string[] } {
  const world = createWorld()
  const first = [...new Map(wire.map((article) => [article.story, article])).values()]
  const ids = first.map((article, seq) => {
    const incoming = arrive(article, seq)
    putCluster(world, clusterOf(incoming, vectorsOf(world, incoming).profile))
    return incoming.newStoryId
  })
  return { world, ids }
}

test('two merges in one plan hand down what either story was to stay apart from', () => {
  const { world, ids } = worldOfStories()
  const [oldest = '', middle = '', young = '', other = ''] = ids
  applyApart(world, setApart(world, young, other))
  const draft = openDraft(world)
  mergeStories(draft, [middle, young], writeReceipt('merge', []))
  expect(areApart(constraintsOf(draft), middle, other)).toBe(true)
  mergeStories(draft, [oldest, middle], writeReceipt('link', []))
  expect(areApart(constraintsOf(draft), oldest, other)).toBe(true)
  applyApart(world, draft.apart)
  expectValid(world.apart, [oldest, other])
})
