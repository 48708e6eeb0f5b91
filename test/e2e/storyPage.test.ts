import { expect, test } from 'vitest'
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
import { reports } from '../support/texts.ts'
import { openWeb } from '../support/webServer.ts'

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

test('text of publishers is text, whatever it holds', patience, async (task) => {
  const browser = await openBrowser(task)
  const web = await openWeb()
  const title = '<img src=x onerror="document.title=1"> &amp; <script>document.title=2</script>'
  await web.assign([{ report: { ...ferry, title }, url: 'http://a.example/x' }])
  const { page, problems } = await watchPage(browser, web.base)
  await page.getByRole('link', { name: title }).waitFor()
  expect(await page.title()).toBe('wirefold: stories')
  expect(problems).toEqual([])
})

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
        for (const [path, sign] of Object.entries(views)) {
          const { page } = await watchPage(browser, `${web.base}${path}`, { colorScheme, viewport })
          await page.getByText(sign).first().waitFor()
          expect(await seriousFindings(page), `${path} at ${viewport.width}`).toEqual([])
          const overflow = await overflowOf(page)
          expect(overflow, `${path} fits ${viewport.width}`).toBeLessThanOrEqual(0)
          await page.close()
        }
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

test('stays calm at ten thousand events a minute', patience, async (task) => {
  const browser = await openBrowser(task)
  const web = await openWeb()
  await web.assign(copied)
  const { page } = await watchPage(browser, web.base)
  await page.getByRole('link', { name: ferry.title }).waitFor()
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/stories')) asked += 1
  })
  const [first] = await newestEvents(web.context.redis, web.context.keys.events, 1)
  const data = JSON.parse(first?.fields['data'] ?? '')
  for (let seq = 1; seq <= 1_000; seq += 1) {
    const story = { ...data.story, id: storyId('b'), headline: `Story ${seq}` }
    await writeEvent(web.context, { story: 'b', seq, data: JSON.stringify({ ...data, story }) })
  }
  await page.getByRole('link', { name: 'Story 1000' }).waitFor()
  expect(asked).toBeLessThan(8)
})
