import { expect, test } from 'vitest'
import { eventData, type OperatorCommand, type ReadArticle } from '../../src/shared/schemas.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { replayInputs } from '../../src/workers/assign/replay.ts'
import { eventsOf, sequencesOf, takeLease } from '../support/assigning.ts'
import { aReadArticle, noonMs } from '../support/builders.ts'
import { expectSound, fold, toldBy } from '../support/e2eStream.ts'
import { eventText } from '../support/eventTexts.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const articleOf = (event: string, number: number): ReadArticle =>
  aReadArticle({
    url: `http://${event}-${number}.example/report`,
    report: eventText(event, number),
    timeMs: noonMs + number,
  })

/** Three articles each about two events, in two stories; with an assigner that takes more. */
async function openDesk() {
  const context = openContext({ settings: { INPUT_LOG_LENGTH: 10_000 } })
  const token = await takeLease(context)
  const desk = { context, assigner: createAssigner(context, token), token }
  for (const number of [0, 1, 2]) {
    await desk.assigner.handler(articleOf('harbour', number))
    await desk.assigner.handler(articleOf('summit', number))
  }
  const storyOf = async (article: ReadArticle) => {
    const story = await context.redis.hget(context.keys.article(article.articleId), 'story')
    return context.stories.resolve(story ?? '')
  }
  const order = async (command: OperatorCommand) => {
    const id = await context.commands.give(command)
    await desk.assigner.obeyAll()
    return JSON.parse((await context.commands.answer(id)) ?? 'null')
  }
  return { ...desk, storyOf, order }
}

/** What the events add up to is what is stored, and nothing is told twice or left out. */
async function expectConsistent(context: TestContext): Promise<void> {
  const events = (await eventsOf(context)).map(({ fields }) => toldBy(fields))
  expectSound(events)
  for (const { id, urls, facts } of fold(events).values()) {
    const story = await context.stories.story(id)
    expect(story).toMatchObject({ id, size: urls.size, headline: facts.headline })
    expect(await context.redis.zcard(context.keys.storyArticles(id))).toBe(urls.size)
  }
  for (const { story } of events) expect(await context.stories.story(story)).not.toBeNull()
}

/** Deciding the input log again gives the same events and the same receipts. */
async function expectReplayable(context: TestContext): Promise<void> {
  const again = openContext()
  expect(await replayInputs(context, again)).toBeGreaterThan(0)
  const fieldsOf = async (each: TestContext) => (await eventsOf(each)).map(({ fields }) => fields)
  expect(await fieldsOf(again)).toEqual(await fieldsOf(context))
  const articles = await context.redis.keys(context.keys.article('*'))
  for (const key of articles) {
    const other = key.replace(context.keys.prefix, again.keys.prefix)
    expect(await again.redis.hgetall(other)).toEqual(await context.redis.hgetall(key))
  }
}

test('stories that an operator merges are one, and stay one when they are examined', async () => {
  const { context, assigner, storyOf, order } = await openDesk()
  const stories = [await storyOf(articleOf('harbour', 0)), await storyOf(articleOf('summit', 0))]
  expect(new Set(stories).size).toBe(2)
  const [one = '', other = ''] = stories
  expect(await order({ kind: 'merge', stories: [one, other] })).toMatchObject({ ok: true })
  for (const number of [3, 4, 5, 6]) await assigner.handler(articleOf('harbour', number))
  expect(await storyOf(articleOf('summit', 0))).toBe(await storyOf(articleOf('harbour', 6)))
  const types = (await eventsOf(context)).map(({ fields }) => fields['type'])
  expect(types.filter((type) => type === 'wirefold.story.merged.v1')).toHaveLength(1)
  expect(types).not.toContain('wirefold.story.split.v1')
  await expectConsistent(context)
  await expectReplayable(context)
})

test('articles that an operator splits off are a story of their own, which later articles find', async () => {
  const { context, assigner, storyOf, order } = await openDesk()
  const [one, other] = [
    await storyOf(articleOf('harbour', 0)),
    await storyOf(articleOf('summit', 0)),
  ]
  await order({ kind: 'merge', stories: [one, other] })
  const articles = [0, 1, 2].map((number) => articleOf('summit', number).articleId)
  const answer = await order({ kind: 'split', story: one, articles })
  expect(answer).toMatchObject({ ok: true })
  expect(await storyOf(articleOf('summit', 1))).toBe(answer.story)
  await assigner.handler(articleOf('summit', 3))
  await assigner.handler(articleOf('harbour', 3))
  expect(await storyOf(articleOf('summit', 3))).toBe(answer.story)
  expect(await storyOf(articleOf('harbour', 3))).toBe(await storyOf(articleOf('harbour', 0)))
  const events = await eventsOf(context)
  const split = events.find(({ fields }) => fields['type'] === 'wirefold.story.split.v1')
  const data = eventData['wirefold.story.split.v1'].parse(JSON.parse(split?.fields['data'] ?? ''))
  expect(data).toMatchObject({
    to: answer.story,
    story: { size: 3 },
    toStory: { id: answer.story, size: 3 },
    receipt: { rule: 'operator' },
  })
  expect(data.articles.map(({ id }) => id).toSorted()).toEqual(articles.toSorted())
  expect(sequencesOf(events).get(answer.story)).toEqual([1])
  await expectConsistent(context)
  await expectReplayable(context)
})

test('a pinned headline is told, and lasts until it is let go', async () => {
  const { context, assigner, storyOf, order } = await openDesk()
  const { articleId, page } = articleOf('harbour', 2)
  const story = await storyOf(articleOf('harbour', 0))
  const before = (await context.stories.story(story))?.headline
  expect(await order({ kind: 'pin', story, article: articleId })).toMatchObject({ ok: true })
  await assigner.handler(articleOf('harbour', 3))
  expect(await context.stories.story(story)).toMatchObject({ headline: page.title })
  await order({ kind: 'pin', story, article: null })
  expect(await context.stories.story(story)).toMatchObject({ headline: before })
  await expectConsistent(context)
})

test('an order that cannot be carried out changes nothing and says why', async () => {
  const { context, storyOf, order } = await openDesk()
  const story = await storyOf(articleOf('harbour', 0))
  const unknown = 's00000000000000000000'
  const foreign = articleOf('summit', 0).articleId
  const own = [0, 1, 2].map((number) => articleOf('harbour', number).articleId)
  const before = await eventsOf(context)
  const refusals: readonly (readonly [OperatorCommand, RegExp])[] = [
    [{ kind: 'merge', stories: [story, story] }, /are one story/],
    [{ kind: 'merge', stories: [story, unknown] }, /no open story s0+/],
    [{ kind: 'split', story, articles: [foreign] }, /not in story/],
    [{ kind: 'split', story, articles: own }, /without an article/],
    [{ kind: 'pin', story, article: foreign }, /is not in story/],
    [
      { kind: 'keep_apart', stories: [story, await storyOf(articleOf('summit', 0))], undo: true },
      /were not kept apart/,
    ],
  ]
  for (const [command, message] of refusals) {
    const answer = await order(command)
    expect(answer.ok).toBe(false)
    expect(answer.message).toMatch(message)
  }
  expect(await eventsOf(context)).toEqual(before)
})

test('orders are obeyed once, whoever is in charge', async () => {
  const { context, token, storyOf } = await openDesk()
  const stories = [await storyOf(articleOf('harbour', 0)), await storyOf(articleOf('summit', 0))]
  const [one = '', other = ''] = stories
  await context.commands.give({ kind: 'keep_apart', stories: [one, other], undo: false })
  for (let turn = 0; turn < 3; turn += 1) await createAssigner(context, token).obeyAll()
  const updates = (await eventsOf(context)).filter(({ fields }) =>
    fields['type']?.includes('updated'),
  )
  expect(updates.map(({ fields }) => fields['subject'])).toEqual([one, other])
})

test('a story that has grown from two events comes apart by itself', async () => {
  const { context, token, storyOf, order } = await openDesk()
  const stories = [await storyOf(articleOf('harbour', 0)), await storyOf(articleOf('summit', 0))]
  const [one = '', other = ''] = stories
  await order({ kind: 'merge', stories: [one, other] })
  // as if the two had been chained by an article between them, and not by somebody's word
  for (const [id, json] of Object.entries(await context.redis.hgetall(context.keys.clusters)))
    await context.redis.hset(context.keys.clusters, id, json.replace('"held":true', '"held":false'))
  const assigner = createAssigner(context, token)
  for (const number of [3, 4, 5, 6, 7]) await assigner.handler(articleOf('harbour', number))
  const apart = [await storyOf(articleOf('harbour', 7)), await storyOf(articleOf('summit', 0))]
  expect(new Set(apart).size).toBe(2)
  for (const number of [0, 1, 2]) expect(await storyOf(articleOf('summit', number))).toBe(apart[1])
  await assigner.handler(articleOf('summit', 3))
  expect(await storyOf(articleOf('summit', 3))).toBe(apart[1])
  const [split, ...more] = (await eventsOf(context)).filter(({ fields }) =>
    fields['type']?.includes('split'),
  )
  expect(more).toEqual([])
  expect(JSON.parse(split?.fields['data'] ?? '{}').receipt).toMatchObject({
    rule: 'split',
    thresholds: { split: 0.2 },
  })
  await expectConsistent(context)
})
