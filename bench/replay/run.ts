import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Context } from '../../src/shared/context.ts'
import { articleIdOf, canonicalizeUrl } from '../../src/shared/core/copies/canonicalUrl.ts'
import { type Entry, jobIdOf } from '../../src/shared/schemas.ts'
import type { ReplayPage } from './pages.ts'

const mainFile = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const lookEveryMs = 50

/** Puts the pages into the queue in their order, and lets so many readers and one assigner do the rest. */
export async function runReaders(
  context: Context,
  pages: readonly ReplayPage[],
  readers: number,
): Promise<void> {
  const roles = ['assigner', ...Array.from({ length: readers }, () => 'reader')]
  const children = roles.map((role) => startRole(context, role))
  try {
    // on a busy machine a reader that still compiles would be overtaken
    while ((await readyReaders(context)) < readers) await pause(lookEveryMs)
    for (const page of pages) await admit(context, page)
    while ((await context.entries.ledger()).inFlight > 0) await pause(lookEveryMs)
  } finally {
    await Promise.all(children.map(stop))
  }
}

/** Connections on which readers wait for pages; BullMQ names them by prefix and queue. */
async function readyReaders({ redis, keys }: Context): Promise<number> {
  const name = `name=${keys.queues}:${Buffer.from('pages').toString('base64')}`
  const clients = String(await redis.client('LIST')).split('\n')
  return clients.filter((client) => client.includes(name)).length
}

async function admit(context: Context, { url, html, contentType, timeMs }: ReplayPage) {
  const entry = entryOf(url, timeMs)
  const id = jobIdOf(entry)
  await context.pages.putPage(entry, { body: html })
  await context.entries.admit([entry.entryId], timeMs)
  const payload = { entryId: entry.entryId, entry, url, contentType }
  await context.order.admit([id], () => context.queues.enqueue('read', [{ id, payload }]))
}

function entryOf(url: string, firstSeenMs: number): Entry {
  const absent = { guid: null, title: null, summary: null, updatedAt: null, author: null }
  return {
    ...absent,
    entryId: articleIdOf(canonicalizeUrl(url) ?? url),
    url,
    feed: new URL('/feed', url).href,
    publishedAt: null,
    language: null,
    hasContent: false,
    firstSeenMs,
    version: null,
  }
}

function startRole({ config }: Context, role: string): ChildProcess {
  const { REDIS_URL, KEY_PREFIX } = config
  const log = { INPUT_LOG_LENGTH: String(config.INPUT_LOG_LENGTH), LOG_LEVEL: 'error' }
  return spawn(process.execPath, [mainFile, 'role', role], {
    env: { ...process.env, ...log, REDIS_URL, KEY_PREFIX },
    stdio: 'ignore',
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
