import { expect, test } from 'vitest'
import { exportOnce } from '../../src/shared/exporter.ts'
import { anEntry } from '../support/builders.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

async function exported(context: TestContext): Promise<string> {
  await exportOnce(context)
  return context.metrics.registry.metrics()
}

test('exports how many jobs wait in every queue, and how long the oldest has', async () => {
  const context = openContext({ parts: { now: () => Date.now() + 60_000 } })
  const entries = ['one', 'two'].map((name) => anEntry({ url: `http://a.example/${name}` }))
  await context.queues.enqueue(
    'fetch',
    entries.map((payload) => ({ id: payload.entryId, payload })),
  )
  const text = await exported(context)
  expect(text).toContain('wirefold_queue_jobs{queue="fetch",state="waiting"} 2')
  expect(text).toContain('wirefold_queue_jobs{queue="pages",state="waiting"} 0')
  expect(text).toMatch(/wirefold_queue_oldest_job_age_seconds\{queue="fetch"\} (6\d|59)/)
  expect(text).toContain('wirefold_queue_oldest_job_age_seconds{queue="assign"} 0')
})

test('exports the length of the stream and what each consumer group has not read', async () => {
  const context = openContext()
  const { redis, keys } = context
  for (let at = 0; at < 3; at += 1) await redis.xadd(keys.events, '*', 'id', `${at}`)
  await redis.xgroup('CREATE', keys.events, 'readers', '0')
  await redis.xreadgroup('GROUP', 'readers', 'me', 'COUNT', 1, 'STREAMS', keys.events, '>')
  const text = await exported(context)
  expect(text).toContain('wirefold_stream_length 3')
  expect(text).toContain('wirefold_stream_group_lag{group="readers"} 2')
})

test('exports the memory of Redis', async () => {
  expect(await exported(openContext())).toMatch(/wirefold_redis_used_memory_bytes [1-9]\d+/)
})

test('exports an empty store', async () => {
  expect(await exported(openContext())).toContain('wirefold_stream_length 0')
})
