import { createHmac, timingSafeEqual } from 'node:crypto'
import { cleanUrl } from '../feed/feedUrl.ts'
import type { Feed } from '../feed/types.ts'
import type { ResponseHeaders } from './response.ts'

/** Where a feed's news can be subscribed to, and under which name (W3C WebSub, section 4). */
export interface HubPlace {
  readonly hub: string
  readonly topic: string
}

/** What is remembered of a subscription; all times are epoch milliseconds. */
export interface Subscription extends HubPlace {
  readonly feedId: string
  readonly feedUrl: string
  /** Part of the callback's address that nobody can guess. */
  readonly token: string
  /** Signs what the hub sends. */
  readonly secret: string
  readonly status: 'pending' | 'active' | 'denied'
  readonly leaseUntilMs: number
  readonly lastPushMs: number | null
  /** Last time a poll found what the hub had not sent. */
  readonly missedMs: number | null
}

/** Link headers are read so far. */
const LINK_LIMIT = 8_192

/** Hub and topic of an answer: its Link headers, else what the feed says of itself; null when it has no hub. */
export function hubOf(
  feed: Pick<Feed, 'hubUrl' | 'selfUrl'>,
  headers: ResponseHeaders,
  url: string,
): HubPlace | null {
  const links = linksOf(headers.get('link') ?? '', url)
  const hub = links.get('hub') ?? feed.hubUrl
  if (!hub) return null
  return { hub, topic: links.get('self') ?? feed.selfUrl ?? url }
}

/** First link of each relation in a Link header (RFC 8288, section 3). */
function linksOf(header: string, base: string): ReadonlyMap<string, string> {
  const links = new Map<string, string>()
  for (const [, target, parameters] of header.slice(0, LINK_LIMIT).matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relations = /;\s?rel\s?=\s?"?([^";,]*)/i.exec(parameters ?? '')?.[1] ?? ''
    const url = cleanUrl(target ?? '', base)
    if (url === null) continue
    for (const relation of relations.toLowerCase().split(' ')) {
      if (!links.has(relation)) links.set(relation, url)
    }
  }
  return links
}

/** Digests a hub may sign with (W3C WebSub, section 7.1). */
const DIGESTS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/** Whether a body was signed with the secret: `X-Hub-Signature: method=hex`. */
export function isSignedBy(secret: string, body: Uint8Array, header: string | undefined): boolean {
  const [, method = '', given = ''] = /^([a-z0-9]+)=([0-9a-f]{40,128})$/i.exec(header ?? '') ?? []
  if (!DIGESTS.has(method.toLowerCase())) return false
  const wanted = createHmac(method.toLowerCase(), secret).update(body).digest()
  const signed = Buffer.from(given, 'hex')
  return signed.length === wanted.length && timingSafeEqual(signed, wanted)
}

/** Leases are renewed when two thirds of them are over, and hold ten days at most and a minute at least. */
const LEASE_SECONDS = { least: 60, most: 864_000 } as const
const RENEWED_AT = 2 / 3

/** Lease asked for. */
export const WANTED_LEASE_SECONDS: number = LEASE_SECONDS.most

/** The subscription once its hub has verified it, and when to renew it. */
export function verified(
  subscription: Subscription,
  { leaseSeconds, nowMs }: { leaseSeconds: number; nowMs: number },
): { readonly subscription: Subscription; readonly renewAtMs: number } {
  const asked = Number.isFinite(leaseSeconds) ? leaseSeconds : LEASE_SECONDS.most
  const leaseMs = Math.min(Math.max(asked, LEASE_SECONDS.least), LEASE_SECONDS.most) * 1_000
  return {
    subscription: { ...subscription, status: 'active', leaseUntilMs: nowMs + leaseMs },
    renewAtMs: Math.round(nowMs + leaseMs * RENEWED_AT),
  }
}

/** A hub has this long to send what a poll finds. */
const GRACE_MS = 5 * 60_000

/** Did the hub fail to send what a poll has just found? */
export function hasMissed({ status, lastPushMs }: Subscription, nowMs: number): boolean {
  return status === 'active' && nowMs - (lastPushMs ?? 0) > GRACE_MS
}

/** Can polls be rare: the lease holds, something was pushed, and nothing was missed since? */
export function isTrusted(subscription: Subscription | null, nowMs: number): boolean {
  if (subscription === null || subscription.lastPushMs === null) return false
  const { status, leaseUntilMs, lastPushMs, missedMs } = subscription
  return status === 'active' && leaseUntilMs > nowMs && lastPushMs > (missedMs ?? 0)
}
