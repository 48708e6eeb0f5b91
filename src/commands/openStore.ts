import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../shared/config.ts'
import { type Context, createContext } from '../shared/context.ts'
import { type ProvidedRedis, provideRedis, useRunning } from '../shared/provide/redis.ts'
import { note } from './terminal.ts'

/** Folders of a provided Redis: real feeds and the sample news web never share one. */
export const dataFolders = {
  live: (config: Config) => join(config.DATA_DIR, 'live'),
  demo: (config: Config) => join(config.DATA_DIR, 'demo'),
}

/** Runs a command that looks at the store: the one a running wirefold uses, else the one used last. */
export async function withStore<T>(
  config: Config,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const provided = await findStore(config)
  const context = createContext(config, provided.url, 'cli')
  try {
    return await work(context)
  } finally {
    await context.close()
    await provided.stop()
  }
}

async function findStore(config: Config): Promise<ProvidedRedis> {
  const folders = Object.values(dataFolders).map((folder) => folder(config))
  if (!config.REDIS_URL) {
    for (const folder of folders) {
      const running = await useRunning(folder)
      if (running) return running
    }
  }
  const [latest = dataFolders.live(config)] = folders
    .filter(existsSync)
    .sort((left, right) => lastUse(right) - lastUse(left))
  return provideRedis(config, { folder: latest, say: note })
}

function lastUse(folder: string): number {
  return statSync(folder).mtimeMs
}
