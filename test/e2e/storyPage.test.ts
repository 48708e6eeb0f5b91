import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { newestEvents } from '../../src/shared/eventStream.ts'
import {
  focusedText,
  openBrowser,
  overflowOf,
  seriousFindings,
  watchPage,
} from '../support/browser.ts'
import { noonMs } from '../support/builders.ts'
import { storyId, writeEvent } from '../support/consuming.ts'
import { eventually } from '../support/eventually.ts'
import { reports } from '../support/texts.ts'
import { openWeb, type TestWeb } from '../support/webServer.ts'

const patience = { timeout: 300_000 }
const { ferry, budget, vaccine } = reports
const copied = [
  { report: ferry, url: 'http://a.example/ferry', source: 'a.example' },
  { report: ferry, url: 'http://b.example/ferry', source: 'b.example', timeMs: noonMs + 60_000 },
]

test(
  'stories appear while the page is open, without a reload, and nothing moves',
  patience,
  async (task) => {
    const browser = await openBrowser(task)
    const web = await openWeb()
    const { page, hosts, problems, layoutShift } = await watchPage(browser, web.base)
    await page.getByText('No stories yet').waitFor()
    await web.assign(copied)
    await page.getByRole('link', { name: ferry.title }).waitFor()
    await web.assign([
      { report: budget, url: 'http://b.example/budget' },
      { report: vaccine, url: 'http://b.example/vaccine' },
    ])
    await page.getByRole('link', { name: vaccine.title }).waitFor()
    await page.getByText('2 articles').waitFor()
    expect(await page.locator('.headline').allTextContents()).toEqual([
      vaccine.title,
      budget.title,
      ferry.title,
    ])
    expect(await layoutShift()).toBeLessThan(0.01)
    expect([...hosts]).toEqual([new URL(web.base).host])
    expect(problems).toEqual([])
  },
)

test(
  'a story shows its copies, side by side with what they share, and why they are there',
  patience,
  async (task) => {
    const browser = await openBrowser(task)
    const web = await openWeb()
    await web.assign(copied)
    const { page, problems } = await watchPage(browser, web.base)
    await page.getByRole('link', { name: ferry.title }).click()
    await page.getByRole('heading', { name: 'Who copied from whom' }).waitFor()
    await page.getByText('Why is it here?').last().click()
    await page.getByText('It has the text of an article here.').waitFor()
    await page
      .getByRole('link', { name: /100 % copied/ })
      .first()
      .click()
    const marks = page.locator('mark')
    await marks.first().waitFor()
    expect(await marks.first().textContent()).toContain('ran aground on a sandbank')
    expect(problems).toEqual([])
  },
)

/** A copy of an article's hash in another language, as a translation would stand in the story. */
async function addTranslation({ context: { redis, keys }, json }: TestWeb): Promise<string> {
  const [{ id: story }] = (await json('/api/stories')).stories
  const { articles } = await json(`/api/stories/${story}`)
  const [id, ...fields] = [`a${'9'.repeat(20)}`, 'lang', 'de', 'relation', 'translated']
  await redis.copy(keys.article(articles[0].id), keys.article(id))
  await redis.hset(
    keys.article(id),
    'id',
    id,
    ...fields,
    'title',
    'Eine Fähre',
    'siteName',
    'Blatt',
  )
  await redis.zadd(keys.storyArticles(story), noonMs + 120_000, id)
  return story
}

test(
  'a story shows who copied from whom as a tree, when each came, and its languages',
  patience,
  async (task) => {
    const browser = await openBrowser(task)
    const web = await openWeb()
    await web.assign(copied)
    await eventually('the story is known', async () => (await web.json('/api/stories')).total === 1)
    const story = await addTranslation(web)
    const { page, problems } = await watchPage(browser, `${web.base}/#/stories/${story}`)
    await page.getByRole('heading', { name: 'German' }).waitFor()
    const tree = page.locator('.tree > li')
    expect(await tree.first().locator('li').count()).toBeGreaterThan(0)
    expect(
      await page
        .getByRole('img', { name: /^English: 2 between/ })
        .locator('circle')
        .count(),
    ).toBe(2)
    expect(
      await page
        .getByRole('img', { name: /^German: 1 between/ })
        .locator('circle.own')
        .count(),
    ).toBe(1)
    const member = page.locator('.members li').filter({ hasText: 'b.example' })
    expect(await member.textContent()).toMatch(
      /same text.*100 % (copied from|shared with) a\.example/s,
    )
    expect(problems).toEqual([])
  },
)

test(
  'sources show health, lag and how much is copied; each leads to its stories',
  patience,
  async (task) => {
    const browser = await openBrowser(task)
    const web = await openWeb()
    await web.assign(copied)
    const feed = {
      ...newFeedState('http://news.example/feed', noonMs),
      failures: 2,
      lastError: 'HTTP 500',
    }
    await web.context.feeds.add([feed])
    const { page, problems } = await watchPage(browser, `${web.base}/#/sources`)
    const row = page.getByRole('row', { name: /b\.example/ })
    await row.waitFor()
    expect(await row.textContent()).toMatch(/1\s*100 %.*failing/s)
    expect(
      await page.getByRole('row', { name: /^http:\/\/news\.example\/feed/ }).textContent(),
    ).toContain('failing')
    await page.getByRole('link', { name: 'b.example' }).click()
    await page.getByRole('link', { name: ferry.title }).waitFor()
    expect(await page.getByLabel('Source').inputValue()).toBe('b.example')
    expect(await page.locator('svg.spark rect').count()).toBeGreaterThan(0)
    expect(problems).toEqual([])
  },
)

test('filters live in the address', patience, async (task) => {
  const browser = await openBrowser(task)
  const web = await openWeb()
  await web.assign([...copied, { report: budget, url: 'http://b.example/budget' }])
  const { page } = await watchPage(browser, web.base)
  await page.getByLabel('Size').selectOption('2')
  await page.getByRole('link', { name: budget.title }).waitFor({ state: 'detached' })
  expect(page.url()).toContain('minSize=2')
  await page.getByLabel('Words in the headline').fill('malaria')
  await page.getByText('No story fits these filters.').waitFor()
})

const hostile = (what: string) =>
  `<img src=x onerror="document.title='${what}'"> &amp; <script>document.title='${what}'</script> \u202e`

test('text of publishers is text in every view, whatever it holds', patience, async (task) => {
  const browser = await openBrowser(task)
  const web = await openWeb()
  const title = hostile('title')
  const paragraphs = [hostile('lead'), ...ferry.paragraphs, hostile('end')]
  for (const source of ['a.example', 'b.example'])
    await web.assign([
      { report: { ...ferry, title, paragraphs }, url: `http://${source}/x`, source },
    ])
  await eventually(
    'both are there',
    async () => (await web.json('/api/stories?minSize=2')).stories[0],
  )
  const [{ id }] = (await web.json('/api/stories')).stories
  const { articles } = await web.json(`/api/stories/${id}`)
  const { redis, keys } = web.context
  for (const article of articles)
    await redis.hset(
      keys.article(article.id),
      'siteName',
      hostile('site'),
      'url',
      'javascript:document.title=1',
    )
  const { page, problems, hosts } = await watchPage(browser, web.base)
  await page.getByText(title).first().waitFor()
  for (const path of [`stories/${id}`, `compare/${articles[0].id}/${articles[1].id}`, 'sources']) {
    await page.goto(`${web.base}/#/${path}`)
    await page.getByText("document.title='").first().waitFor()
    expect(await page.locator('img, main script, a[href^="javascript:"]').count(), path).toBe(0)
  }
  expect(await page.title()).toBe('wirefold: stories')
  expect([...hosts]).toEqual([new URL(web.base).host])
  expect(problems).toEqual([])
})

/** Opens every receipt of the view. */
async function openReceipts(page: Page): Promise<void> {
  const receipts = page.getByText('Why is it here?')
  for (const receipt of await receipts.all()) await receipt.click()
  if ((await receipts.count()) > 0) await page.getByText('It has the text of an article').waitFor()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(
    `axe-core finds nothing serious in any view, ${colorScheme}, on a phone too`,
    patience,
    async (task) => {
      const browser = await openBrowser(task)
      const web = await openWeb()
      await web.assign(copied)
      const [{ id }] = (await web.json('/api/stories')).stories
      const { articles } = await web.json(`/api/stories/${id}`)
      const views = {
        '/': ferry.title,
        [`/#/stories/${id}`]: 'Who copied from whom',
        [`/#/compare/${articles[0].id}/${articles[1].id}`]: 'Back to the story',
        '/#/sources': 'a.example',
      }
      for (const viewport of [
        { width: 1100, height: 900 },
        { width: 390, height: 800 },
      ]) {
        const { page } = await watchPage(browser, web.base, { colorScheme, viewport })
        for (const [path, sign] of Object.entries(views)) {
          await page.goto(`${web.base}${path}`)
          await page.getByText(sign).first().waitFor()
          await openReceipts(page)
          expect(await seriousFindings(page), `${path} at ${viewport.width}`).toEqual([])
          const overflow = await overflowOf(page)
          expect(overflow, `${path} fits ${viewport.width}`).toBeLessThanOrEqual(0)
        }
        await page.close()
      }
    },
  )
}

test('can be used with the keyboard alone', patience, async (task) => {
  const browser = await openBrowser(task)
  const web = await openWeb()
  await web.assign(copied)
  const { page } = await watchPage(browser, web.base)
  await page.getByRole('link', { name: ferry.title }).waitFor()
  const focused = () => focusedText(page)
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('To the content')
  while ((await focused()) !== ferry.title) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Timeline' }).waitFor()
})

test('a list that could not be read is asked for again', patience, async (task) => {
  const browser = await openBrowser(task)
  const web = await openWeb()
  await web.assign(copied)
  await eventually('the story is known', async () => (await web.json('/api/stories')).total === 1)
  const page = await browser.newPage()
  await page.route('**/api/stories?*', (route) => route.abort(), { times: 2 })
  await page.goto(web.base)
  await page.getByText('Cannot read the stories').waitFor()
  await page.getByRole('link', { name: ferry.title }).waitFor()
})

test('a story that is not there is asked for once', patience, async (task) => {
  const browser = await openBrowser(task)
  const web = await openWeb()
  const page = await browser.newPage()
  await page.clock.install()
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/stories/s')) asked += 1
  })
  await page.goto(`${web.base}/#/stories/${storyId('c')}`)
  await page.getByText(`no story ${storyId('c')}`).waitFor()
  // it is asked again when the page hears that it listens
  await page.clock.runFor(5_000)
  const before = asked
  await page.clock.runFor(20_000)
  await page.getByText(`no story ${storyId('c')}`).waitFor()
  expect(asked).toBe(before)
})

test('stays calm at ten thousand events a minute', patience, async (task) => {
  const browser = await openBrowser(task)
  const web = await openWeb()
  await web.assign(copied)
  const { page } = await watchPage(browser, web.base)
  await page.getByRole('link', { name: ferry.title }).waitFor()
  const startedMs = performance.now()
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/stories')) asked += 1
  })
  const newest = newestEvents(web.context.redis, web.context.keys.events, 1)
  const { value: first } = await newest.next()
  const data = JSON.parse(first?.fields['data'] ?? '')
  for (let seq = 1; seq <= 1_000; seq += 1) {
    const story = { ...data.story, id: storyId('b'), headline: `Story ${seq}` }
    await writeEvent(web.context, { story: 'b', seq, data: JSON.stringify({ ...data, story }) })
  }
  await page.getByRole('link', { name: 'Story 1000' }).waitFor()
  // a batch every 1.5 s, whatever comes: 1,000 events are six seconds of ten thousand a minute
  const seconds = (performance.now() - startedMs) / 1_000
  expect(asked).toBeLessThan(3 + seconds / 1.4)
})
