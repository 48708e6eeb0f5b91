import type { Config } from '../shared/config.ts'
import type { Context } from '../shared/context.ts'
import { checkPermutations } from '../shared/core/copies/permutations.ts'
import { createLanguageDetector } from '../shared/core/text/language.ts'
import { standInCure, standInNote } from '../shared/core/text/languageEngines.ts'
import { openEmbedder } from '../shared/embedding/embedder.ts'
import { calibrationFile } from '../shared/embedding/modelFolder.ts'
import { messageOf } from '../shared/errors.ts'
import { findPart } from '../shared/keyspace.ts'
import {
  askServer,
  checkServerFacts,
  type Finding,
  ok,
  problem,
  warning,
} from '../shared/serverChecks.ts'
import { stageNames, stages } from '../shared/stages.ts'
import { isBalanced } from '../shared/store/entries.ts'
import { checkWebhook } from '../shared/webhookState.ts'
import { withAnyStore } from './openStore.ts'
import { checkGroups, checkProcesses } from './processChecks.ts'
import { paint, say } from './terminal.ts'

type Check = (context: Context) => Promise<readonly Finding[]>

/** `wirefold doctor`: names each problem and its cure. Exit code 1 when there is a problem. */
export async function doctorCommand(config: Config, { json }: { json: boolean }): Promise<number> {
  const findings = await withAnyStore(config, async (context) => {
    const found: Finding[] = []
    for (const check of checks) found.push(...(await check(context)))
    return found
  })
  if (json) say(JSON.stringify(findings))
  else for (const finding of findings) say(describe(finding))
  return findings.some(({ level }) => level === 'problem') ? 1 : 0
}

const marks = {
  ok: paint.green('ok     '),
  warning: paint.yellow('warning'),
  problem: paint.red('PROBLEM'),
}

function describe({ level, what, cure }: Finding): string {
  return `${marks[level]}  ${what}${cure ? `\n         → ${cure}` : ''}`
}

const checks: readonly Check[] = [
  checkEngine,
  checkSentenceModel,
  checkServer,
  checkRestore,
  checkProcesses,
  checkFeeds,
  checkLedger,
  checkQueues,
  checkGroups,
  checkWebhook,
]

async function checkRestore(context: Context): Promise<readonly Finding[]> {
  const part = await findPart(context)
  return part ? [problem(part.what, part.cure)] : []
}

async function checkEngine(): Promise<readonly Finding[]> {
  const { engine } = await createLanguageDetector()
  const same = checkPermutations().ok
  return [
    ok(`Node ${process.versions.node}`),
    engine === 'cld' ? ok('language engine cld') : warning(standInNote, standInCure),
    same
      ? ok('fingerprints are the ones of the index')
      : problem(
          'this JavaScript engine computes other fingerprints',
          'use Node 24 from nodejs.org',
        ),
  ]
}

async function checkSentenceModel({ config }: Context): Promise<readonly Finding[]> {
  try {
    const embedder = await openEmbedder(config)
    if (!embedder) return []
    const found = ok(`sentence model: ${embedder.about}`)
    return embedder.calibrated ? [found] : [found, warning(uncalibrated, calibrationCure)]
  } catch (error) {
    return [problem(messageOf(error), 'see "A sentence model" in docs/operations.md')]
  }
}

const uncalibrated = 'the sentence model is not calibrated: what it counts for is a guess'
const calibrationCure = `put what \`npm run fit -- --embeddings DIR --hard FILE.jsonl\` prints into ${calibrationFile} in its folder`

async function checkServer({ redis, keys }: Context): Promise<readonly Finding[]> {
  return [ok(`prefix ${keys.prefix}`), ...checkServerFacts(await askServer(redis))]
}

async function checkFeeds({ feeds }: Context): Promise<readonly Finding[]> {
  const all = await feeds.all()
  const failing = all.filter(({ state }) => state.failures > 0)
  if (all.length === 0) return [warning('no feeds', 'wirefold up --feeds FILE')]
  return [
    ok(`${all.length} feeds, ${all.length - failing.length} healthy`),
    ...failing
      .slice(0, 20)
      .map(({ state }) =>
        warning(
          `${state.url}: ${state.lastError} (${state.failures} times in a row)`,
          'open it in a browser; correct or remove it in FEEDS',
        ),
      ),
  ]
}

async function checkLedger({ entries }: Context): Promise<readonly Finding[]> {
  const ledger = await entries.ledger()
  return [
    isBalanced(ledger)
      ? ok(`ledger adds up: ${ledger.seen} entries seen, ${ledger.inFlight} in flight`)
      : problem(
          'the ledger does not add up',
          'please report this with the output of `wirefold ledger --json`',
        ),
  ]
}

async function checkQueues(context: Context): Promise<readonly Finding[]> {
  const { queues, redis, keys } = context
  const findings: Finding[] = []
  const [oldest] = await redis.zrange(keys.inFlight, '0', '0')
  let jobs = 0
  for (const stage of stageNames) {
    const depth = await queues.depth(stage)
    jobs += depth.waiting + depth.active + depth.delayed
    if (depth.failed > 0) {
      const { queue } = stages[stage]
      findings.push(
        warning(
          `${depth.failed} dead letters in queue ${queue}`,
          '`wirefold dead list` shows why, `wirefold dead retry` tries again',
        ),
      )
    }
  }
  // entries come and go while the queues are read: stranded is one that was there all the time
  const stays = oldest !== undefined && (await redis.zscore(keys.inFlight, oldest)) !== null
  if (stays && jobs === 0) {
    const { inFlight } = await context.entries.ledger()
    findings.push(
      problem(
        `${inFlight} entries are in flight, but no queue has a job`,
        'were queues deleted by hand?',
      ),
    )
  }
  return findings.length > 0 ? findings : [ok(`queues: ${jobs} jobs, no dead letters`)]
}
