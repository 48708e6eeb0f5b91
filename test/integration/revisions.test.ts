import { expect, test } from 'vitest'
import type { ReadArticle } from '../../src/shared/schemas.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { eventsOf, takeLease } from '../support/assigning.ts'
import { anId, aReadArticle } from '../support/builders.ts'
import { openContext } from '../support/testContext.ts'
import { type Report, reports } from '../support/texts.ts'

const edited: Report = {
  ...reports.ferry,
  paragraphs: reports.ferry.paragraphs.map((text, at) =>
    at === 0 ? `${text} The crew stayed on the bridge overnight.` : text,
  ),
}

async function openAssigner() {
  const context = openContext()
  const assigner = createAssigner(context, await takeLease(context))
  const commit = async (...articles: readonly ReadArticle[]) => {
    for (const article of articles) {
      await context.entries.admit([article.entryId], article.firstSeenMs)
      await assigner.handler(article)
    }
  }
  const told = async () =>
    (await eventsOf(context)).map(({ fields }) => [fields['type']?.split('.')[2], fields['seq']])
  return { context, commit, told }
}

test('an entry read again with other words becomes revision 2 of its article', async () => {
  const { context, commit, told } = await openAssigner()
  const first = aReadArticle()
  await commit(first, { ...aReadArticle({ report: edited }), version: 'b' })
  expect(await told()).toEqual([
    ['opened', '1'],
    ['revised', '2'],
  ])
  const stored = await context.stories.articleText(first.articleId)
  expect(stored).toMatchObject({ revision: 2, paragraphs: edited.paragraphs })
  const [, event] = await eventsOf(context)
  const { article, revision } = JSON.parse(event?.fields['data'] ?? '{}')
  expect(article.id).toBe(first.articleId)
  expect(revision).toMatchObject({ number: 2, grade: 'expanded' })
})

test('an entry read again without a change tells nothing', async () => {
  const { commit, told } = await openAssigner()
  await commit(aReadArticle(), { ...aReadArticle(), version: 'b' })
  expect(await told()).toEqual([['opened', '1']])
})

test('a revision that comes twice is told once', async () => {
  const { commit, told } = await openAssigner()
  const later = { ...aReadArticle({ report: edited }), version: 'b' }
  await commit(aReadArticle(), later, later)
  expect(await told()).toHaveLength(2)
})

test('the same article under another address is a revision, and its entry is dropped as such', async () => {
  const { context, commit, told } = await openAssigner()
  const moved = { url: 'http://news.example/moved', entryId: anId('moved') }
  await commit(aReadArticle({ guid: 'g1' }), aReadArticle({ ...moved, report: edited, guid: 'g1' }))
  expect(await told()).toEqual([
    ['opened', '1'],
    ['revised', '2'],
  ])
  const { outcomes } = await context.entries.ledger()
  expect(outcomes).toEqual(
    new Map([
      ['clustered', 1],
      ['dropped:same_article', 1],
    ]),
  )
})

test('the same words under another address and guid of the publisher join the story', async () => {
  const { commit, told } = await openAssigner()
  await commit(
    aReadArticle({ guid: 'g1' }),
    aReadArticle({ url: 'http://news.example/other', guid: 'g2' }),
  )
  expect(await told()).toEqual([
    ['opened', '1'],
    ['joined', '2'],
  ])
})
