import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noonMs } from '../support/builders.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const minuteMs = 60_000
const gapMs = 1_000
const holdMs = 21_000

interface Asker {
  readonly visitor: string
  readonly nowMs: number
  readonly lane?: 'urgent' | 'queued'
  readonly site?: string
}

/** Asks for a turn; returns the time to wait. */
function enter({ scripts, keys }: TestContext, asker: Asker): Promise<number> {
  const { visitor, nowMs, lane = 'queued', site = 'a.example' } = asker
  const lanes = lane === 'urgent' ? ['urgent'] : ['queued', 'urgent']
  const touched = [keys.host(site), ...lanes.map((name) => keys.hostLane(site, name))]
  return scripts.enterHost(touched, [visitor, nowMs, gapMs, holdMs])
}

/** Ends a request; the next may start a gap after its answer. */
function leave(
  { scripts, keys }: TestContext,
  { visitor, nowMs, site = 'a.example' }: Asker,
  nextMs = nowMs + gapMs,
): Promise<number> {
  return scripts.leaveHost([keys.host(site)], [visitor, nowMs, nextMs, gapMs])
}

test('one request at a time: who comes while another runs looks again after a gap', async () => {
  const context = openContext()
  expect(await enter(context, { visitor: 'first', nowMs: noonMs })).toBe(0)
  expect(await enter(context, { visitor: 'second', nowMs: noonMs + 5 })).toBe(1_000)
  expect(await enter(context, { visitor: 'second', nowMs: noonMs + 1_005 })).toBe(1_000)
  await leave(context, { visitor: 'first', nowMs: noonMs + 1_900 })
  expect(await enter(context, { visitor: 'second', nowMs: noonMs + 2_005 })).toBe(895)
  expect(await enter(context, { visitor: 'third', nowMs: noonMs + 2_900 })).toBe(1_000)
  expect(await enter(context, { visitor: 'second', nowMs: noonMs + 2_900 })).toBe(0)
})

test('visitors get slots one gap apart, and one that comes back at its time goes', async () => {
  const context = openContext()
  await enter(context, { visitor: 'first', nowMs: noonMs })
  await leave(context, { visitor: 'first', nowMs: noonMs })
  expect(await enter(context, { visitor: 'second', nowMs: noonMs })).toBe(1_000)
  expect(await enter(context, { visitor: 'third', nowMs: noonMs + 200 })).toBe(1_800)
  expect(await enter(context, { visitor: 'second', nowMs: noonMs + 400 })).toBe(600)
  expect(await enter(context, { visitor: 'second', nowMs: noonMs + 1_000 })).toBe(0)
})

test('a request that is never ended blocks its site no longer than it may run', async () => {
  const context = openContext()
  await enter(context, { visitor: 'killed', nowMs: noonMs })
  expect(await enter(context, { visitor: 'next', nowMs: noonMs + holdMs })).toBe(0)
})

test('the one who was killed while it had the turn comes back into it', async () => {
  const context = openContext()
  await enter(context, { visitor: 'killed', nowMs: noonMs })
  expect(await enter(context, { visitor: 'killed', nowMs: noonMs + 2_000 })).toBe(0)
})

test('what is urgent goes before the queue', async () => {
  const context = openContext()
  await enter(context, { visitor: 'first', nowMs: noonMs })
  await leave(context, { visitor: 'first', nowMs: noonMs })
  for (const visitor of ['a', 'b', 'c']) await enter(context, { visitor, nowMs: noonMs })
  expect(await enter(context, { visitor: 'feed', nowMs: noonMs, lane: 'urgent' })).toBe(1_000)
  expect(await enter(context, { visitor: 'a', nowMs: noonMs + 1_000 })).toBeGreaterThan(0)
  expect(await enter(context, { visitor: 'feed', nowMs: noonMs + 1_000, lane: 'urgent' })).toBe(0)
})

test('a site that asks for rest gets it from all', async () => {
  const context = openContext()
  await enter(context, { visitor: 'first', nowMs: noonMs })
  await leave(context, { visitor: 'first', nowMs: noonMs }, noonMs + 10 * minuteMs)
  expect(await enter(context, { visitor: 'page', nowMs: noonMs + 1 })).toBe(10 * minuteMs - 1)
  const feed: Asker = { visitor: 'feed', nowMs: noonMs + 1, lane: 'urgent' }
  expect(await enter(context, feed)).toBe(10 * minuteMs - 1)
})

test('sites do not wait for each other', async () => {
  const context = openContext()
  expect(await enter(context, { visitor: 'a', nowMs: noonMs })).toBe(0)
  expect(await enter(context, { visitor: 'b', nowMs: noonMs, site: 'b.example' })).toBe(0)
})

test('two starts are never closer than the gap and never overlap, however late visitors come back', async () => {
  const context = openContext()
  const visits = fc.record({
    lateMs: fc.integer({ min: 0, max: 3_000 }),
    tookMs: fc.integer({ min: 0, max: 2_500 }),
    urgent: fc.boolean(),
  })
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(visits, { minLength: 1, maxLength: 8 }), async (plan) => {
      run += 1
      const served = await play(context, `${run}.example`, plan)
      expect(served).toHaveLength(plan.length)
      const ordered = served.toSorted((left, right) => left.startMs - right.startMs)
      for (const [at, { startMs }] of ordered.entries()) {
        const before = ordered[at - 1]
        if (before) expect(startMs - before.endMs).toBeGreaterThanOrEqual(gapMs)
      }
      // no visitor is passed over again and again
      expect(ordered.at(-1)?.startMs ?? 0).toBeLessThan(noonMs + plan.length * 8_000)
    }),
    { numRuns: 60 },
  )
})

interface Planned {
  readonly lateMs: number
  readonly tookMs: number
  readonly urgent: boolean
}

interface Waiting extends Planned {
  readonly visitor: string
  readonly atMs: number
  /** Set while its request runs: when it ends. */
  readonly endMs?: number
}

/** Plays visitors that arrive together and come back later than told; returns when each was served. */
async function play(context: TestContext, site: string, plan: readonly Planned[]) {
  let waiting: Waiting[] = plan.map((visit, at) => ({ ...visit, visitor: `${at}`, atMs: noonMs }))
  const served: { startMs: number; endMs: number }[] = []
  for (let rounds = 0; waiting.length > 0 && rounds < 1_000; rounds += 1) {
    waiting = waiting.toSorted((left, right) => left.atMs - right.atMs)
    const next = waiting.shift()
    if (!next) break
    const { visitor, atMs, tookMs, lateMs, urgent } = next
    if (next.endMs !== undefined) {
      await leave(context, { visitor, nowMs: atMs, site })
      continue
    }
    const lane = urgent ? 'urgent' : 'queued'
    const waitMs = await enter(context, { visitor, nowMs: atMs, lane, site })
    const endMs = atMs + tookMs
    if (waitMs === 0) served.push({ startMs: atMs, endMs })
    waiting.push(
      waitMs === 0 ? { ...next, atMs: endMs, endMs } : { ...next, atMs: atMs + waitMs + lateMs },
    )
  }
  return served
}
