import { expect, test } from 'vitest'
import { experienceOf } from '../../src/shared/core/stories/state.ts'
import type { ReadArticle } from '../../src/shared/schemas.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { loadMemory } from '../../src/workers/assign/memory.ts'
import { startAssigner } from '../../src/workers/roles.ts'
import { eventsOf, sequencesOf, takeLease } from '../support/assigning.ts'
import { aReadArticle, noonMs } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import {
  contentOf,
  openContext,
  runRole,
  type TestContext,
  untilSettled,
} from '../support/testContext.ts'
import { type Report, reports } from '../support/texts.ts'
import { wire } from '../unit/core/stories/wire.ts'

const articleOf = (name: string, report: Report) =>
  aReadArticle({ url: `http://${name}.example/report`, report })

async function enqueue({ queues }: TestContext, ...articles: readonly ReadArticle[]) {
  await queues.enqueue(
    'assign',
    articles.map((payload) => ({ id: payload.entryId, payload })),
  )
}

/** A second process on the same keys. */
function openSecond({ keys }: TestContext): TestContext {
  return openContext({ settings: { KEY_PREFIX: keys.prefix } })
}

test('of two assigners one is in charge, and the other takes over when it ends', async () => {
  const first = openContext()
  const second = openSecond(first)
  const inCharge = await runRole(first, startAssigner)
  const token = await eventually('the first is in charge', () =>
    first.redis.get(first.keys.lease('assigner')),
  )
  await runRole(second, startAssigner)
  await enqueue(first, articleOf('a', reports.ferry))
  await untilSettled(first, 1)
  await inCharge.close()
  await enqueue(first, articleOf('b', reports.ferry), articleOf('c', reports.comet))
  await untilSettled(second, 3)
  expect(Number(await first.redis.get(first.keys.lease('assigner')))).toBeGreaterThan(Number(token))
  const sequences = [...sequencesOf(await eventsOf(second)).values()]
  expect(sequences.map((sequence) => sequence.join()).toSorted()).toEqual(['1', '1,2'])
})

test('an assigner that was paused until its lease ran out can do no harm, and its successor goes on', async () => {
  const first = openContext()
  const second = openSecond(first)
  const paused = createAssigner(first, await takeLease(first, 0, 500))
  await paused.handler(articleOf('a', reports.ferry))
  const token = await eventually('the lease runs out', () => takeLease(second))
  const successor = createAssigner(second, token)
  await successor.handler(articleOf('b', reports.ferry))
  const before = await contentOf(second)
  await expect(paused.handler(articleOf('c', reports.comet))).rejects.toMatchObject({
    code: 'fenced',
  })
  expect(await contentOf(second)).toEqual(before)
  await successor.handler(articleOf('c', reports.comet))
  expect(await eventsOf(second)).toHaveLength(3)
})

/** Everything the assigner has left behind: every key with its content, and the events. */
async function leftBehind(context: TestContext) {
  const { [context.keys.events]: _, ...kept } = await contentOf(context)
  const events = (await eventsOf(context)).map(({ fields: { time, ...fields } }) => fields)
  const nameless = Object.entries(kept).map(([key, digest]) => [
    key.slice(context.keys.prefix.length),
    digest,
  ])
  return { events, kept: Object.fromEntries(nameless) }
}

test('an assigner that dies after any article is followed by one that does exactly as it would have', async () => {
  const runAll = async (dies: (at: number) => boolean) => {
    const context = openContext({ parts: { now: () => noonMs } })
    const token = await takeLease(context)
    let assigner = createAssigner(context, token)
    for (const [at, article] of wire.entries()) {
      const { id, lang, time } = article
      const timeMs = Date.parse(time)
      await assigner.handler(
        aReadArticle({ url: `http://${id}.example/`, report: article, lang, timeMs }),
      )
      if (dies(at)) assigner = createAssigner(context, token)
    }
    return leftBehind(context)
  }
  const undisturbed = await runAll(() => false)
  expect(undisturbed.events).toHaveLength(wire.length)
  expect(await runAll(() => true)).toEqual(undisturbed)
  expect(await runAll((at) => at === 4)).toEqual(undisturbed)
})

test('a successor goes on from saved frequencies as from those that were only noted', async () => {
  const context = openContext()
  const token = await takeLease(context)
  const assigner = createAssigner(context, token)
  await assigner.handler(articleOf('a', reports.ferry))
  await assigner.save()
  await assigner.handler(articleOf('b', reports.comet))
  const { saved, since } = await context.stories.lexicon()
  expect(saved).not.toBeNull()
  expect(since).toHaveLength(1)
  const { world } = await loadMemory(context)
  const other = openContext()
  const whole = createAssigner(other, await takeLease(other))
  for (const [name, report] of [
    ['a', reports.ferry],
    ['b', reports.comet],
  ] as const)
    await whole.handler(articleOf(name, report))
  expect(experienceOf(world)).toEqual(experienceOf((await loadMemory(other)).world))
})

test('a former assigner cannot put old frequencies over new ones', async () => {
  const first = openContext()
  const second = openSecond(first)
  const former = createAssigner(first, await takeLease(first, 0, 500))
  await former.handler(articleOf('a', reports.ferry))
  const token = await eventually('the lease runs out', () => takeLease(second))
  const successor = createAssigner(second, token)
  await successor.handler(articleOf('b', reports.comet))
  await successor.save()
  const before = await second.stories.lexicon()
  await former.save()
  expect(await second.stories.lexicon()).toEqual(before)
})
