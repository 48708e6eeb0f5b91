import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '../src/shared/config.ts'
import { type Context, createContext } from '../src/shared/context.ts'
import { provideRedis } from '../src/shared/provide/redis.ts'
import { loadMemory } from '../src/workers/assign/memory.ts'
import { replayInputs } from '../src/workers/assign/replay.ts'
import { checkIds, differences, toldUnder } from './replay/compare.ts'
import { replayPages } from './replay/pages.ts'
import { runReaders } from './replay/run.ts'

interface ReplayArguments {
  /** JSON lines of labelled articles; pages of the sample web if left out. */
  readonly data: string | null
  readonly json: boolean
  /** Pages a run; 600 if left out. */
  readonly pages?: number
}

/** One reader against eight, and the input log against the run that wrote it: the same stories, ids, events, receipts. */
export const bench = { name: 'replay', run }

const liveClusters = 10_000

async function run({ data, json, pages: most }: ReplayArguments): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-replay-'))
  const provided = await provideRedis(parseConfig({}), { folder, say: () => {} })
  const open = (prefix: string) =>
    createContext(
      parseConfig({
        REDIS_URL: provided.url,
        KEY_PREFIX: prefix,
        INPUT_LOG_LENGTH: '1000000',
        LOG_LEVEL: 'error',
      }),
      provided.url,
      'bench',
    )
  const contexts = [open('one'), open('eight'), open('again')] as const
  try {
    const result = await measure(contexts, replayPages(data, most ?? 600))
    console.log(JSON.stringify(result, null, json ? 0 : 2))
  } finally {
    for (const context of contexts) await context.close()
    await provided.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(
  [one, eight, again]: readonly [Context, Context, Context],
  pages: ReturnType<typeof replayPages>,
) {
  await runReaders(one, pages, 1)
  await runReaders(eight, pages, 8)
  const inputs = await replayInputs(one, again)
  const [first, second, third] = [
    await toldUnder(one),
    await toldUnder(eight),
    await toldUnder(again),
  ]
  const { outcomes } = await one.entries.ledger()
  const ids = await checkIds(one, first)
  return {
    pages: pages.length,
    outcomes: Object.fromEntries(outcomes),
    events: first.length,
    stories: new Set(first.map(({ story }) => story)).size,
    identical: differences(first, second) === 0 && differences(first, third) === 0,
    differentWithEightReaders: differences(first, second),
    differentWhenReplayed: differences(first, third),
    inputs,
    ...ids,
    rebuild: await measureRebuild(again),
  }
}

/** Time to load the memory of an assigner, with the live clusters copied until there are 10,000. */
async function measureRebuild(context: Context) {
  const { redis, keys } = context
  const snapshots = Object.values(await redis.hgetall(keys.clusters))
  for (let at = snapshots.length; at < liveClusters; at += 1) {
    const cluster = JSON.parse(snapshots[at % snapshots.length] ?? '{}')
    const story = `s${String(at).padStart(20, '0')}`
    const copy = { ...cluster, id: `c${at}`, storyId: story, openedSeq: cluster.openedSeq + at }
    await redis.hset(keys.clusters, copy.id, JSON.stringify(copy))
    await redis.copy(keys.story(cluster.storyId), keys.story(story))
    await redis.hset(keys.story(story), 'id', story)
  }
  const started = performance.now()
  const { world } = await loadMemory(context)
  const seconds = Math.round(performance.now() - started) / 1_000
  return { clusters: world.clusters.size, seconds }
}
