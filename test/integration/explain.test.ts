import { afterEach, expect, inject, test, vi } from 'vitest'
import { explainCommand } from '../../src/commands/explain.ts'
import { storyCommand } from '../../src/commands/story.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { takeLease } from '../support/assigning.ts'
import { aReadArticle } from '../support/builders.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

async function openStory() {
  const context = openContext()
  const assigner = createAssigner(context, await takeLease(context))
  const first = aReadArticle({ url: 'http://wire.example/ferry' })
  const copy = aReadArticle({ url: 'http://paper.example/ferry' })
  for (const article of [first, copy]) await assigner.handler(article)
  return { context, first, copy }
}

/** What a command prints, as the object it is. */
async function printed(run: () => Promise<number>): Promise<Record<string, unknown>> {
  const written: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  expect(await run()).toBe(0)
  vi.restoreAllMocks()
  return JSON.parse(written.join(''))
}

const settingsOf = ({ config }: TestContext) => ({ ...config, REDIS_URL: inject('redisUrl') })

test('explains two articles by their receipts and what they share, by URL or id', async () => {
  const { context, first, copy } = await openStory()
  const config = settingsOf(context)
  const told = await printed(() =>
    explainCommand(config, [first.url, copy.articleId], { json: true }),
  )
  expect(told['overlap']).toEqual({ jaccard: 1, containment: 1, sameStory: true })
  expect(told['articles']).toMatchObject([
    { id: first.articleId, relation: 'original', receipt: { rule: 'open' } },
    { id: copy.articleId, relation: 'copy', receipt: { rule: 'copy' } },
  ])
})

test('says what to do when there is no such article or story', async () => {
  const config = settingsOf(openContext())
  await expect(explainCommand(config, ['nothing'], { json: true })).rejects.toThrow(
    /give its URL or id/,
  )
  await expect(storyCommand(config, 'nothing', { json: true })).rejects.toThrow(/wirefold stories/)
})

test('shows a story with its lineage', async () => {
  const { context } = await openStory()
  const [story] = await context.stories.recent(1)
  const told = await printed(() =>
    storyCommand(settingsOf(context), story?.id ?? '', { json: true }),
  )
  expect(told).toMatchObject({ size: 2, independentOrigins: 1 })
})
