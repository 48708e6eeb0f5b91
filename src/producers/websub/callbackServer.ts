import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Context } from '../../shared/context.ts'
import { isSignedBy, type Subscription, verified } from '../../shared/core/polling/websub.ts'
import { messageOf } from '../../shared/errors.ts'
import type { Running } from '../../shared/lifecycle.ts'
import { receivePush } from './receivePush.ts'

/** A running callback server. */
export interface CallbackServer extends Running {
  readonly port: number
}

const maxBodyBytes = 10_000_000
/** A hub sends at once or not at all. */
const requestTimeoutMs = 20_000

/** Serves the addresses hubs verify subscriptions at and send news to (W3C WebSub, sections 5 and 7). */
export async function startCallbackServer(context: Context): Promise<CallbackServer> {
  const { config, log } = context
  const server = createServer({ requestTimeout: requestTimeoutMs }, (request, response) => {
    answer(context, request)
      .catch((error: unknown) => {
        log.warn(`a hub's request broke off: ${messageOf(error)}`)
        return { status: 500, body: '' }
      })
      .then(({ status, body }) => reply(response, status, body))
  })
  server.listen(config.WEBSUB_PORT, config.HTTP_HOST)
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) }
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

function reply(response: ServerResponse, status: number, body: string): void {
  // a body that was not read to its end makes the connection useless
  response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' }).end(body)
}

interface Answer {
  readonly status: number
  readonly body: string
}

const nothingHere: Answer = { status: 404, body: '' }
/** Tells a hub that its news is not wanted any more. */
const unwanted: Answer = { status: 410, body: '' }
const accepted: Answer = { status: 202, body: '' }

async function answer(context: Context, request: IncomingMessage): Promise<Answer> {
  const url = URL.parse(request.url ?? '', 'http://callback')
  const [, feedId = '', token] =
    /^\/websub\/([0-9a-zA-Z_-]{1,64})\/([\w-]{32})$/.exec(url?.pathname ?? '') ?? []
  const subscription = token ? await context.subscriptions.get(feedId) : null
  const isOurs = subscription !== null && subscription.token === token
  if (!url || !isOurs) return request.method === 'POST' ? unwanted : nothingHere
  if (request.method === 'GET') return verify(context, subscription, url.searchParams)
  if (request.method === 'POST') return take(context, subscription, request)
  return { status: 405, body: '' }
}

/** A hub asks whether we mean it, or says that it does not want to. */
async function verify(
  { subscriptions, now, log }: Context,
  subscription: Subscription,
  query: URLSearchParams,
): Promise<Answer> {
  const { topic, feedId, feedUrl } = subscription
  if (query.get('hub.topic') !== topic) return nothingHere
  if (query.get('hub.mode') === 'denied') {
    await subscriptions.save({ ...subscription, status: 'denied' })
    log.info(`feed ${feedUrl}: its hub refuses the subscription; it is polled as before`)
    return { status: 200, body: '' }
  }
  const challenge = query.get('hub.challenge')
  // to leave is never asked for while the subscription is known
  if (query.get('hub.mode') !== 'subscribe' || !challenge) return nothingHere
  const lease = query.get('hub.lease_seconds')
  const leaseSeconds = lease === null ? Number.NaN : Number(lease)
  const held = verified(subscription, { leaseSeconds, nowMs: now() })
  await subscriptions.save(held.subscription)
  await subscriptions.askAt(feedId, held.renewAtMs)
  return { status: 200, body: challenge }
}

/** News. What is not signed with our secret is thanked for and thrown away, as the standard wants it. */
async function take(
  context: Context,
  subscription: Subscription,
  request: IncomingMessage,
): Promise<Answer> {
  const body = await readBody(request)
  if (body === null) return { status: 413, body: '' }
  const signature = request.headers['x-hub-signature']
  const isSigned = isSignedBy(subscription.secret, body, [signature].flat()[0])
  if (!isSigned) {
    context.metrics.feedPushes.inc({ result: 'unsigned' })
    return accepted
  }
  const contentType = request.headers['content-type'] ?? null
  context.metrics.feedPushes.inc({
    result: await receivePush(context, subscription, { body, contentType }),
  })
  return accepted
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBodyBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
