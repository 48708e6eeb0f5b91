import { expect, test } from 'vitest'
import { createPageFetcher } from '../../src/producers/fetchPage.ts'
import { createLanguageDetector } from '../../src/shared/core/text/language.ts'
import { compress } from '../../src/shared/store/compressed.ts'
import { replayInputs } from '../../src/workers/assign/replay.ts'
import { createPageReader } from '../../src/workers/readPage.ts'
import { anAssigner, eventsOf } from '../support/assigning.ts'
import { anEntry, aReadArticle, noonMs } from '../support/builders.ts'
import { openNewsSite } from '../support/newsSite.ts'
import { openContext } from '../support/testContext.ts'
import { type Report, reports } from '../support/texts.ts'

const slogan = 'Your trusted voice on the river since 1911, free of charge at 212 places.'
const offer = 'Get the evening letter: 12 stories in your box at six, and the weather of the river.'
const detector = await createLanguageDetector()

/** A page of the site: the report between what stands on each of its pages. */
function pageOf({ title, paragraphs }: Report, withOffer: boolean): string {
  const blocks = [slogan, ...paragraphs, ...(withOffer ? [offer] : [])]
  const text = blocks.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><title>${title}</title></head>
<body><main><article><h1>${title}</h1>\n${text}</article></main></body></html>`
}

interface Showing {
  readonly version?: string
  readonly withOffer?: boolean
}

/** A site of which pages are fetched, read and assigned, one after another. */
async function openSite() {
  const context = openContext()
  const site = await openNewsSite({})
  const fetchPage = createPageFetcher(context)
  const read = createPageReader(context, { detector, embedder: null })
  const { handler } = await anAssigner(context)
  /** The page of a report is there, is fetched and read; with a version when it is for another time. */
  const show = async (name: string, report: Report, as: Showing = {}) => {
    const { version = null, withOffer = true } = as
    site.answer(`/${name}`, pageOf(report, withOffer))
    const entry = anEntry({ url: site.url(`/${name}`), title: report.title, version })
    const fetched = await fetchPage(entry)
    const outcome = fetched.kind === 'next' ? await read(fetched.payload) : fetched
    if (outcome.kind !== 'next') throw new Error(`not read: ${JSON.stringify(outcome)}`)
    await handler(outcome.payload)
    return outcome.payload
  }
  const revisions = async () =>
    (await eventsOf(context)).flatMap(({ fields }) => {
      const { revision } = JSON.parse(fields['data'] ?? '{}')
      return revision ? [revision] : []
    })
  return { show, revisions }
}

const { ferry, vaccine, budget } = reports
const withoutLast: Report = { ...ferry, paragraphs: ferry.paragraphs.slice(0, -1) }

/** The ferry is read before the site is known, and two more pages after it. */
async function openLearned() {
  const site = await openSite()
  const first = await site.show('ferry', ferry)
  await site.show('vaccine', vaccine)
  const third = await site.show('budget', budget)
  expect([first, third].map(({ page }) => page.paragraphs.includes(offer))).toEqual([true, false])
  return site
}

test('what was learned of a site since is no change of its page', async () => {
  const { show, revisions } = await openLearned()
  const again = await show('ferry', ferry, { version: 'check1' })
  expect(again.page.paragraphs).toEqual(ferry.paragraphs)
  expect(await revisions()).toEqual([])
})

test('a page that is shortened is told as such, by what its publisher took out', async () => {
  const { show, revisions } = await openLearned()
  await show('ferry', withoutLast, { version: 'check1' })
  expect(await revisions()).toMatchObject([
    { grade: 'shortened', evidence: { paragraphsAdded: 0, paragraphsRemoved: 1 } },
  ])
})

test('an offer that the publisher itself took off a page is a change of the page', async () => {
  const { show, revisions } = await openLearned()
  await show('ferry', ferry, { version: 'check1', withOffer: false })
  expect(await revisions()).toMatchObject([
    { grade: 'shortened', evidence: { paragraphsAdded: 0, paragraphsRemoved: 1 } },
  ])
})

const retitled: Report = { ...budget, title: 'Lindhaven votes the budget down' }

test('a page that is not cut any more under a new title has not been expanded', async () => {
  const { show, revisions } = await openLearned()
  const again = await show('budget', retitled, { version: 'v2' })
  expect(again.page.paragraphs).toContain(offer)
  expect(await revisions()).toMatchObject([{ titleChanged: true, grade: 'cosmetic' }])
})

test('what comes back around a page does not hide that it was shortened', async () => {
  const { show, revisions } = await openLearned()
  const paragraphs = [...budget.paragraphs.slice(0, -1), 'Strand said he would stay.']
  await show('budget', { ...retitled, paragraphs }, { version: 'v2' })
  expect(await revisions()).toMatchObject([{ grade: 'shortened' }])
})

test('a log of inputs from before blocks were kept in mind can be replayed', async () => {
  const [context, again] = [openContext(), openContext()]
  const { cut: _, ...article } = aReadArticle()
  const inputs = [article, { ...article, version: 'check1' }]
  for (const input of inputs) {
    const logged = { nowMs: noonMs, input: { kind: 'article', article: input } }
    const packed = compress(Buffer.from(JSON.stringify(logged)))
    await context.redis.xadd(context.keys.inputs, '*', 'input', packed)
  }
  expect(await replayInputs(context, again)).toBe(2)
  expect(await eventsOf(again)).toHaveLength(1)
})
