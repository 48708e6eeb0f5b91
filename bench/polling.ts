import { runPolling } from './polling/run.ts'
import { scoreRun } from './polling/score.ts'

/** Plays hours of polling against a simulated web and scores them: one JSON object, printed last. */
export const bench = { name: 'polling', run }

interface PollingArguments {
  readonly json: boolean
  readonly feeds?: number
  readonly hours?: number
  readonly seed?: number
}

async function run({ json, feeds = 2_000, hours = 24, seed = 7 }: PollingArguments): Promise<void> {
  const started = performance.now()
  const score = scoreRun(await runPolling({ feeds, hours, seed }))
  const seconds = Math.round((performance.now() - started) / 1_000)
  console.log(JSON.stringify({ feeds, hours, seed, ...score, seconds }, null, json ? 0 : 2))
}
