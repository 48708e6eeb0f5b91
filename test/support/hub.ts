import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A WebSub hub on the loopback interface, as the standard describes it. */
export interface Hub {
  readonly url: string
  readonly host: string
  /** Subscriptions asked for, in order. */
  readonly asked: readonly Readonly<Record<string, string>>[]
  /** Statuses the callbacks answered verifications with. */
  readonly verified: readonly number[]
  /** Sends news to the last subscriber; returns the status. */
  publish(body: string, options?: { method?: string; secret?: string }): Promise<number>
}

interface Habits {
  /** What it says to a request: verify it, or refuse. */
  readonly mode?: 'subscribe' | 'denied'
  readonly leaseSeconds?: number
  /** Topic it verifies, where that is not the one asked for. */
  readonly topic?: string
}

/** Opens a hub until the test ends. */
export async function openHub({
  mode = 'subscribe',
  leaseSeconds = 3_600,
  topic,
}: Habits = {}): Promise<Hub> {
  const asked: Record<string, string>[] = []
  const verified: number[] = []
  const server = createServer(async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams(await textOf(request)))
    asked.push(form)
    response.writeHead(202).end()
    verified.push(
      await verify(form, { mode, leaseSeconds, topic: topic ?? form['hub.topic'] ?? '' }),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}/hub`,
    host,
    asked,
    verified,
    async publish(body, { method = 'sha256', secret } = {}) {
      const last = asked.at(-1) ?? {}
      const signature = createHmac(method, secret ?? last['hub.secret'] ?? '')
        .update(body)
        .digest('hex')
      const headers = {
        'content-type': 'application/rss+xml',
        'x-hub-signature': `${method}=${signature}`,
      }
      const { status } = await fetch(last['hub.callback'] ?? '', { method: 'POST', headers, body })
      return status
    },
  }
}

/** The hub asks the subscriber whether it means it; a wrong echo counts as a refusal. */
async function verify(form: Record<string, string>, habits: Required<Habits>): Promise<number> {
  const challenge = Math.random().toString(36)
  const query = new URLSearchParams({
    'hub.mode': habits.mode,
    'hub.topic': habits.topic,
    'hub.challenge': challenge,
    'hub.lease_seconds': String(habits.leaseSeconds),
  })
  const response = await fetch(`${form['hub.callback']}?${query}`)
  const echo = await response.text()
  return habits.mode === 'subscribe' && echo !== challenge ? 400 + response.status : response.status
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
