import { expect, test } from 'vitest'
import type { StreamEvent } from '../../src/shared/eventStream.ts'
import type { ReadArticle } from '../../src/shared/schemas.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { anAssigner, eventsOf, takeLease } from '../support/assigning.ts'
import { anId, aReadArticle, noonMs } from '../support/builders.ts'
import { age, openContext } from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

const hourMs = 3_600_000

const edited = {
  ...reports.ferry,
  paragraphs: [...reports.ferry.paragraphs, 'The crew stayed on the bridge overnight.'],
}

const idsOf = (events: readonly StreamEvent[]) => events.map(({ fields }) => fields['id'])
const typesOf = (events: readonly StreamEvent[]) =>
  events.map(({ fields }) => fields['type']?.split('.')[2])

/** An assigner and a clock that it shares with Redis. */
async function openTime() {
  const clock = { nowMs: noonMs }
  const context = openContext({ parts: { now: () => clock.nowMs } })
  let assigner = await anAssigner(context)
  const read = async (name: string, told: Parameters<typeof aReadArticle>[0] = {}) => {
    const article: ReadArticle = { ...aReadArticle(told), entryId: anId(name) }
    await assigner.handler({ ...article, timeMs: clock.nowMs })
  }
  const pass = async (hours: number) => {
    clock.nowMs += hours * hourMs
    await age(context, hours * hourMs)
    // the lease has run out too
    assigner = await anAssigner(context)
  }
  return { context, read, pass }
}

test('an article that comes back by another entry when its record has expired is told under new ids', async () => {
  const { context, read, pass } = await openTime()
  await read('ferry')
  await read('ferry', { report: edited, version: 'b' })
  await pass(context.config.ARTICLE_TTL_HOURS + 1)
  await read('another way to the ferry')
  await read('another way to the ferry', { report: edited, version: 'c' })
  const events = await eventsOf(context)
  expect(typesOf(events)).toEqual(['opened', 'revised', 'opened', 'revised'])
  expect(new Set(idsOf(events))).toHaveProperty('size', 4)
})

test.each([
  ['did not reach Redis', false],
  ['was written, and its answer lost,', true],
])('a commit that %s gives the ids it would have given when it comes again', async (_, isSent) => {
  const context = openContext()
  const token = await takeLease(context)
  const { handler } = createAssigner(context, token)
  await handler(aReadArticle({ report: reports.comet, url: 'http://news.example/comet' }))
  const drafted: unknown[] = []
  const commit: typeof context.scripts.commit = async (keys, args) => {
    // the article of the commit has an `id` as well, and comes first
    drafted.push(args[args.lastIndexOf('id') + 1])
    if (isSent) await context.scripts.commit(keys, args)
    throw new Error('the connection is gone')
  }
  const broken = createAssigner({ ...context, scripts: { ...context.scripts, commit } }, token)
  await expect(broken.handler(aReadArticle())).rejects.toThrow('the connection is gone')
  const ids = async () => idsOf(await eventsOf(context)).slice(1)
  expect(await ids()).toEqual(isSent ? drafted : [])
  await createAssigner(context, token).handler(aReadArticle())
  expect(await ids()).toEqual(drafted)
})
