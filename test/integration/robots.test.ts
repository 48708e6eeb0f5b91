import { expect, test } from 'vitest'
import { createPageFetcher } from '../../src/producers/fetchPage.ts'
import { pollFeed } from '../../src/producers/pollFeed.ts'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { createRobotsRules } from '../../src/shared/http/robotsRules.ts'
import { anEntry, anRssFeed } from '../support/builders.ts'
import { type NewsSite, openNewsSite, type Route } from '../support/newsSite.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const dayMs = 86_400_000
const shut = 'User-agent: *\nDisallow: /\n'

async function openSite(robots: Route | null): Promise<NewsSite> {
  const site = await openNewsSite({ '/page': '<title>Page</title>', '/feed': anRssFeed([]) })
  if (robots) site.answer('/robots.txt', robots)
  return site
}

/** Fetches the page of a site as the producers do; a throw is told by its code. */
async function fetchPage(context: TestContext, site: NewsSite, path = '/page'): Promise<string> {
  const outcome = createPageFetcher(context)(anEntry({ url: site.url(path) }))
  return outcome.then(
    (ended) => (ended.kind === 'drop' ? ended.reason : ended.kind),
    (error) => error.code,
  )
}

/** Another process on the same Redis, some days later. */
function later({ config }: TestContext, days: number): TestContext {
  const now = () => Date.now() + days * dayMs
  const context = openContext({ settings: config })
  return { ...context, robots: createRobotsRules({ ...context, userAgent: 'wirefold', now }) }
}

test.each([
  ['is not there', 'next', null],
  ['is forbidden', 'next', { status: 403 }],
  ['allows', 'next', 'User-agent: *\nAllow: /'],
  ['refuses all', 'robots', shut],
  ['refuses us by name', 'robots', 'User-agent: WireFold\nDisallow: /page'],
  ['refuses others', 'next', 'User-agent: other\nDisallow: /'],
  ['is somewhere else', 'robots', { status: 301, headers: { location: '/moved.txt' } }],
  ['has a server in trouble', 'robots_unreachable', { status: 503 }],
  ['has a server that asks for rest', 'robots_unreachable', { status: 429 }],
  ['refuses after 500 KiB', 'next', `${'# '.repeat(300_000)}\n${shut}`],
  ['refuses at once and then is never ending', 'robots', `${shut}${'# '.repeat(3_000_000)}`],
] as const)('a page of a site whose robots.txt %s comes to %s', async (_, outcome, robots) => {
  const site = await openSite(robots)
  site.answer('/moved.txt', shut)
  expect(await fetchPage(openContext(), site)).toBe(outcome)
  expect(site.requests('/page')).toHaveLength(outcome === 'next' ? 1 : 0)
})

test('asks for robots.txt once, however many pages follow', async () => {
  const context = openContext()
  const site = await openSite('User-agent: *\nDisallow: /no')
  expect(await fetchPage(context, site)).toBe('next')
  expect(await fetchPage(context, site, '/no?q=1')).toBe('robots')
  expect(await fetchPage(openContext({ settings: context.config }), site)).toBe('next')
  expect(site.requests('/robots.txt')).toHaveLength(1)
})

test('asks a redirect’s goal for its robots.txt too', async () => {
  const site = await openSite(null)
  const goal = await openSite(shut)
  site.answer('/page', { status: 302, headers: { location: goal.url('/page') } })
  expect(await fetchPage(openContext(), site)).toBe('robots')
  expect(goal.requests('/page')).toHaveLength(0)
})

test('obeys nothing when told so, and for feeds only when told so', async () => {
  const site = await openSite(shut)
  expect(await fetchPage(openContext({ settings: { ROBOTS: 'none' } }), site)).toBe('next')
  const results = []
  for (const ROBOTS of ['pages', 'all'] as const) {
    const context = openContext({ settings: { ROBOTS } })
    await context.feeds.add([newFeedState(site.url('/feed'), 0)])
    const [feed] = await context.feeds.all()
    if (feed) results.push((await pollFeed(context, feed)).result)
  }
  expect(results).toEqual(['ok', 'robots'])
})

test('a crawl delay slows the site down', async () => {
  const context = openContext({ settings: { HOST_GAP_MS: 20 } })
  const site = await openSite('User-agent: *\nCrawl-delay: 7\nDisallow:')
  await fetchPage(context, site)
  await fetchPage(context, site)
  const [gap] = await context.redis.hmget(context.keys.host(site.host), 'gap')
  expect(Number(gap)).toBe(7_000)
})

test('a copy of yesterday is asked for again, and believed for as long as the file cannot be had', async () => {
  const context = openContext()
  const site = await openSite(shut)
  expect(await fetchPage(context, site)).toBe('robots')
  site.answer('/robots.txt', { status: 500 })
  expect(await fetchPage(later(context, 2), site)).toBe('robots')
  expect(site.requests('/robots.txt')).toHaveLength(2)
})
