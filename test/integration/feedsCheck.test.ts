import { expect, test } from 'vitest'
import { checkFeedCommand } from '../../src/commands/feeds/checkFeed.ts'
import { UsageError } from '../../src/shared/errors.ts'
import { anRssFeed } from '../support/builders.ts'
import { openNewsSite, type Route } from '../support/newsSite.ts'
import { runCommand } from '../support/runCommand.ts'
import { openContext } from '../support/testContext.ts'

const check = (address: string, json = true) =>
  runCommand(openContext(), (config) => checkFeedCommand(config, address, { json }))

/** Checks an address of a site and returns what `--json` prints. */
async function reportOn(address: string) {
  const { exitCode, text } = await check(address)
  return { exitCode, ...JSON.parse(text) }
}

const feedAt = (url: (path: string) => string) => anRssFeed([url('/one'), url('/two')])

async function openSite(routes: (url: (path: string) => string) => Record<string, Route>) {
  const site = await openNewsSite()
  for (const [path, route] of Object.entries(routes(site.url))) site.answer(path, route)
  return site
}

test('reads a feed and says how it would be polled', async () => {
  const site = await openSite((url) => ({
    '/feed': (request, response) => {
      const known = request.headers['if-none-match'] === '"v1"'
      response.writeHead(known ? 304 : 200, { etag: '"v1"', 'content-type': 'application/rss+xml' })
      response.end(known ? undefined : feedAt(url))
    },
    '/robots.txt': 'User-agent: *\nDisallow: /one\nCrawl-delay: 7\n',
  }))
  const report = await reportOn(site.url('/feed'))
  expect(report).toMatchObject({
    exitCode: 0,
    feeds: [
      {
        foundBy: 'asked',
        format: 'rss',
        entries: 2,
        title: 'Test wire',
        robots: { pagesAllowed: false, crawlDelaySeconds: 7 },
        hints: { etag: '"v1"' },
      },
    ],
  })
  expect(report.feeds[0].askedAgain).toMatch(/^304/)
  expect(report.feeds[0].plan.intervalSeconds).toBeGreaterThan(0)
})

test.each<[string, (url: (path: string) => string) => Record<string, Route>]>([
  [
    'announced',
    () => ({ '/': '<!doctype html><link rel="alternate" type="application/rss+xml" href="/x">' }),
  ],
  ['common path', (url) => ({ '/': '<!doctype html><p>Home', '/rss.xml': feedAt(url) })],
  [
    'sitemap',
    (url) => ({
      '/': '<!doctype html><p>Home',
      '/robots.txt': `Sitemap: ${url('/index.sitemap')}\n`,
      '/index.sitemap': `<?xml version="1.0"?><sitemapindex><sitemap><loc>${url('/x')}</loc></sitemap></sitemapindex>`,
    }),
  ],
])('finds the feed of a home page: %s', async (foundBy, routes) => {
  const site = await openSite((url) => ({ '/x': feedAt(url), ...routes(url) }))
  // without a scheme, as people write it: https is tried first and refused here
  expect(await reportOn(site.host)).toMatchObject({ exitCode: 0, feeds: [{ foundBy, entries: 2 }] })
})

test('reads every feed a page announces, and leaves out those that are broken', async () => {
  const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`
  const site = await openSite((url) => ({
    '/': `<!doctype html>${link('/a')}${link('/gone')}${link('/b')}`,
    '/a': feedAt(url),
    '/b': feedAt(url),
  }))
  const { feeds, tried } = await reportOn(site.url('/'))
  expect(feeds.map(({ url }: { url: string }) => url)).toEqual([site.url('/a'), site.url('/b')])
  expect(tried).toContainEqual({ url: site.url('/gone'), problem: 'answered HTTP 404' })
})

test('says what was tried when there is no feed, and exits with 1', async () => {
  const site = await openNewsSite({ '/': '<!doctype html><p>Home' })
  const { exitCode, text } = await check(site.url('/'), false)
  expect(exitCode).toBe(1)
  expect(text).toMatch(/^no feed found at http/)
  expect(text).toContain(`${site.url('/rss.xml')}: answered HTTP 404`)
})

test('says that nobody answers', async () => {
  const site = await openNewsSite()
  await site.close()
  const { exitCode, text } = await check(site.url('/feed'), false)
  expect(exitCode).toBe(1)
  expect(text).toMatch(/ECONNREFUSED/)
})

test.each(['ftp://a.example/feed', 'http://user:secret@a.example/', 'no domain', ''])(
  'takes "%s" for a mistake',
  async (address) => {
    await expect(check(address)).rejects.toThrow(UsageError)
  },
)

test('prints a report a person can read, without the control characters of the publisher', async () => {
  const site = await openSite((url) => ({
    '/feed': feedAt(url).replace('Item 1', 'Item \u009b31m 1'),
  }))
  const { text } = await check(site.url('/feed'), false)
  expect(text).toMatch(/format +rss, 2 entries/)
  expect(text).toMatch(/robots +pages may be fetched: there is no robots\.txt/)
  expect(text).toMatch(/schedule +a poll every .+: /)
  expect(text).not.toContain('\u009b')
})
