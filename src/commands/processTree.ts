import { envOf } from '../shared/config.ts'
import type { Context } from '../shared/context.ts'
import { type ChildSpec, type Supervisor, supervise } from '../shared/supervisor.ts'

/** What the processes of a tree share. */
interface Tree {
  readonly context: Context
  readonly redisUrl: string
  /** Script to fork for a role: the entry point of this program. */
  readonly mainFile: string
}

/** Starts child processes that run with the settings of this one. */
export function startProcesses(
  children: readonly ChildSpec[],
  { context, redisUrl, mainFile }: Tree,
): Supervisor {
  const { config, log, metrics } = context
  const env = { ...process.env, ...envOf(config), REDIS_URL: redisUrl }
  return supervise(children, { mainFile, env, log, metrics })
}
