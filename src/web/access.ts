import { createHash, timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'

/** What a request of the Node server carries. */
export type Bindings = { Bindings: HttpBindings }

/** Lets a request pass that knows the token: as bearer, or as the password of a browser's own dialogue. */
export function tokenNeeded(token: string): MiddlewareHandler<Bindings> {
  const wanted = digest(token)
  return async (c, next) => {
    const given = tokenOf(c.req.header('authorization') ?? '')
    if (given !== null && timingSafeEqual(digest(given), wanted)) return next()
    c.header('www-authenticate', 'Basic realm="wirefold", charset="UTF-8"')
    return c.json(
      { error: 'the token of HTTP_TOKEN is needed: as bearer token, or as password' },
      401,
    )
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function tokenOf(header: string): string | null {
  const [scheme = '', value = ''] = header.split(' ')
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() !== 'basic') return null
  const pair = Buffer.from(value, 'base64').toString()
  return pair.slice(pair.indexOf(':') + 1)
}

interface Bucket {
  tokens: number
  filledMs: number
}

/** Addresses remembered; the one seen longest ago is forgotten first. */
const mostAddresses = 10_000

/** Answers 429 to an address that asks more often than so many times a minute (token bucket, a minute deep). */
export function limitRate(perMinute: number, now: () => number): MiddlewareHandler<Bindings> {
  const buckets = new Map<string, Bucket>()
  return async (c, next) => {
    const address = c.env.incoming?.socket.remoteAddress ?? 'unknown'
    const known = buckets.get(address) ?? { tokens: perMinute, filledMs: now() }
    const filled = known.tokens + ((now() - known.filledMs) / 60_000) * perMinute
    const bucket = { tokens: Math.min(perMinute, filled) - 1, filledMs: now() }
    buckets.delete(address)
    if (bucket.tokens < 0) {
      buckets.set(address, { ...bucket, tokens: bucket.tokens + 1 })
      c.header('retry-after', String(Math.ceil(60 / perMinute)))
      return c.json({ error: `more than ${perMinute} requests a minute: slow down` }, 429)
    }
    buckets.set(address, bucket)
    const [oldest] = buckets.keys()
    if (buckets.size > mostAddresses && oldest !== undefined) buckets.delete(oldest)
    return next()
  }
}
