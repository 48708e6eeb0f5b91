import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../shared/config.ts'
import { type Context, createContext } from '../shared/context.ts'
import { UsageError } from '../shared/errors.ts'
import { refusePart } from '../shared/keyspace.ts'
import { pause, repeat } from '../shared/lifecycle.ts'
import { type ProvidedRedis, provideRedis, useRunning } from '../shared/provide/redis.ts'
import { checkRedis } from '../shared/redis.ts'
import { note } from './terminal.ts'

/** Folders of a provided Redis: real feeds and the sample news web never share one. */
export const dataFolders = {
  live: (config: Config) => join(config.DATA_DIR, 'live'),
  demo: (config: Config) => join(config.DATA_DIR, 'demo'),
}

type Work<T> = (context: Context, redisUrl: string) => Promise<T>

/**
 * Runs a command that looks at the store: the one a running wirefold uses, else the one used last.
 * @throws UsageError, as all here but `withAnyStore`, when what is there is a part of a snapshot.
 */
export function withStore<T>(config: Config, work: Work<T>): Promise<T> {
  return withAnyStore(config, onWhole(work))
}

/** As `withStore`, also while a restore has not come to its end. */
export async function withAnyStore<T>(config: Config, work: Work<T>): Promise<T> {
  const provided = (await findRunning(config)) ?? (await provideLastUsed(config))
  return withRedis(config, provided, work)
}

/** As `withStore`, but when nothing is running on the data of real feeds, never on those of the sample news web. */
export async function withLiveStore<T>(config: Config, work: Work<T>): Promise<T> {
  const running = await findRunning(config)
  const folder = dataFolders.live(config)
  const provided = running ?? (await provideRedis(config, { folder, say: note }))
  return withRedis(config, provided, onWhole(work))
}

/**
 * Runs a command that watches. It takes a Redis that is there and starts none: one that it had started would end with it,
 * under whoever has begun to use it meanwhile.
 * @throws UsageError when nothing is running.
 */
export async function withRunning<T>(config: Config, work: Work<T>): Promise<T> {
  const running = config.REDIS_URL ? await provideLastUsed(config) : await findRunning(config)
  if (!running)
    throw new UsageError('nothing is running here: start wirefold first, or set REDIS_URL')
  return withRedis(config, running, onWhole(work))
}

const lookEveryMs = 1_000

/**
 * As `withRunning`, for work that goes on until the signal is given: when the Redis has gone and another answers for the same
 * wirefold, the work begins again there. @throws UsageError when nothing is running at the beginning
 */
export async function withMovingStore(
  config: Config,
  signal: AbortSignal,
  work: (context: Context, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  if (config.REDIS_URL) return withRunning(config, (context) => work(context, signal))
  let next = () => withRunning(config, stay)
  const stay = async (context: Context, url: string) => {
    const moved = new AbortController()
    const watch = repeat(
      lookEveryMs,
      async () => {
        if (await hasMoved(config, url)) moved.abort()
      },
      () => {},
    )
    await work(context, AbortSignal.any([signal, moved.signal])).finally(() => watch.close())
  }
  while (!signal.aborted) {
    await next()
    next = async () => {
      const running = await findRunning(config)
      if (running) await withRedis(config, running, onWhole(stay))
      else await pause(lookEveryMs, signal)
    }
  }
}

async function hasMoved(config: Config, url: string): Promise<boolean> {
  const isThere = await checkRedis(url).then(
    () => true,
    () => false,
  )
  return !isThere && (await findRunning(config)) !== null
}

function onWhole<T>(work: Work<T>): Work<T> {
  return async (context, url) => {
    await refusePart(context)
    return work(context, url)
  }
}

async function withRedis<T>(config: Config, provided: ProvidedRedis, work: Work<T>): Promise<T> {
  const context = createContext(config, provided.url, 'cli')
  try {
    return await work(context, provided.url)
  } finally {
    await context.close()
    await provided.stop()
  }
}

const allFolders = (config: Config) => Object.values(dataFolders).map((folder) => folder(config))

async function findRunning(config: Config): Promise<ProvidedRedis | null> {
  if (config.REDIS_URL) return null
  for (const folder of allFolders(config)) {
    const running = await useRunning(folder)
    if (running) return running
  }
  return null
}

function provideLastUsed(config: Config): Promise<ProvidedRedis> {
  const [latest = dataFolders.live(config)] = allFolders(config)
    .filter(existsSync)
    .sort((left, right) => lastUse(right) - lastUse(left))
  return provideRedis(config, { folder: latest, say: note })
}

function lastUse(folder: string): number {
  return statSync(folder).mtimeMs
}
