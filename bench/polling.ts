import { runPolicy } from './polling/policy.ts'
import { runPolling } from './polling/run.ts'
import { scoreRun } from './polling/score.ts'

/** Plays polling against a simulated web, by the schedule alone and with real sockets: one JSON object, printed last. */
export const bench = { name: 'polling', run }

interface PollingArguments {
  readonly json: boolean
  readonly feeds?: number
  readonly hours?: number
  readonly seed?: number
}

/** The schedule alone is played for longer, and for more feeds. */
const policy = { feeds: 2_000, hours: 7 * 24 } as const

async function run({ json, feeds = 1_000, hours = 24, seed = 7 }: PollingArguments): Promise<void> {
  const result = {
    policy: { ...policy, seed, ...policyScore(seed) },
    sockets: await socketScore({ feeds, hours, seed }),
  }
  console.log(JSON.stringify(result, null, json ? 0 : 2))
}

function policyScore(seed: number) {
  const { entries, latencyMinutes, pollsPerFeedAndDay } = scoreRun(runPolicy({ ...policy, seed }))
  return { entries, latencyMinutes, pollsPerFeedAndDay }
}

async function socketScore(options: { feeds: number; hours: number; seed: number }) {
  const started = performance.now()
  const score = scoreRun(await runPolling(options))
  return { ...options, ...score, seconds: Math.round((performance.now() - started) / 1_000) }
}
