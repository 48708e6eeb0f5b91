import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OperatorCommand, ReadArticle } from '../../src/shared/schemas.ts'
import { type Assigner, createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { replayInputs } from '../../src/workers/assign/replay.ts'
import { eventsOf, takeLease } from '../support/assigning.ts'
import { aReadArticle, noonMs } from '../support/builders.ts'
import { expectSound, fold, type Told, toldBy } from '../support/e2eStream.ts'
import { eventText } from '../support/eventTexts.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const events = ['harbour', 'summit', 'orchard'] as const
const anyStep = fc.record({
  does: fc.constantFrom('arrive', 'arrive', 'merge', 'split', 'pin', 'apart', 'meet'),
  one: fc.nat(1_000),
  other: fc.nat(1_000),
})
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

/** An operator's words so far, told of articles: who must be together, who apart. The last word holds. */
interface Desk {
  readonly context: TestContext
  readonly assigner: Assigner
  readonly articles: ReadArticle[]
  readonly words: Map<string, 'together' | 'apart'>
}

async function openDesk(): Promise<Desk> {
  const context = openContext({ settings: { INPUT_LOG_LENGTH: 10_000 } })
  const assigner = createAssigner(context, await takeLease(context))
  const desk = { context, assigner, articles: [], words: new Map() }
  for (const number of [0, 1]) for (const at of events.keys()) await arrive(desk, at, number)
  return desk
}

async function arrive({ assigner, articles }: Desk, event: number, number: number): Promise<void> {
  const name = events[event % events.length] ?? 'harbour'
  const url = `http://${name}-${number}.example/report`
  if (articles.some((article) => article.url === url)) return
  const article = aReadArticle({ url, report: eventText(name, number), timeMs: noonMs + number })
  await assigner.handler(article)
  articles.push(article)
}

async function storyOf({ context }: Desk, { articleId }: ReadArticle): Promise<string> {
  const story = await context.redis.hget(context.keys.article(articleId), 'story')
  return context.stories.resolve(story ?? '')
}

async function members(desk: Desk): Promise<ReadonlyMap<string, readonly string[]>> {
  const homes = new Map<string, string[]>()
  for (const article of desk.articles) {
    const story = await storyOf(desk, article)
    homes.set(story, [...(homes.get(story) ?? []), article.articleId])
  }
  return homes
}

async function take(desk: Desk, { does, one, other }: Step): Promise<void> {
  if (does === 'arrive') return arrive(desk, one, 2 + (other % 6))
  const [first, second] = [one, other].map((at) => desk.articles[at % desk.articles.length])
  if (!first || !second) return
  const stories = [await storyOf(desk, first), await storyOf(desk, second)] as [string, string]
  const homes = await members(desk)
  const parts = stories.map((story) => homes.get(story) ?? [])
  const { articleId } = first
  const commands: Readonly<Record<string, OperatorCommand>> = {
    merge: { kind: 'merge', stories },
    split: { kind: 'split', story: stories[0], articles: [articleId] },
    pin: { kind: 'pin', story: stories[1], article: articleId },
    apart: { kind: 'keep_apart', stories, undo: false },
    meet: { kind: 'keep_apart', stories, undo: true },
  }
  const command = commands[does]
  if (!command || !(await order(desk, command))) return
  const [ours = [], theirs = []] = parts
  if (does === 'merge') note(desk, [...ours, ...theirs], [...ours, ...theirs], 'together')
  if (does === 'split') note(desk, [articleId], ours, 'apart')
  if (does === 'apart') note(desk, ours, theirs, 'apart')
  if (does === 'meet') note(desk, ours, theirs, null)
}

/** Whether the order could be carried out. */
async function order({ context, assigner }: Desk, command: OperatorCommand): Promise<boolean> {
  const id = await context.commands.give(command)
  await assigner.obeyAll()
  const answer = JSON.parse((await context.commands.answer(id)) ?? 'null') as { ok: boolean }
  return answer.ok
}

function note(
  { words }: Desk,
  ours: readonly string[],
  theirs: readonly string[],
  word: 'together' | 'apart' | null,
): void {
  for (const one of ours) {
    for (const other of theirs) {
      const pair = [one, other].sort().join(' ')
      if (one === other) continue
      if (word) words.set(pair, word)
      else words.delete(pair)
    }
  }
}

async function expectObeyed(desk: Desk): Promise<void> {
  const homes = new Map<string, string>()
  for (const [story, ids] of await members(desk)) for (const id of ids) homes.set(id, story)
  for (const [pair, word] of desk.words) {
    const [one = '', other = ''] = pair.split(' ')
    expect(homes.get(one) === homes.get(other), `${pair} ${word}`).toBe(word === 'together')
  }
}

/** Every beginning of the stream adds up to whole stories, each article in one, and every id of it leads somewhere. */
async function expectSoundAtAnyTime({ context }: Desk): Promise<void> {
  const told = (await eventsOf(context)).map(({ fields }) => toldBy(fields))
  for (const length of told.keys()) expectPartition(told.slice(0, length + 1))
  const ids = told.flatMap(({ story, merged, data }) => [
    story,
    ...merged,
    data.toStory?.id ?? story,
  ])
  for (const id of new Set(ids)) {
    const story = await context.stories.story(await context.stories.resolve(id))
    expect(story?.state, id).toBe('open')
  }
}

function expectPartition(told: readonly Told[]): void {
  expectSound(told)
  const urls = [...fold(told).values()].flatMap((story) => [...story.urls])
  const placed = told.filter(({ type }) => /\.(opened|joined)\./.test(type))
  expect(urls.toSorted()).toEqual(placed.map(({ url }) => url).toSorted())
}

async function expectReplayable({ context }: Desk): Promise<void> {
  const again = openContext()
  await replayInputs(context, again)
  const fieldsOf = async (each: TestContext) => (await eventsOf(each)).map(({ fields }) => fields)
  expect(await fieldsOf(again)).toEqual(await fieldsOf(context))
}

test('whatever operators say in whatever order is obeyed, told soundly, and replayed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 6, maxLength: 16 }), async (steps) => {
      const desk = await openDesk()
      for (const step of steps) {
        await take(desk, step)
        await expectObeyed(desk)
      }
      await expectSoundAtAnyTime(desk)
      await expectReplayable(desk)
    }),
    { numRuns: 6 },
  )
}, 60_000)
