import { expect, test } from 'vitest'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { sendCommit } from '../../src/workers/assign/commit.ts'
import { nothingElse } from '../../src/workers/assign/committer.ts'
import { noChanges } from '../../src/workers/assign/storyChanges.ts'
import { anAssigner, eventsOf, takeLease } from '../support/assigning.ts'
import { anId, aReadArticle, noonMs } from '../support/builders.ts'
import { contentOf, openContext } from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

const ferry = aReadArticle({ url: 'http://a.example/ferry' })
const comet = aReadArticle({ url: 'http://a.example/comet', report: reports.comet })
const budget = aReadArticle({ url: 'http://a.example/vote', report: reports.budget })

test('an assigner that lost its lease commits nothing at all', async () => {
  const context = openContext()
  const former = await anAssigner(context)
  await former.handler(ferry)
  await context.redis.del(context.keys.lease('assigner'))
  await takeLease(context)
  const before = await contentOf(context)
  await expect(former.handler(comet)).rejects.toMatchObject({ code: 'fenced' })
  expect(await contentOf(context)).toEqual(before)
})

test('an assigner with a stale memory commits nothing at all, then catches up', async () => {
  const context = openContext()
  const token = await takeLease(context)
  const stale = createAssigner(context, token)
  await stale.handler(ferry)
  await createAssigner(context, token).handler(budget)
  const before = await contentOf(context)
  await expect(stale.handler(comet)).rejects.toMatchObject({ code: 'commit_conflict' })
  expect(await contentOf(context)).toEqual(before)
  await stale.handler(comet)
  expect(await eventsOf(context)).toHaveLength(3)
})

test('a headline that its site cut within a letter is told in JSON that any parser reads', async () => {
  const context = openContext()
  const { handler } = await anAssigner(context)
  const cut = aReadArticle({ url: 'http://a.example/cut' })
  await handler({ ...cut, page: { ...cut.page, title: `${cut.page.title} \ud83d` } })
  const [event] = await eventsOf(context)
  expect(event?.fields['data']).not.toContain(String.raw`\ud83d`)
  expect(event?.fields['data']).toContain(`${cut.page.title} \ufffd`)
})

test('an article that is committed again changes nothing', async () => {
  const context = openContext()
  const assigner = await anAssigner(context)
  await assigner.handler(ferry)
  const before = await contentOf(context)
  await assigner.handler(ferry)
  await assigner.handler({ ...ferry, url: 'http://a.example/ferry?again', source: 'other.example' })
  expect(await contentOf(context)).toEqual(before)
})

test('a second entry of a committed article is dropped as a duplicate and tells no event', async () => {
  const context = openContext()
  const assigner = await anAssigner(context)
  const second = { ...ferry, entryId: anId('another way to the ferry') }
  await context.entries.admit([ferry.entryId, second.entryId], noonMs)
  await assigner.handler(ferry)
  await assigner.handler(second)
  expect(await context.entries.ledger()).toEqual({
    seen: 2,
    inFlight: 0,
    outcomes: new Map([
      ['clustered', 1],
      ['dropped:duplicate_url', 1],
    ]),
  })
  expect(await eventsOf(context)).toHaveLength(1)
})

test('an entry that is forgotten before its article has its outcome when it is listed again', async () => {
  const context = openContext()
  const assigner = await anAssigner(context)
  await context.entries.admit([ferry.entryId], noonMs)
  await assigner.handler(ferry)
  await context.redis.del(context.keys.entry(ferry.entryId))
  await context.entries.admit([ferry.entryId], noonMs)
  await assigner.handler(ferry)
  expect(await context.entries.ledger()).toEqual({
    seen: 2,
    inFlight: 0,
    outcomes: new Map([['clustered', 2]]),
  })
  expect(await eventsOf(context)).toHaveLength(1)
})

test('a dropped entry stays dropped when its job comes again', async () => {
  const context = openContext()
  const assigner = await anAssigner(context)
  await context.entries.settle(ferry.entryId, 'dropped:page_too_short')
  const before = await contentOf(context)
  await assigner.handler(ferry)
  expect(await contentOf(context)).toEqual(before)
})

test('a failed entry that is tried again becomes an article', async () => {
  const context = openContext()
  const assigner = await anAssigner(context)
  await context.entries.settle(ferry.entryId, 'failed:http_timeout')
  await assigner.handler(ferry)
  expect((await context.entries.ledger()).outcomes).toEqual(new Map([['clustered', 1]]))
})

test('keeps the article with its text, its story and the receipt of the decision', async () => {
  const context = openContext()
  const assigner = await anAssigner(context)
  await assigner.handler(ferry)
  const [opened] = await eventsOf(context)
  const stored = await context.redis.hgetall(context.keys.article(ferry.articleId))
  expect(stored).toMatchObject({
    title: reports.ferry.title,
    text: reports.ferry.paragraphs.join('\n\n'),
    story: opened?.fields['subject'],
    relation: 'original',
    entry: ferry.entryId,
  })
  expect(JSON.parse(stored['receipt'] ?? '{}')).toMatchObject({ rule: 'open' })
  expect(await context.redis.ttl(context.keys.article(ferry.articleId))).toBeGreaterThan(0)
})

test('drops thousands of clusters in one commit', async () => {
  const context = openContext()
  const fencingToken = await takeLease(context)
  const ids = Array.from({ length: 9_000 }, (_, at) => `c${at}`)
  await context.redis.hset(context.keys.clusters, Object.fromEntries(ids.map((id) => [id, '{}'])))
  const changes = { ...noChanges(), closedClusters: ids }
  const commit = { fencingToken, number: 1, nowMs: noonMs, changes, ...nothingElse }
  expect(await sendCommit(commit, context)).toBe('committed')
  expect(await context.redis.exists(context.keys.clusters)).toBe(0)
})
