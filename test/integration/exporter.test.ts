import { expect, test } from 'vitest'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { exportFeeds, exportOnce } from '../../src/shared/exporter.ts'
import { anEntry, noonMs } from '../support/builders.ts'
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

test('what a group has read and not acknowledged is pending; a group that is gone leaves the export', async () => {
  const context = openContext()
  const { redis, keys } = context
  await redis.xadd(keys.events, `${Date.now() - 60_000}-0`, 'id', '1')
  await redis.xgroup('CREATE', keys.events, 'readers', '0')
  await redis.xreadgroup('GROUP', 'readers', 'me', 'STREAMS', keys.events, '>')
  const text = await exported(context)
  expect(text).toContain('wirefold_stream_group_pending{group="readers"} 1')
  expect(text).toMatch(/wirefold_stream_oldest_age_seconds 6\d/)
  expect(text).toContain(`wirefold_stream_max_length ${context.config.EVENTS_MAX_LENGTH}`)
  await redis.xgroup('DESTROY', keys.events, 'readers')
  expect(await exported(context)).not.toContain('readers')
})

test('a group whose unread events were trimmed still lags by what is left', async () => {
  const context = openContext()
  const { redis, keys } = context
  await redis.xgroup('CREATE', keys.events, 'readers', '0', 'MKSTREAM')
  const ids: string[] = []
  for (let at = 0; at < 4; at += 1)
    ids.push((await redis.xadd(keys.events, '*', 'id', `${at}`)) ?? '')
  await redis.xdel(keys.events, ids[1] ?? '')
  expect(await exported(context)).toContain('wirefold_stream_group_lag{group="readers"} 3')
})

test('exports Redis: memory, limit, clients, append-only file, and that it answers', async () => {
  const text = await exported(openContext())
  expect(text).toMatch(/wirefold_redis_used_memory_bytes [1-9]\d+/)
  expect(text).toMatch(/wirefold_redis_maxmemory_bytes \d+/)
  expect(text).toMatch(/wirefold_redis_connected_clients [1-9]/)
  expect(text).toMatch(/wirefold_redis_commands_per_second \d/)
  expect(text).toContain('wirefold_redis_aof_last_write_ok 1')
  expect(text).toContain('wirefold_redis_up 1')
  expect(text).toMatch(/wirefold_redis_round_trip_seconds 0\.\d+/)
})

test('a Redis that is away is told at once, and nothing waits for it', async () => {
  const context = openContext()
  context.redis.disconnect()
  await context.redis.quit().catch(() => {})
  expect(await exported(context)).toContain('wirefold_redis_up 0')
})

test('exports the ledger so that its places add up to what was seen', async () => {
  const context = openContext({ parts: { now: () => Date.now() + 60_000 } })
  const ids = ['one', 'two', 'three'].map(
    (name) => anEntry({ url: `http://a.example/${name}` }).entryId,
  )
  await context.entries.admit(ids, Date.now())
  await context.entries.settle(ids[0] ?? '', 'dropped:fetch_gone')
  await context.entries.settle(ids[1] ?? '', 'failed:unexpected')
  const text = await exported(context)
  const places = { seen: 3, in_flight: 1, clustered: 0, dropped: 1, failed: 1 }
  for (const [state, count] of Object.entries(places))
    expect(text).toContain(`wirefold_ledger_entries{state="${state}"} ${count}`)
  expect(text).toMatch(/wirefold_oldest_in_flight_seconds 6\d/)
  expect(text).toContain('wirefold_assigner_in_charge 0')
})

test('counts feeds by their health', async () => {
  const context = openContext()
  const feed = newFeedState('http://a.example/feed', noonMs)
  await context.feeds.add([
    feed,
    { ...feed, url: 'http://b.example/feed', failures: 2, lastError: 'answered HTTP 500' },
    { ...feed, url: 'http://c.example/feed', lastSuccessMs: noonMs },
    { ...feed, url: 'http://d.example/feed', failures: 9, reason: 'gone' },
  ])
  await exportFeeds(context)
  const text = await context.metrics.registry.metrics()
  for (const state of ['healthy', 'failing', 'gone', 'new'])
    expect(text).toContain(`wirefold_feeds{state="${state}"} 1`)
})

test('exports an empty store', async () => {
  expect(await exported(openContext())).toContain('wirefold_stream_length 0')
})
