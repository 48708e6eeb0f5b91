import type { Config } from './config.ts'
import { type Context, createContext } from './context.ts'
import { askedToStop, type Running } from './lifecycle.ts'
import type { ChildMessage, ChildRequest } from './supervisor.ts'

/** Starts a role in this process. `tell` reaches the supervisor. */
export type StartRole = (context: Context, options: RoleOptions) => Promise<Running>

export interface RoleOptions {
  /** Poll every feed once, then tell `polled`. */
  readonly once: boolean
  readonly tell: (kind: 'polled') => void
}

/** Shorter than the supervisor's patience. */
const stopWithinMs = 20_000

/** Life of a child process: start the role, serve metrics to the supervisor, drain when asked to stop. */
export async function runChild(
  role: string,
  start: StartRole,
  { config, once }: { config: Config; once: boolean },
) {
  const asked = askedToStop('SIGTERM')
  // Ctrl-C goes to the whole group: the supervisor says when it is time to stop
  process.on('SIGINT', () => {})
  const context = createContext(config, config.REDIS_URL, role)
  const send = (message: ChildMessage) => {
    if (process.connected) process.send?.(message)
  }
  process.on('message', async ({ kind }: ChildRequest) => {
    if (kind === 'metrics')
      send({ kind, metrics: await context.metrics.registry.getMetricsAsJSON() })
  })
  const running = await start(context, { once, tell: (kind) => send({ kind }) })
  await asked
  // Redis may go away while we say goodbye: nobody is left behind waiting for it
  setTimeout(() => process.exit(1), stopWithinMs).unref()
  // without Redis the running jobs cannot end: another process takes them over
  if (context.redis.status !== 'ready') process.exit(1)
  await running.close()
  await context.close()
  process.exit(0)
}
