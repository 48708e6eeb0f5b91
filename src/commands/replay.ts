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
import { ledgerText } from './ledger.ts'
import { withLiveStore } from './openStore.ts'
import { startProcesses } from './processTree.ts'
import { showProgress } from './progress.ts'
import { childrenOf } from './roles.ts'
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

/**
 * `wirefold replay DIR`: feeds the archived pages through reading and assigning again, in their order. Pages whose entry has
 * its outcome change nothing. Exit code 1 when it was stopped or the ledger does not add up.
 */
export async function replayCommand(
  config: Config,
  directory: string,
  mainFile: string,
): Promise<number> {
  const files = archiveFiles(directory)
  const stop = new AbortController()
  void askedToStop('SIGINT', 'SIGTERM').then(() => stop.abort())
  return withLiveStore(config, async (context, redisUrl) => {
    if (await context.redis.exists(context.keys.demo)) {
      throw new UsageError(
        `the sample news web has ${context.keys.prefix}: stop it, or replay into another KEY_PREFIX`,
      )
    }
    await prepareKeyspace(context, { demo: false, say: note })
    const workers = startProcesses(childrenOf(['workers'], false), { context, redisUrl, mainFile })
    try {
      const replayed = await replayFiles(context, files, stop.signal)
      return await report(context, replayed, stop.signal)
    } finally {
      await workers.stop()
    }
  })
}

async function report(context: Context, { fed, known }: Replayed, stop: AbortSignal) {
  const ledger = await context.entries.ledger()
  say(`${count(fed, 'page')} read again, ${known} known already`)
  say(ledgerText(ledger))
  if (stop.aborted) note('stopped before everything was done: run it again to finish')
  return isBalanced(ledger) && !stop.aborted ? 0 : 1
}

/** Puts every page of the files to work that this store does not know, and waits until all work is done. */
export async function replayFiles(
  context: Context,
  files: readonly string[],
  stop: AbortSignal,
): Promise<Replayed> {
  const progress = showProgress('replaying', bytesOf(files))
  const underWay = new Set<string>()
  let fed = 0
  let known = 0
  for (const file of files) {
    for await (const page of readPages(file, progress.add)) {
      if (stop.aborted) break
      const { entryId } = page.entry
      if (underWay.has(entryId) || underWay.size >= mostUnderWay) {
        // an entry has one page at a time: a later version waits until the one before is read
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
  progress.end()
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
  await pages.putPage(entry.entryId, body)
  if (contentHtml !== null) await pages.putContent(entry.entryId, contentHtml)
  const payload = { entryId: entry.entryId, entry, url, contentType }
  await queues.enqueue('read', [{ id: jobIdOf(entry), payload }])
  await entries.admit([entry.entryId], entry.firstSeenMs)
  await entries.noteRead(entry)
  return true
}
