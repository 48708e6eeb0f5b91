import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadArticle } from '../../src/shared/schemas.ts'
import { isBalanced } from '../../src/shared/store/entries.ts'
import type { Assigner } from '../../src/workers/assign/assignArticle.ts'
import { anAssigner, eventsOf, sequencesOf } from '../support/assigning.ts'
import { anId, aReadArticle, noonMs } from '../support/builders.ts'
import { openContext, type TestContext } from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

/** What the ledger must say of an entry. */
type State = 'unseen' | 'in_flight' | 'clustered' | 'dropped' | 'failed'

interface Model {
  readonly states: Map<string, State>
  /** Article id → entry that brought it. */
  readonly owners: Map<string, string>
}

interface Real {
  readonly context: TestContext
  readonly assigner: Assigner
}

// the last two entries lead to one article
const articles: readonly ReadArticle[] = [
  aReadArticle({ entryId: anId('one'), articleId: anId('ferry'), report: reports.ferry }),
  aReadArticle({
    entryId: anId('two'),
    articleId: anId('ferry again'),
    url: 'http://other.example/ferry',
    report: reports.ferry,
  }),
  aReadArticle({ entryId: anId('three'), articleId: anId('comet'), report: reports.comet }),
  aReadArticle({ entryId: anId('four'), articleId: anId('comet'), report: reports.comet }),
]

const isFinal = (state: State) => state === 'clustered' || state === 'dropped'

function stateOf(model: Model, id: string): State {
  return model.states.get(id) ?? 'unseen'
}

/** Compares all that the promise speaks of with the model. */
async function check(model: Model, { context }: Real): Promise<void> {
  const ledger = await context.entries.ledger()
  expect(isBalanced(ledger)).toBe(true)
  const states = [...model.states.values()]
  const number = (state: State) => states.filter((each) => each === state).length
  expect(ledger.seen).toBe(states.length)
  expect(ledger.inFlight).toBe(number('in_flight'))
  expect(ledger.outcomes.get('clustered') ?? 0).toBe(number('clustered'))
  expect(ledger.outcomes.get('failed:http_timeout') ?? 0).toBe(number('failed'))
  const events = await eventsOf(context)
  const told = events.map(({ fields }) => JSON.parse(fields['data'] ?? '{}').article.id)
  expect(told.toSorted()).toEqual([...model.owners.keys()].toSorted())
  for (const sequence of sequencesOf(events).values()) {
    expect(sequence).toEqual(sequence.map((_, at) => at + 1))
  }
}

type Step = fc.AsyncCommand<Model, Real>

class Admit implements Step {
  readonly id: string
  constructor(id: string) {
    this.id = id
  }
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    const isNew = stateOf(model, this.id) === 'unseen'
    expect(await real.context.entries.admit([this.id], noonMs)).toBe(isNew ? 1 : 0)
    if (isNew) model.states.set(this.id, 'in_flight')
    await check(model, real)
  }
  toString = () => `admit(${this.id})`
}

class Settle implements Step {
  readonly id: string
  readonly end: 'dropped' | 'failed'
  constructor(id: string, end: 'dropped' | 'failed') {
    this.id = id
    this.end = end
  }
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    const before = stateOf(model, this.id)
    const isNew = !isFinal(before) && before !== this.end
    const end = this.end === 'dropped' ? 'dropped:page_too_short' : 'failed:http_timeout'
    expect(await real.context.entries.settle(this.id, end)).toBe(isNew)
    if (isNew) model.states.set(this.id, this.end)
    await check(model, real)
  }
  toString = () => `${this.end}(${this.id})`
}

class Commit implements Step {
  readonly article: ReadArticle
  constructor(article: ReadArticle) {
    this.article = article
  }
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    await real.assigner.handler(this.article)
    const { entryId, articleId } = this.article
    if (!isFinal(stateOf(model, entryId))) {
      const owner = model.owners.get(articleId)
      model.states.set(entryId, owner ? 'dropped' : 'clustered')
      if (!owner) model.owners.set(articleId, entryId)
    }
    await check(model, real)
  }
  toString = () => `commit(${this.article.entryId})`
}

const entry = fc.constantFrom(...articles.map(({ entryId }) => entryId))
const steps = fc.commands(
  [
    entry.map((id) => new Admit(id)),
    entry.map((id) => new Settle(id, 'dropped')),
    entry.map((id) => new Settle(id, 'failed')),
    fc.constantFrom(...articles).map((article) => new Commit(article)),
  ],
  { maxCommands: 16 },
)

test('every entry has one outcome and every article one event, in whatever order and however often things happen', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      const context = openContext()
      const assigner = await anAssigner(context)
      const setup = () => ({
        model: { states: new Map(), owners: new Map() },
        real: { context, assigner },
      })
      try {
        await fc.asyncModelRun(setup, commands)
      } finally {
        await context.close()
      }
    }),
    { numRuns: 40 },
  )
})

test('counts an entry whose job was done before the poller admitted it', async () => {
  const { entries } = openContext()
  const id = anId('fast')
  expect(await entries.settle(id, 'dropped:fetch_gone')).toBe(true)
  expect(await entries.admit([id], noonMs)).toBe(0)
  expect(await entries.ledger()).toEqual({
    seen: 1,
    inFlight: 0,
    outcomes: new Map([['dropped:fetch_gone', 1]]),
  })
})

test('a failed entry that is tried again has only its new outcome', async () => {
  const { entries } = openContext()
  const id = anId('retried')
  await entries.admit([id], noonMs)
  await entries.settle(id, 'failed:http_timeout')
  await entries.settle(id, 'failed:http_server_error')
  await entries.settle(id, 'dropped:fetch_gone')
  await entries.settle(id, 'failed:http_timeout')
  expect(await entries.ledger()).toEqual({
    seen: 1,
    inFlight: 0,
    outcomes: new Map([['dropped:fetch_gone', 1]]),
  })
})

test('forgets an entry no sooner than it has its outcome', async () => {
  const { entries, redis, keys } = openContext({ settings: { ENTRY_TTL_HOURS: 2 } })
  const id = anId('kept')
  await entries.admit([id], noonMs)
  expect(await redis.ttl(keys.entry(id))).toBe(-1)
  await entries.settle(id, 'dropped:fetch_gone')
  const ttl = await redis.ttl(keys.entry(id))
  expect(ttl).toBeGreaterThan(7_000)
  expect(ttl).toBeLessThanOrEqual(7_200)
})

test('parts items into unseen, changed since this feed listed them, and those that need nothing', async () => {
  const { entries, redis, keys } = openContext()
  const item = (name: string, version = 'v1') => ({ id: anId(name), version })
  await entries.admit(['flying', 'same', 'edited'].map(anId), noonMs)
  for (const name of ['same', 'edited'])
    await redis.set(keys.entry(anId(name)), 'clustered', 'EX', 60)
  await entries.settle(anId('failed'), 'failed:http_timeout')
  await entries.noteVersions(
    'feed',
    ['flying', 'same', 'edited', 'failed'].map((name) => item(name)),
  )
  const now = [
    item('new'),
    item('flying', 'v2'),
    item('same'),
    item('edited', 'v2'),
    item('failed', 'v2'),
  ]
  expect(await entries.sort('feed', now)).toEqual({
    unseen: [item('new')],
    changed: [item('edited', 'v2')],
    unnoted: [],
  })
  const otherFeed = await entries.sort('other', now)
  expect(otherFeed).toMatchObject({ changed: [], unnoted: [item('same'), item('edited', 'v2')] })
  expect(await entries.sort('feed', [])).toEqual({ unseen: [], changed: [], unnoted: [] })
})

test('an entry that is still listed stays known', async () => {
  const { entries, redis, keys } = openContext()
  const id = anId('listed')
  await redis.set(keys.entry(id), 'clustered', 'EX', 60)
  await entries.sort('feed', [{ id, version: 'v1' }])
  expect(await redis.ttl(keys.entry(id))).toBeGreaterThan(60)
})
