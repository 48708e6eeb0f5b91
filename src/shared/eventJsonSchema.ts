import { z } from 'zod'
import { type EventType, eventData, StoryId } from './schemas.ts'

/** JSON Schema (draft 2020-12) of one event as read from the stream, with `data` parsed. */
export function eventJsonSchema(type: EventType): object {
  const envelope = z.object({
    specversion: z.literal('1.0'),
    id: z.string().min(1),
    source: z.literal('wirefold'),
    type: z.literal(type),
    time: z.iso.datetime(),
    subject: StoryId,
    seq: z.string().regex(/^[1-9][0-9]*$/),
    lang: z.string(),
    relation: z.string(),
    data: eventData[type],
  })
  return z.toJSONSchema(envelope, { io: 'input' })
}
