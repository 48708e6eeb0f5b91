import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { doctorCommand } from '../../src/commands/doctor.ts'
import { newestEvents, type StreamEvent } from '../../src/shared/eventStream.ts'
import { startWebhook } from '../../src/webhook/roles.ts'
import { storyId, writeEvent } from '../support/consuming.ts'
import { eventually } from '../support/eventually.ts'
import { runCommand } from '../support/runCommand.ts'
import { onSmallRedis } from '../support/smallRedis.ts'
import { openContext, run, runRole, type TestContext } from '../support/testContext.ts'

interface Received {
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A receiver on loopback: answers as told, one answer after the other, the last for ever. */
async function openReceiver(...answers: ((response: ServerResponse) => void)[]) {
  const received: Received[] = []
  const server = createServer({ keepAlive: false }, async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    received.push({ headers: request.headers, body })
    const answer = answers[Math.min(received.length, answers.length) - 1]
    answer?.(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as { port: number }
  return {
    received,
    url: `http://127.0.0.1:${port}/hook`,
    ids: () => received.map(({ headers }) => headers['webhook-id']),
  }
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end()

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

async function openSending(url: string, settings: Partial<TestContext['config']> = {}) {
  const context = openContext({
    settings: { WEBHOOK_URL: url, WEBHOOK_SECRET: secret, ...settings },
  })
  const role = await runRole(context, startWebhook)
  await untilGroup(context)
  return { ...context, role }
}

const id = (letter: string, seq: number) => `${storyId(letter)}.${seq}`

const untilGroup = ({ redis, keys }: TestContext) =>
  eventually('the group is there', async () => (await redis.hlen(keys.consumerGroups)) === 1)

/** Time enough for another process to have asked for the lease. */
async function untilProlonged({ redis, keys }: TestContext): Promise<void> {
  let leftMs = await redis.pttl(keys.lease('webhook'))
  await eventually('the lease is prolonged', async () => {
    const [beforeMs, nowMs] = [leftMs, await redis.pttl(keys.lease('webhook'))]
    leftMs = nowMs
    return nowMs > beforeMs
  })
}

async function lettersOf({ redis, keys }: TestContext) {
  const letters: StreamEvent[] = []
  for await (const letter of newestEvents(redis, keys.deadEvents('webhook'), 10))
    letters.push(letter)
  return letters
}

async function pendingOf({ redis, keys }: TestContext): Promise<number> {
  return ((await redis.xpending(keys.events, 'webhook')) as [number])[0]
}

test('every event is sent in order, signed as Standard Webhooks says, as a CloudEvent', async () => {
  const receiver = await openReceiver(status(204))
  const context = await openSending(receiver.url)
  await writeEvent(context, { story: 'a', seq: 1 })
  await writeEvent(context, { story: 'a', seq: 2 })
  await eventually('both are sent', () => receiver.received.length === 2)
  expect(receiver.ids()).toEqual([id('a', 1), id('a', 2)])
  const [first] = receiver.received
  const { body, headers } = first as Received
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const digest = createHmac('sha256', Buffer.alloc(32, 7)).update(signed).digest('base64')
  expect(headers['webhook-signature']).toBe(`v1,${digest}`)
  expect(Math.abs(Number(headers['webhook-timestamp']) * 1_000 - Date.now())).toBeLessThan(60_000)
  expect(headers['content-type']).toBe('application/cloudevents+json')
  expect(JSON.parse(body)).toMatchObject({
    specversion: '1.0',
    subject: storyId('a'),
    seq: 1,
    data: { story: { headline: 'Ferry' } },
  })
  expect(JSON.parse(body)).not.toHaveProperty('streamId')
  await eventually('nothing is pending', async () => (await pendingOf(context)) === 0)
})

test('without a secret nothing is signed', async () => {
  const receiver = await openReceiver(status(200))
  const context = await openSending(receiver.url, { WEBHOOK_SECRET: '' })
  await writeEvent(context, { story: 'a', seq: 1 })
  await eventually('it is sent', () => receiver.received.length === 1)
  expect(receiver.received[0]?.headers).not.toHaveProperty('webhook-signature')
})

test('a failure is tried again before the next event is sent, after the wait that was asked for', async () => {
  const busy = status(503, { 'retry-after': '0' })
  const broken = (response: ServerResponse) => void response.socket?.destroy()
  const receiver = await openReceiver(busy, broken, status(200))
  const context = await openSending(receiver.url)
  await writeEvent(context, { story: 'a', seq: 1 })
  await writeEvent(context, { story: 'b', seq: 1 })
  await eventually('both are taken', () => receiver.received.length === 4)
  expect(receiver.ids()).toEqual([id('a', 1), id('a', 1), id('a', 1), id('b', 1)])
})

test('what is never taken goes to the dead letters, and the next event is sent', async () => {
  const refuse = status(500, { 'retry-after': '0' })
  const receiver = await openReceiver(refuse, refuse, status(200))
  const context = await openSending(receiver.url, { WEBHOOK_ATTEMPTS: 2 })
  await writeEvent(context, { story: 'a', seq: 1 })
  await writeEvent(context, { story: 'b', seq: 1 })
  await eventually('the second is taken', () => receiver.received.length === 3)
  const dead = await lettersOf(context)
  expect(dead.map(({ fields }) => [fields['id'], fields['reason']])).toEqual([
    [id('a', 1), 'HTTP 500, 2 tries'],
  ])
})

test('after 410 nothing more is sent, doctor says so, and a new start sends what waited', async () => {
  const receiver = await openReceiver(status(410), status(200))
  const context = await openSending(receiver.url)
  await writeEvent(context, { story: 'a', seq: 1 })
  await eventually(
    'it is gone',
    async () => (await context.redis.hget(context.keys.webhook, 'result')) === 'gone',
  )
  await writeEvent(context, { story: 'a', seq: 2 })
  const { text } = await runCommand(context, (config) => doctorCommand(config, { json: false }))
  expect(text).toContain('410 Gone')
  expect(receiver.received).toHaveLength(1)
  await context.role.close()
  await runRole(context, startWebhook)
  await eventually('both are taken', () => receiver.received.length === 3)
  expect(receiver.ids()).toEqual([id('a', 1), id('a', 1), id('a', 2)])
})

/** As a container that was killed leaves them: read, and handed out a moment ago. */
async function takeAndDie({ redis, keys }: TestContext): Promise<void> {
  await redis.xreadgroup('GROUP', 'webhook', '7f3c', 'COUNT', 9, 'STREAMS', keys.events, '>')
}

test('what a process of another name had in hand is sent before what is new', async () => {
  const receiver = await openReceiver(status(200))
  const context = openContext({ settings: { WEBHOOK_URL: receiver.url } })
  await context.redis.xgroup('CREATE', context.keys.events, 'webhook', '0', 'MKSTREAM')
  for (const seq of [1, 2]) await writeEvent(context, { story: 'a', seq })
  await takeAndDie(context)
  await writeEvent(context, { story: 'a', seq: 3 })
  await runRole(context, startWebhook)
  await eventually('all are sent', () => receiver.received.length === 3)
  expect(receiver.ids()).toEqual([id('a', 1), id('a', 2), id('a', 3)])
  await eventually('nothing is pending', async () => (await pendingOf(context)) === 0)
})

test('of two processes one sends, and the other goes on when it ends', async () => {
  const kept: ServerResponse[] = []
  const receiver = await openReceiver((response) => void kept.push(response), status(200))
  const first = openContext({ settings: { WEBHOOK_URL: receiver.url } })
  const inCharge = await runRole(first, startWebhook)
  await untilGroup(first)
  await writeEvent(first, { story: 'a', seq: 1 })
  await eventually('the first sends', () => kept.length === 1)
  for (const seq of [2, 3]) await writeEvent(first, { story: 'a', seq })
  await runRole(openContext({ settings: first.config }), startWebhook)
  await untilProlonged(first)
  expect(receiver.received).toHaveLength(1)
  const closed = inCharge.close()
  for (const response of kept) status(200)(response)
  await closed
  await eventually('all are sent', () => receiver.received.length === 3)
  expect(receiver.ids()).toEqual([id('a', 1), id('a', 2), id('a', 3)])
})

test('a receiver that never answers does not keep the role from ending, and its event comes again', async () => {
  const receiver = await openReceiver(() => {})
  const context = openContext({ settings: { WEBHOOK_URL: receiver.url } })
  const role = run(await startWebhook(context))
  await untilGroup(context)
  await writeEvent(context, { story: 'a', seq: 1 })
  await eventually('it was sent', () => receiver.received.length === 1)
  await context.http.close()
  await role.close()
  expect(await pendingOf(context)).toBe(1)
})

test('a private address is not sent to unless it is allowed', async () => {
  const receiver = await openReceiver(status(200))
  const context = await openSending(receiver.url, { ALLOW_PRIVATE_HOSTS: [], WEBHOOK_ATTEMPTS: 1 })
  await writeEvent(context, { story: 'a', seq: 1 })
  const dead = context.keys.deadEvents('webhook')
  await eventually('it is given up', async () => (await context.redis.xlen(dead)) === 1)
  const [letter] = await lettersOf(context)
  expect(letter?.fields['reason']).toContain('private address')
  expect(receiver.received).toEqual([])
})

test('a Redis that is full while events are sent keeps none of them back', async ({ skip }) => {
  const fill: { redis?: TestContext['redis'] } = {}
  const filling = async (response: ServerResponse) => {
    await fill.redis?.config('SET', 'maxmemory', 1)
    status(200)(response)
  }
  const receiver = await openReceiver((response) => void filling(response), status(200))
  const context = await onSmallRedis({ WEBHOOK_URL: receiver.url })
  if (!context) return skip('the JavaScript store has no memory limit')
  const { redis, keys } = context
  fill.redis = redis
  await redis.xgroup('CREATE', keys.events, 'webhook', '0', 'MKSTREAM')
  for (const seq of [1, 2, 3]) await writeEvent(context, { story: 'a', seq })
  await runRole(context, startWebhook)
  await eventually('all are sent', () => receiver.received.length === 3)
  await eventually('nothing is pending', async () => (await pendingOf(context)) === 0)
  expect(receiver.ids()).toEqual([id('a', 1), id('a', 2), id('a', 3)])
  expect(context.logged.map(({ msg }) => msg).join()).toContain('was not noted: OOM')
  expect(await redis.exists(keys.webhook)).toBe(0)
})

test('sending begins again when its group was lost', async () => {
  const receiver = await openReceiver(status(200))
  const context = await openSending(receiver.url)
  const { redis, keys } = context
  const groups = async () => ((await redis.xinfo('GROUPS', keys.events)) as unknown[]).length
  await redis.xgroup('DESTROY', keys.events, 'webhook')
  await eventually('the group is there again', async () => (await groups()) === 1)
  await writeEvent(context, { story: 'a', seq: 1 })
  await eventually('it is sent', () => receiver.received.length === 1)
  expect(context.logged.map(({ msg }) => msg).join()).toContain('sending failed and begins again')
})
