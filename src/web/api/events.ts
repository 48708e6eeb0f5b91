import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import type { Context } from '../../shared/context.ts'
import { eventJson, followEvents } from '../../shared/eventStream.ts'
import type { ReadModel } from '../readModel.ts'
import { openApp, problem } from './openApp.ts'

const streamId = z
  .string()
  .regex(/^(0|\d{1,15}(-\d{1,15})?)$/, 'must be the id of an event received before')

const eventsRoute = createRoute({
  method: 'get',
  path: '/events',
  summary: 'Story events as they come (server-sent events); `Last-Event-ID` goes on where it was',
  request: {
    headers: z.object({ 'last-event-id': streamId.optional() }),
    query: z.object({ after: streamId.optional() }),
  },
  responses: {
    200: {
      description: 'event: type, id: place in the stream, data: the event with `data` parsed',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    400: problem('wrong parameters'),
    503: problem('too many listeners'),
  },
})

/** Each listener holds a connection to Redis. */
const mostListeners = 200
/** A silent stream shows every so often that it lives. */
const beatMs = 15_000

/** `/events`. An event is told when the lists know it: who is told and asks for the stories finds it there. */
export function eventRoutes({ redis, keys }: Context, lists: ReadModel['place']) {
  let listeners = 0
  return openApp().openapi(eventsRoute, async (c) => {
    if (listeners >= mostListeners)
      return c.json({ error: 'too many listeners: try again later' }, 503)
    const afterId = c.req.valid('header')['last-event-id'] ?? c.req.valid('query').after ?? '$'
    return streamSSE(c, async (stream) => {
      listeners += 1
      const stop = new AbortController()
      stream.onAbort(() => stop.abort())
      const beat = setInterval(() => void stream.write(': still here\n\n'), beatMs)
      try {
        for await (const event of followEvents(redis, keys.events, {
          afterId,
          signal: stop.signal,
        })) {
          await lists.passed(event.streamId, stop.signal)
          await stream.writeSSE({
            id: event.streamId,
            event: event.fields['type'] ?? 'unknown',
            data: eventJson(event),
          })
        }
      } finally {
        clearInterval(beat)
        listeners -= 1
      }
    })
  })
}
