import { expect, test } from 'vitest'
import { doctorCommand } from '../../src/commands/doctor.ts'
import { ledgerCommand } from '../../src/commands/ledger.ts'
import { storiesCommand } from '../../src/commands/stories.ts'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { anAssigner } from '../support/assigning.ts'
import { anId, aReadArticle, noonMs } from '../support/builders.ts'
import { runCommand } from '../support/runCommand.ts'
import { openContext, type TestContext } from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

const listStories = (json: boolean) => (config: TestContext['config']) =>
  storiesCommand(config, { follow: false, json, limit: 10 })

test('stories says so when there is none', async () => {
  const { exitCode, text } = await runCommand(openContext(), listStories(false))
  expect({ exitCode, text }).toEqual({ exitCode: 0, text: 'no stories yet\n' })
})

test('stories lists the newest first, as a table or as JSON', async () => {
  const context = openContext()
  const assigner = await anAssigner(context)
  await assigner.handler(aReadArticle({ url: 'http://a.example/1' }))
  await assigner.handler(aReadArticle({ url: 'http://b.example/1', report: reports.comet }))
  await assigner.handler(aReadArticle({ url: 'http://b.example/2' }))
  const { text } = await runCommand(context, listStories(false))
  const [head, first, second] = text.split('\n')
  expect(head).toMatch(/^story +articles +sources +languages +updated +headline$/)
  expect(first).toContain(reports.ferry.title)
  expect(second).toContain(reports.comet.title)
  const json = await runCommand(context, listStories(true))
  expect(
    json.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).size),
  ).toEqual([2, 1])
})

test('ledger says that everything adds up', async () => {
  const context = openContext()
  await context.entries.admit([anId('one')], noonMs)
  const { exitCode, text } = await runCommand(context, (config) =>
    ledgerCommand(config, { json: true }),
  )
  expect(exitCode).toBe(0)
  expect(JSON.parse(text)).toMatchObject({ seen: 1, inFlight: 1, balanced: true })
})

test('ledger fails when it does not add up', async () => {
  const context = openContext()
  await context.redis.hset(context.keys.ledger, 'seen', 3)
  const { exitCode, text } = await runCommand(context, (config) =>
    ledgerCommand(config, { json: false }),
  )
  expect(exitCode).toBe(1)
  expect(text).toContain('DOES NOT ADD UP')
})

const doctor = (config: TestContext['config']) => doctorCommand(config, { json: false })

test('doctor finds nothing wrong with a healthy store, and says what is missing', async () => {
  const { exitCode, text } = await runCommand(openContext(), doctor)
  expect(exitCode).toBe(0)
  expect(text).toContain('ledger adds up')
  expect(text).toMatch(/warning +no feeds\n +→ wirefold up --feeds FILE/)
})

test('doctor names a failing feed and why', async () => {
  const context = openContext()
  const state = newFeedState('http://a.example/feed', noonMs)
  await context.feeds.add([{ ...state, failures: 3, lastError: 'answered HTTP 404' }])
  const { exitCode, text } = await runCommand(context, doctor)
  expect(exitCode).toBe(0)
  expect(text).toContain('http://a.example/feed: answered HTTP 404 (3 times in a row)')
})

test('doctor calls entries without a job a problem', async () => {
  const context = openContext()
  await context.entries.admit([anId('lost')], noonMs)
  const { exitCode, text } = await runCommand(context, doctor)
  expect(exitCode).toBe(1)
  expect(text).toContain('1 entries are in flight, but no queue has a job')
})

test('doctor says that wirefold is not running, or which role is missing', async () => {
  const context = openContext()
  expect((await runCommand(context, doctor)).text).toContain('wirefold is not running')
  await anAssigner(context)
  const { text } = await runCommand(context, doctor)
  expect(text).toContain('the role producers does not run')
  expect(text).toContain('the role reader does not run')
  expect(text).not.toContain('the role assigner')
})

test('doctor names a group that lags and one that gave events up', async () => {
  const context = openContext({ settings: { EVENTS_MAX_LENGTH: 100 } })
  const { redis, keys } = context
  await redis.xgroup('CREATE', keys.events, 'slow', '0', 'MKSTREAM')
  for (let event = 0; event < 51; event += 1)
    await redis.xadd(keys.events, '*', 'id', String(event))
  await redis.xadd(keys.deadEvents('slow'), '*', 'reason', 'broken')
  const { text } = await runCommand(context, doctor)
  expect(text).toContain('group slow has not read 51 events')
  expect(text).toContain('group slow has given up 1 event\n')
})
