import { mostDead } from '../shared/client/handOut.ts'
import type { Context } from '../shared/context.ts'
import { type Finding, ok, warning } from '../shared/serverChecks.ts'
import { stageNames, stages } from '../shared/stages.ts'
import { readGroups } from '../shared/streamGauges.ts'
import { count } from './terminal.ts'

/** Roles by the stage whose queue they work on. */
const roleOfStage = { fetch: 'producers', read: 'reader' } as const

/** Does each part of the pipeline run somewhere? Redis knows the workers of its queues, and who holds the lease. */
export async function checkProcesses({
  queues,
  redis,
  keys,
}: Context): Promise<readonly Finding[]> {
  const missing: string[] = []
  for (const queue of queues.all()) {
    const stage = stageNames.find((name) => stages[name].queue === queue.name)
    const role = roleOfStage[stage as keyof typeof roleOfStage] as string | undefined
    if (role && (await queue.getWorkersCount()) === 0) missing.push(role)
  }
  if ((await redis.exists(keys.lease('assigner'))) === 0) missing.push('assigner')
  if (missing.length === 0) return [ok('producers, reader and assigner run')]
  if (missing.length === 3)
    return [warning('wirefold is not running', 'npm start, or `wirefold up --feeds FILE`')]
  return missing.map((role) =>
    warning(
      `the role ${role} does not run: its work waits`,
      `\`wirefold up ${role}\`, here or on another machine`,
    ),
  )
}

/** A group that has not read this share of the stream's length is in danger of losing events. */
const worryingShare = 0.5

/** Do the consumer groups keep up, and what have they given up? */
export async function checkGroups(context: Context): Promise<readonly Finding[]> {
  const { redis, keys, config } = context
  const findings: Finding[] = []
  for (const { name, lag } of await readGroups(context)) {
    if (lag > worryingShare * config.EVENTS_MAX_LENGTH)
      findings.push(
        warning(
          `group ${name} has not read ${lag} events`,
          `start more of its consumers; one that is not needed: redis-cli XGROUP DESTROY ${keys.events} ${name}`,
        ),
      )
    const dead = await redis.xlen(keys.deadEvents(name))
    const full = dead >= mostDead ? ', and older ones are lost' : ''
    if (dead > 0)
      findings.push(
        warning(
          `group ${name} has given up ${count(dead, 'event')}${full}`,
          `\`wirefold dead list --group ${name}\` shows why, \`dead retry --group ${name}\` gives them out again, \`dead drop --group ${name}\` forgets them`,
        ),
      )
  }
  return findings
}
