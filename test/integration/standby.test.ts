import { expect, test } from 'vitest'
import type { ReadArticle } from '../../src/shared/schemas.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { startAssigner } from '../../src/workers/roles.ts'
import { eventsOf, sequencesOf, takeLease } from '../support/assigning.ts'
import { aReadArticle } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import {
  contentOf,
  openContext,
  runRole,
  type TestContext,
  untilSettled,
} from '../support/testContext.ts'
import { type Report, reports } from '../support/texts.ts'

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
    first.redis.get(first.keys.assignerLease),
  )
  await runRole(second, startAssigner)
  await enqueue(first, articleOf('a', reports.ferry))
  await untilSettled(first, 1)
  await inCharge.close()
  await enqueue(first, articleOf('b', reports.ferry), articleOf('c', reports.comet))
  await untilSettled(second, 3)
  expect(Number(await first.redis.get(first.keys.assignerLease))).toBeGreaterThan(Number(token))
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

test('a successor decides as its predecessor would have', async () => {
  const stories = async (takeOver: boolean) => {
    const context = openContext()
    const token = await takeLease(context)
    let assigner = createAssigner(context, token)
    for (const [at, report] of [
      reports.ferry,
      reports.comet,
      reports.ferry,
      reports.budget,
      reports.comet,
    ].entries()) {
      await assigner.handler(articleOf(`paper-${at}`, report))
      if (!takeOver) continue
      await assigner.save()
      assigner = createAssigner(context, token)
    }
    const events = await eventsOf(context)
    return events.map(({ fields }) => [
      fields['id'],
      fields['type'],
      fields['subject'],
      fields['seq'],
    ])
  }
  expect(await stories(true)).toEqual(await stories(false))
})
