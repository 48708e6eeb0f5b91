import type { StreamEvent } from '../eventStream.ts'
import type { WirefoldEvent, WirefoldEventType } from './eventTypes.ts'

/** An event of a type that this version knows. */
export interface KnownEvent {
  readonly kind: 'known'
  readonly event: WirefoldEvent
}

/** What an entry of the stream is. Unknown types come from newer versions and may be passed over. */
export type ParsedEvent =
  | KnownEvent
  | { readonly kind: 'unknown'; readonly type: string }
  | { readonly kind: 'malformed'; readonly reason: string }

const knownTypes: ReadonlySet<string> = new Set<WirefoldEventType>([
  'wirefold.story.opened.v1',
  'wirefold.story.joined.v1',
  'wirefold.article.revised.v1',
  'wirefold.story.merged.v1',
  'wirefold.story.split.v1',
  'wirefold.story.updated.v1',
  'wirefold.story.closed.v1',
])

const seqPattern = /^[1-9][0-9]{0,15}$/

/**
 * Reads the flat fields of one stream entry. Checks the envelope and that `data` is a JSON object; its inside is what
 * the producer's schema says, and may hold more than this version knows.
 */
export function parseEvent({ fields }: Pick<StreamEvent, 'fields'>): ParsedEvent {
  const { id, type, subject, seq } = fields
  if (!id || !type || !subject) return malformed('id, type or subject is missing')
  if (!knownTypes.has(type)) return { kind: 'unknown', type }
  if (!seqPattern.test(seq ?? '')) return malformed(`seq is not a number above 0: ${seq}`)
  const data = parseObject(fields['data'])
  if (!data) return malformed('data is not a JSON object')
  return { kind: 'known', event: { ...fields, data } as unknown as WirefoldEvent }
}

function malformed(reason: string): ParsedEvent {
  return { kind: 'malformed', reason }
}

function parseObject(text: string | undefined): object | null {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
