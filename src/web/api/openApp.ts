import { OpenAPIHono, type z } from '@hono/zod-openapi'
import { Problem } from './replies.ts'

/** A part of the API. Values that do not fit their schema are answered with 400 and the fields named. */
export function openApp(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook(result, c) {
      if (result.success) return undefined
      const fields = Object.fromEntries(
        result.error.issues.map(({ path, message }) => [path.join('.') || 'query', message]),
      )
      return c.json({ error: 'wrong parameters', fields }, 400)
    },
  })
}

/** A JSON answer of a route. */
export function json<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** An answer that says what is wrong. */
export const problem = (description: string) => json(Problem, description)
