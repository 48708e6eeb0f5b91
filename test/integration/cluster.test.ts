import { expect, inject, onTestFinished, test } from 'vitest'
import { startProducers } from '../../src/producers/roles.ts'
import { parseConfig } from '../../src/shared/config.ts'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { provideRedis } from '../../src/shared/provide/redis.ts'
import { isBalanced } from '../../src/shared/store/entries.ts'
import { startAssigner, startReader } from '../../src/workers/roles.ts'
import { eventsOf } from '../support/assigning.ts'
import { anArticlePage, anRssFeed } from '../support/builders.ts'
import { redisBinary } from '../support/e2eRedis.ts'
import { openNewsSite } from '../support/newsSite.ts'
import { openCluster } from '../support/redisCluster.ts'
import { anyPrefix, openContext, runRole, untilSettled } from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

const provide = (url: string, prefix: string) =>
  provideRedis(parseConfig({ REDIS_URL: url, KEY_PREFIX: prefix }), { folder: '', say: () => {} })

test('a pipeline runs on a cluster of three nodes, whichever of them it is told', async ({
  skip,
}) => {
  const binary = await redisBinary(inject('redisUrl'))
  if (!binary) return skip('needs a real Redis')
  const cluster = await openCluster(binary)
  onTestFinished(() => cluster.close())
  const used = new Set<string>()
  const site = await openNewsSite({
    '/ferry': anArticlePage(reports.ferry),
    '/budget': anArticlePage(reports.budget),
  })
  site.answer('/feed', anRssFeed(['/ferry', '/budget'].map(site.url)))
  // enough pipelines that each of the nodes has one
  while (used.size < cluster.urls.length) {
    const prefix = `{${anyPrefix()}}`
    const homes = await Promise.all(cluster.urls.map((url) => provide(url, prefix)))
    const [home] = new Set(homes.map(({ url }) => url))
    expect(new Set(homes.map(({ url }) => url)).size).toBe(1)
    if (!home || used.has(home)) continue
    used.add(home)
    const context = openContext({ redisUrl: home, settings: { KEY_PREFIX: prefix } })
    await context.feeds.add([newFeedState(site.url('/feed'), 0)])
    await runRole(context, startAssigner)
    await runRole(context, startReader)
    await runRole(context, startProducers, { once: true })
    await untilSettled(context, 2)
    expect(await eventsOf(context)).toHaveLength(2)
    expect(isBalanced(await context.entries.ledger())).toBe(true)
  }
})

test('a prefix that would spread over slots is refused with the cure', async ({ skip }) => {
  const binary = await redisBinary(inject('redisUrl'))
  if (!binary) return skip('needs a real Redis')
  const cluster = await openCluster(binary)
  onTestFinished(() => cluster.close())
  await expect(provide(cluster.urls[0] ?? '', 'plain')).rejects.toThrow(/KEY_PREFIX=\{plain\}/)
})
