import { expect, test } from 'vitest'
import { startPageChecks } from '../../src/producers/checkPages.ts'
import { createPageFetcher } from '../../src/producers/fetchPage.ts'
import { unpackItem } from '../../src/shared/jobData.ts'
import type { Entry } from '../../src/shared/schemas.ts'
import { stages } from '../../src/shared/stages.ts'
import { anEntry } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { openNewsSite, type Route } from '../support/newsSite.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const hourMs = 3_600_000
const always = { mayPoll: () => true }

/** A page, its entry, and a fetcher whose clock can be set. */
async function openPage(route: Route, settings: Partial<TestContext['config']> = {}) {
  const site = await openNewsSite({ '/page': route })
  let nowMs = Date.now()
  const context = openContext({ settings, parts: { now: () => nowMs } })
  const entry = anEntry({ url: site.url('/page'), firstSeenMs: nowMs })
  const fetchPage = createPageFetcher(context)
  await context.entries.admit([entry.entryId], nowMs)
  const waiting = async (): Promise<readonly Entry[]> => {
    const found = await context.redis.keys(`${context.keys.queues}:fetch:${entry.entryId}*`)
    const keys = found.toSorted()
    const jobs = await Promise.all(keys.map((key) => context.redis.hget(key, 'data')))
    const idOf = (key: string) => key.split(':').at(-1) ?? ''
    return jobs.map((job, at) =>
      stages.fetch.input.parse(unpackItem(idOf(keys[at] ?? ''), JSON.parse(job ?? '{}'))),
    )
  }
  return {
    context,
    site,
    entry,
    fetchPage,
    waiting,
    /** The entry became an article, as the assigner would say. */
    cluster: () => context.redis.set(context.keys.entry(entry.entryId), 'clustered'),
    /** Sets the clock so many hours after the first sight and lets what is due happen. */
    async after(hours: number, jobs: number) {
      nowMs = entry.firstSeenMs + hours * hourMs
      const checking = startPageChecks(context, always)
      await eventually('the job', async () => (await waiting()).length >= jobs)
      await checking.close()
      return (await waiting()).at(-1)
    },
  }
}

const withEtag: Route = { headers: { etag: '"1"' }, body: '<title>One</title>' }

test('a page is looked at again after 1, 4, 12 and 36 hours, with its validators', async () => {
  const { context, site, entry, fetchPage, cluster, after } = await openPage(withEtag)
  expect(await fetchPage(entry)).toMatchObject({ kind: 'next' })
  await cluster()
  const first = await after(1.01, 1)
  expect(first).toMatchObject({ version: 'check1', check: { number: 1, etag: '"1"' } })
  site.answer('/page', { status: 304 })
  expect(await fetchPage(first ?? entry)).toEqual({ kind: 'done' })
  expect(site.requests('/page').at(-1)).toMatchObject({ 'if-none-match': '"1"' })
  const numbers = []
  for (const [at, hours] of [4.01, 12.01, 36.01].entries()) {
    numbers.push((await after(hours, at + 2))?.check?.number)
  }
  expect(numbers).toEqual([2, 3, 4])
  expect(await context.redis.exists(context.keys.pageChecks, context.keys.pageChecksDue)).toBe(0)
})

test('a page that has changed is passed on as a later version, and its new validators are kept', async () => {
  const { context, site, entry, fetchPage, cluster, after } = await openPage(withEtag)
  await fetchPage(entry)
  await cluster()
  const first = await after(1.01, 1)
  site.answer('/page', { headers: { etag: '"2"' }, body: '<title>Two</title>' })
  expect(await fetchPage(first ?? entry)).toMatchObject({
    kind: 'next',
    payload: { entry: { version: 'check1' } },
  })
  expect(String(await context.pages.getPage({ ...entry, version: 'check1' }))).toContain('Two')
  expect(await after(4.01, 2)).toMatchObject({ check: { number: 2, etag: '"2"' } })
})

test('a page without validators that is the same again is not passed on', async () => {
  const { entry, fetchPage, cluster, after } = await openPage('<title>One</title>')
  await fetchPage(entry)
  await cluster()
  expect(await fetchPage((await after(1.01, 1)) ?? entry)).toEqual({ kind: 'done' })
})

test('a look that fails is no dead letter and no outcome', async () => {
  const { site, entry, fetchPage, cluster, after } = await openPage(withEtag)
  await fetchPage(entry)
  await cluster()
  const first = (await after(1.01, 1)) ?? entry
  for (const status of [404, 410, 403, 500]) {
    site.answer('/page', { status })
    expect(await fetchPage(first)).toEqual({ kind: 'done' })
  }
  await site.close()
  expect(await fetchPage(first)).toEqual({ kind: 'done' })
})

test('a page that says 304 though nobody has read it is a failure, for its entry needs an outcome', async () => {
  const { entry, fetchPage } = await openPage({ status: 304 })
  await expect(fetchPage(entry)).rejects.toMatchObject({ code: 'http_client_error' })
})

test('what became no article is not looked at again', async () => {
  const { context, entry, fetchPage } = await openPage(withEtag)
  await fetchPage(entry)
  await context.entries.settle(entry.entryId, 'dropped:fetch_gone')
  const later = { ...context, now: () => Date.now() + 2 * hourMs }
  const checking = startPageChecks(later, always)
  const { pageChecks } = context.keys
  await eventually('it is forgotten', async () => !(await context.redis.exists(pageChecks)))
  await checking.close()
  expect(await context.queues.depth('fetch')).toMatchObject({ waiting: 0 })
})

test('a site has its share of an hour, and no page is looked at when none is wanted', async () => {
  const { context } = await openPage(withEtag)
  const share = { hour: 7, most: 2 }
  const asked = [1, 2, 3].map(() => context.pageChecks.mayAsk('a.example', share))
  expect(await Promise.all(asked)).toEqual([true, true, false])
  expect(await context.pageChecks.mayAsk('a.example', { ...share, hour: 8 })).toBe(true)
  const never = await openPage(withEtag, { REVISION_CHECKS: 'none' })
  await never.fetchPage(never.entry)
  expect(await never.context.redis.exists(never.context.keys.pageChecks)).toBe(0)
})

const linkTo = (url: string) => `<html amp><head><link rel="canonical" href="${url}"></head>`

test.each([
  ['a refresh', '<meta http-equiv="refresh" content="0;url=/real">'],
  ['an AMP page', linkTo('/real')],
])('%s is followed once', async (_, html) => {
  const { context, site, entry, fetchPage } = await openPage(html)
  site.answer('/real', '<meta http-equiv="refresh" content="0;url=/third"><title>Real</title>')
  const outcome = await fetchPage(entry)
  expect(outcome).toMatchObject({ kind: 'next', payload: { url: site.url('/real') } })
  expect(String(await context.pages.getPage(entry))).toContain('Real')
  expect(site.requests('/third')).toHaveLength(0)
})

test('an AMP page whose canonical page cannot be had is read itself', async () => {
  const { site, entry, fetchPage } = await openPage(linkTo('/real'))
  expect(await fetchPage(entry)).toMatchObject({ payload: { url: site.url('/page') } })
  site.answer('/real', { status: 500 })
  expect(await fetchPage(entry)).toMatchObject({ payload: { url: site.url('/page') } })
})

test('a refresh to a private address is not followed', async () => {
  const html = '<meta http-equiv="refresh" content="0;url=http://10.0.0.1/">'
  const { site, entry, fetchPage } = await openPage(html)
  expect(await fetchPage(entry)).toMatchObject({ payload: { url: site.url('/page') } })
})
