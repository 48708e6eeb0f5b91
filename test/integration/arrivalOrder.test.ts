import { expect, test } from 'vitest'
import { jobIdOf, type ReadArticle } from '../../src/shared/schemas.ts'
import { startReader } from '../../src/workers/roles.ts'
import { anArticlePage, anEntry, aPageRef } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { openContext, runRole, type TestContext } from '../support/testContext.ts'
import type { Report } from '../support/texts.ts'

const pages = 30

/** Pages of three sources with a line at the foot that is learned after some of them; every seventh is long. */
function pageOf(number: number): { readonly url: string; readonly report: Report } {
  const sentence = (at: number) =>
    `Sentence ${at} of report ${number} says what the harbour master of town ${number * 7 + at} told the council on that day.`
  const body = Array.from({ length: number % 7 === 0 ? 400 : 5 }, (_, at) => sentence(at))
  return {
    url: `http://paper-${number % 3}.example/report/${number}`,
    report: {
      title: `Report number ${number} from the harbour`,
      paragraphs: [...body, 'Write to the editors of this paper with what you have seen.'],
    },
  }
}

/** Returns the id of its job. */
async function putPage({ pages, order, queues }: TestContext, number: number): Promise<string> {
  const { url, report } = pageOf(number)
  const entry = anEntry({ url })
  const id = jobIdOf(entry)
  await pages.putPage(entry, { body: Buffer.from(anArticlePage(report)) })
  const payload = { ...aPageRef(entry), url }
  await order.admit([id], () => queues.enqueue('read', [{ id, payload }]))
  return id
}

/** What the readers have passed on, in the order of the queue. */
async function passedOn(context: TestContext, count: number): Promise<readonly ReadArticle[]> {
  await eventually('all pages to be read', async () => {
    const { waiting } = await context.queues.depth('assign')
    return waiting === count
  })
  const waiting = `${context.keys.queues}:assign`
  const ids = (await context.redis.lrange(`${waiting}:wait`, 0, -1)).toReversed()
  return Promise.all(
    ids.map(async (id) => JSON.parse((await context.redis.hget(`${waiting}:${id}`, 'data')) ?? '')),
  )
}

async function readBy(readers: number): Promise<readonly ReadArticle[]> {
  const context = openContext()
  for (let number = 0; number < pages; number += 1) await putPage(context, number)
  for (let reader = 0; reader < readers; reader += 1) {
    const { keys } = context
    await runRole(openContext({ settings: { KEY_PREFIX: keys.prefix } }), startReader)
  }
  return passedOn(context, pages)
}

test('eight readers pass on what one does, in the order of arrival', async () => {
  const one = await readBy(1)
  expect(one.map(({ url }) => url)).toEqual(
    Array.from({ length: pages }, (_, number) => pageOf(number).url),
  )
  const learned = one.map(({ page }) => page.paragraphs.at(-1)?.startsWith('Write to the editors'))
  expect(new Set(learned)).toEqual(new Set([true, false]))
  expect(await readBy(8)).toEqual(one)
})

test('a page whose reader has died is overtaken, and takes no turn when it comes', async () => {
  const { order, redis, keys } = openContext()
  await order.admit(['lost', 'next', 'last'], async () => {})
  const started = performance.now()
  await order.turn('next')
  expect(performance.now() - started).toBeGreaterThan(1_900)
  await order.turn('lost')
  await order.leave('next', 'read')
  await order.turn('last')
  await order.leave('last', 'read')
  expect(await redis.exists(keys.arrivals)).toBe(0)
})

test('pages of two readers take their turns in the order of arrival, in whatever order they ask', async () => {
  const one = openContext()
  const two = openContext({ settings: { KEY_PREFIX: one.keys.prefix } })
  const ids = Array.from({ length: 24 }, (_, number) => `page-${number}`)
  await one.order.admit(ids, async () => {})
  const took: string[] = []
  const take = async (id: string, { order }: TestContext) => {
    await order.turn(id)
    took.push(id)
    // asked for again when the page is passed on
    await order.turn(id)
    await order.leave(id, 'read')
  }
  await Promise.all(ids.toReversed().map((id, at) => take(id, at % 3 === 0 ? two : one)))
  expect(took).toEqual(ids)
  expect(await one.redis.exists(one.keys.arrivals)).toBe(0)
})

test('a page that has left is read again when its article was lost: so it is when Redis is killed in between', async () => {
  const context = openContext()
  const id = await putPage(context, 1)
  // the reader had passed the article on; what Redis wrote in its last second is gone, and then the reader says that it left
  await context.order.leave(id, 'read')
  await runRole(context, startReader)
  const [article] = await passedOn(context, 1)
  expect(article?.url).toBe(pageOf(1).url)
})

test('a page that is fetched again keeps its place', async () => {
  const { order, redis, keys } = openContext()
  await order.admit(['first', 'second'], async () => {})
  await order.admit(['first'], async () => {})
  expect(await redis.zrange(keys.arrivals, '0', '-1')).toEqual(['first', 'second'])
})

test('whose turn it is goes out to the other readers, unless the page waits where the one before it was read', async () => {
  const { order, redis, keys } = openContext()
  const told: string[] = []
  const listener = redis.duplicate()
  listener.on('message', (_, id) => told.push(id))
  await listener.subscribe(keys.arrivals)
  await order.admit(['first', 'second', 'third'], async () => {})
  const second = order.turn('second')
  await order.turn('first')
  await order.leave('first', 'read')
  await second
  await order.leave('second', 'read')
  await order.leave('third', 'read')
  await eventually('the one message', () => told.length > 0)
  listener.disconnect()
  expect(told).toEqual(['third'])
})

test('a page without a number waits for nobody, though the others go on taking turns', async () => {
  const one = openContext()
  const two = openContext({ settings: { KEY_PREFIX: one.keys.prefix } })
  await one.order.admit(['page-0'], async () => {})
  let isThrough = false
  void two.order.turn('unnumbered').then(() => {
    isThrough = true
  })
  for (let number = 0; !isThrough; number += 1) {
    await one.order.admit([`page-${number + 1}`], async () => {})
    await one.order.turn(`page-${number}`)
    await one.order.leave(`page-${number}`, 'read')
  }
  expect(await one.redis.zcard(one.keys.arrivals)).toBe(1)
})
