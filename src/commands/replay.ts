import { statSync } from 'node:fs'
import type { Config } from '../shared/config.ts'
import type { Context } from '../shared/context.ts'
import { UsageError } from '../shared/errors.ts'
import { prepareKeyspace } from '../shared/keyspace.ts'
import { askedToStop, pause } from '../shared/lifecycle.ts'
import { jobIdOf } from '../shared/schemas.ts'
import { isBalanced } from '../shared/store/entries.ts'
import { type ArchivedPage, archiveFiles, readPages } from '../shared/warc/archivedPages.ts'
import { queuesDrained } from './finish.ts'
import { ledgerJson, ledgerText } from './ledger.ts'
import { withLiveStore } from './openStore.ts'
import { startProcesses } from './processTree.ts'
import { type Told, withProgress } from './progress.ts'
import { childrenOf } from './roles.ts'
import type { JsonFlag } from './run.ts'
import { count, note, say } from './terminal.ts'

/** What a replay did. */
interface Replayed {
  readonly fed: number
  readonly known: number
}

/** Pages waiting to be read at most, so that Redis holds no more of the archive at a time. */
const mostWaiting = 128
const lookEveryMs = 20
/** Entries remembered as under way before the queues are let run empty. */
const mostUnderWay = 10_000

/** What is replayed, and how. */
interface ReplayOptions extends JsonFlag {
  readonly folder: string
  /** Script to fork for a role. */
  readonly mainFile: string
}

/**
 * `wirefold replay DIR`: feeds the archived pages through reading and assigning again, in their order. Pages whose entry has
 * its outcome change nothing. Exit code 1 when it was stopped or the ledger does not add up.
 */
export async function replayCommand(config: Config, options: ReplayOptions): Promise<number> {
  const files = archiveFiles(options.folder)
  const stop = new AbortController()
  void askedToStop('SIGINT', 'SIGTERM').then(() => stop.abort())
  return withLiveStore(config, async (context, redisUrl) => {
    if (await context.redis.exists(context.keys.demo)) {
      throw new UsageError(
        `the sample news web has ${context.keys.prefix}: stop it, or replay into another KEY_PREFIX`,
      )
    }
    await prepareKeyspace(context, { demo: false, say: note })
    const tree = { context, redisUrl, mainFile: options.mainFile }
    const workers = startProcesses(childrenOf(['workers'], { once: false, config }), tree)
    try {
      const replayed = await withProgress('replaying', (tell) =>
        replayFiles(context, { files, stop: stop.signal, tell }),
      )
      return await report(context, { ...replayed, ...options, isWhole: !stop.signal.aborted })
    } finally {
      await workers.stop()
    }
  })
}

type Reported = Replayed & JsonFlag & { readonly isWhole: boolean }

async function report(context: Context, { fed, known, json, isWhole }: Reported): Promise<number> {
  const ledger = await context.entries.ledger()
  if (json) say(JSON.stringify({ fed, known, whole: isWhole, ledger: ledgerJson(ledger) }))
  else say(`${count(fed, 'page')} read again, ${known} known already\n${ledgerText(ledger)}`)
  if (!isWhole) note('stopped before everything was done: run it again to finish')
  return isBalanced(ledger) && isWhole ? 0 : 1
}

/** Archive files, until when, and who is told of the bytes done. */
interface Replay {
  readonly files: readonly string[]
  readonly stop: AbortSignal
  readonly tell?: Told
}

/** Puts every page of the files to work that this store does not know, and waits until all work is done. */
export async function replayFiles(context: Context, replay: Replay): Promise<Replayed> {
  const { files, stop, tell = () => {} } = replay
  const total = bytesOf(files)
  const underWay = new Set<string>()
  let [fed, known, bytes] = [0, 0, 0]
  const read = (more: number) => {
    bytes += more
    tell(bytes, total)
  }
  for (const file of files) {
    for await (const page of readPages(file, read)) {
      if (stop.aborted) break
      const { entryId } = page.entry
      if (underWay.has(entryId) || underWay.size >= mostUnderWay) {
        // an entry carries one content at a time: a later version waits until the one before is read
        await queuesDrained(context, stop)
        underWay.clear()
      }
      if (await feedPage(context, page)) {
        fed += 1
        underWay.add(entryId)
      } else known += 1
      await room(context, stop)
    }
  }
  await queuesDrained(context, stop)
  return { fed, known }
}

function bytesOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0)
}

async function room({ queues }: Context, stop: AbortSignal): Promise<void> {
  while (!stop.aborted && (await queues.depth('read')).waiting >= mostWaiting) {
    await pause(lookEveryMs, stop)
  }
}

/** Puts a page where the fetcher would have put it; false when it was read here before. */
async function feedPage(context: Context, page: ArchivedPage): Promise<boolean> {
  const { entry, url, contentType, body, contentHtml } = page
  const { entries, pages, queues } = context
  if (await entries.wasRead(entry)) return false
  await pages.putPage(entry, { body })
  if (contentHtml !== null) await pages.putContent(entry.entryId, contentHtml)
  const payload = { entryId: entry.entryId, entry, url, contentType }
  await queues.enqueue('read', [{ id: jobIdOf(entry), payload }])
  await entries.admit([entry.entryId], entry.firstSeenMs)
  await entries.noteRead(entry)
  return true
}
