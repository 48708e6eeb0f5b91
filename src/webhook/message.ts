import { createHmac } from 'node:crypto'
import type { ConsumedEvent } from '../shared/client/index.ts'

/** A request that tells of one event. */
export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string>>
  /** The event as CloudEvents 1.0 JSON. */
  readonly body: string
}

/** The event in the structured form of CloudEvents 1.0; `seq`, `lang` and `relation` are extension attributes. */
export function cloudEventOf(event: ConsumedEvent): object {
  const { specversion, id, source, type, time, subject, seq, lang, relation, data } = event
  const ofArticle = { ...(lang ? { lang } : {}), ...(relation ? { relation } : {}) }
  const attributes = {
    specversion,
    id,
    source,
    type,
    time,
    subject,
    seq: Number(seq),
    ...ofArticle,
  }
  return { ...attributes, datacontenttype: 'application/json', data }
}

/** The request for an event, signed when there is a key; the time is part of what is signed. */
export function messageOf(
  event: ConsumedEvent,
  { key, nowMs }: { key: Buffer | null; nowMs: number },
): WebhookMessage {
  const body = JSON.stringify(cloudEventOf(event))
  const timestamp = String(Math.floor(nowMs / 1_000))
  const signed = key && { 'webhook-signature': sign(`${event.id}.${timestamp}.${body}`, key) }
  const headers = {
    'content-type': 'application/cloudevents+json',
    'webhook-id': event.id,
    'webhook-timestamp': timestamp,
    ...signed,
  }
  return { headers, body }
}

/** Standard Webhooks 1.0: HMAC-SHA256 in base64, after the version of the scheme. */
function sign(content: string, key: Buffer): string {
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
}

/** The key of a secret in the form `whsec_<base64>`; null for none. */
export function keyOf(secret: string): Buffer | null {
  return secret ? Buffer.from(secret.replace(/^whsec_/, ''), 'base64') : null
}
