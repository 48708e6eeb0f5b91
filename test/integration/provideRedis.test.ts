import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { parseConfig } from '../../src/shared/config.ts'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { UsageError } from '../../src/shared/errors.ts'
import { Redis } from '../../src/shared/ioredis.ts'
import { provideRedis, useRunning } from '../../src/shared/provide/redis.ts'
import { runStage } from '../../src/shared/runStage.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { eventsOf, takeLease } from '../support/assigning.ts'
import { aReadArticle, noonMs } from '../support/builders.ts'
import { redisBinary } from '../support/e2eRedis.ts'
import { eventually } from '../support/eventually.ts'
import { openNewsSite } from '../support/newsSite.ts'
import { openContext, run, untilSettled } from '../support/testContext.ts'

function anyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-provide-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function provide(settings: Record<string, string>, folder = anyFolder()) {
  return provideRedis(parseConfig(settings), { folder, say: () => {} })
}

test('uses the Redis it is told to use', async () => {
  const url = inject('redisUrl')
  const redis = await provide({ REDIS_URL: url })
  expect(redis).toMatchObject({ url, durable: true })
  expect(redis.about).toContain('REDIS_URL')
  await redis.stop()
})

test('says what to do when the Redis it is told to use is not there', async () => {
  const site = await openNewsSite()
  await site.close()
  const asked = provide({ REDIS_URL: `redis://:secret@${site.host}` })
  await expect(asked).rejects.toThrow(UsageError)
  await expect(asked).rejects.toThrow(/cannot use Redis at redis:.*ECONNREFUSED.*correct REDIS_URL/)
  await expect(asked).rejects.not.toThrow('secret')
})

test('nobody else runs a Redis on a new folder', async () => {
  expect(await useRunning(anyFolder())).toBeNull()
})

test('a server that does not start on its folder is told with its reason, and no empty store takes its place', async ({
  skip,
}) => {
  if (!(await redisBinary(inject('redisUrl')))) return skip('needs a real Redis')
  const folder = anyFolder()
  mkdirSync(join(folder, 'appendonlydir'))
  writeFileSync(join(folder, 'appendonlydir/appendonly.aof.manifest'), 'nonsense\n')
  const asked = provide({}, folder)
  await expect(asked).rejects.toThrow(UsageError)
  await expect(asked).rejects.toThrow(/does not start on .*: .*manifest.*DATA_DIR/)
  expect(existsSync(join(folder, 'redis.url'))).toBe(false)
})

test('a provided Redis that dies is there again, with what it had answered', async ({ skip }) => {
  if (!(await redisBinary(inject('redisUrl')))) return skip('needs a real Redis')
  const provided = await provide({})
  onTestFinished(() => provided.stop())
  const redis = new Redis(provided.url, { retryStrategy: () => 25, maxRetriesPerRequest: null })
  redis.on('error', () => {})
  onTestFinished(() => redis.disconnect())
  const pid = async () => Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1])
  await redis.set('answered', 'yes')
  const first = await pid()
  process.kill(first, 'SIGKILL')
  await eventually('another Redis', async () => (await pid()) !== first)
  expect(await redis.get('answered')).toBe('yes')
})

test('who asks while a Redis starts on the folder waits for that one and starts no second', async ({
  skip,
}) => {
  if (!(await redisBinary(inject('redisUrl')))) return skip('needs a real Redis')
  const folder = anyFolder()
  const first = provide({}, folder)
  await eventually('the start to be noted', () => existsSync(join(folder, 'redis.url')))
  const [mine, theirs] = await Promise.all([first, provide({}, folder)])
  onTestFinished(() => mine.stop())
  expect(theirs.url).toBe(mine.url)
  expect(theirs.about).toContain('already running')
})

test('a note about a Redis that is gone is no Redis', async () => {
  const site = await openNewsSite()
  await site.close()
  const folder = anyFolder()
  writeFileSync(join(folder, 'redis.url'), `redis://${site.host}`)
  expect(await useRunning(folder)).toBeNull()
})

test('the store in JavaScript says that nothing survives, and does all the pipeline needs', async () => {
  const redis = await provide({ REDIS_PROVIDER: 'js' })
  onTestFinished(() => redis.stop())
  expect(redis.durable).toBe(false)
  expect(redis.about).toContain('NOTHING SURVIVES A RESTART')
  const context = openContext({ redisUrl: redis.url })
  const assigner = createAssigner(context, await takeLease(context))
  const articles = ['a', 'b'].map((name) => aReadArticle({ url: `http://${name}.example/ferry` }))
  const ids = articles.map(({ entryId }) => entryId)
  await context.entries.admit(ids, noonMs)
  run(runStage('assign', assigner.handler, context))
  await context.queues.enqueue(
    'assign',
    articles.map((payload) => ({ id: payload.entryId, payload })),
  )
  await untilSettled(context, 2)
  expect((await context.entries.ledger()).outcomes).toEqual(new Map([['clustered', 2]]))
  expect((await eventsOf(context)).map(({ fields }) => fields['type'])).toEqual([
    'wirefold.story.opened.v1',
    'wirefold.story.joined.v1',
  ])
  await context.feeds.add([newFeedState('http://a.example/feed', noonMs)])
  expect(await context.feeds.claim({ nowMs: noonMs + 1, leaseMs: 1, limit: 9 })).toMatchObject([
    { dueMs: noonMs },
  ])
  const gate = [context.keys.host('a.example'), context.keys.hostLane('a.example', 'queued')]
  expect(await context.scripts.enterHost(gate, ['one', noonMs, 1_000, 1_000])).toBe(0)
  expect(await context.scripts.enterHost(gate, ['two', noonMs, 1_000, 1_000])).toBe(1_000)
  await context.scripts.leaveHost(gate.slice(0, 1), ['one', noonMs, noonMs + 500, 500])
  expect(await context.scripts.enterHost(gate, ['two', noonMs + 1_000, 1_000, 1_000])).toBe(0)
})
