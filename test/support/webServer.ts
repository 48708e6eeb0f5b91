import { startWeb } from '../../src/web/roles.ts'
import type { Assigner } from '../../src/workers/assign/assignArticle.ts'
import { anAssigner } from './assigning.ts'
import { aReadArticle } from './builders.ts'
import { openContext, run, type TestContext } from './testContext.ts'

/** The web role of a test, on a port of its own. */
export interface TestWeb {
  readonly base: string
  readonly context: TestContext
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** The JSON of an answer, loosely typed. */
  json(path: string): Promise<Answer>
  /** Lets an assigner take in articles, one after the other. */
  assign(articles: readonly Told[]): Promise<void>
}

type Told = Parameters<typeof aReadArticle>[0]

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
export type Answer = any

/** Starts the web role until the test ends. */
export async function openWeb(settings: Parameters<typeof openContext>[0] = {}): Promise<TestWeb> {
  const context = openContext({ ...settings, settings: { HTTP_PORT: 0, ...settings.settings } })
  const { port } = run(await startWeb(context))
  const base = `http://127.0.0.1:${port}`
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${base}${path}`, { headers })
  let assigner: Promise<Assigner> | null = null
  return {
    base,
    context,
    get,
    json: async (path) => (await get(path)).json(),
    async assign(articles) {
      assigner ??= anAssigner(context)
      const { handler } = await assigner
      for (const article of articles) await handler(aReadArticle(article))
    },
  }
}
