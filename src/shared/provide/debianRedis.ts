import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { unpackDebianPackage } from './debianPackage.ts'

/** A Redis binary and the folder of libraries it needs; null = the system's own. */
export interface RedisBinary {
  readonly path: string
  readonly libraries: string | null
}

/** What a process of that binary is to have in its environment. */
export function environmentOf({ libraries }: RedisBinary): NodeJS.ProcessEnv {
  return libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env
}

/**
 * Brings Debian's or Ubuntu's own redis-server into `folder`, without root and without installing anything.
 * @throws when the machine has no apt or the packages cannot be had.
 */
export async function fetchDebianRedis(
  folder: string,
  say: (line: string) => void,
): Promise<RedisBinary> {
  if (!existsSync(folder)) {
    say('downloading Debian’s redis-server into ./.cache (1.5 MB, no root, nothing installed) …')
  }
  const { root, libraries } = await unpackDebianPackage('redis-server', folder)
  const path = join(root, 'usr/bin/redis-server')
  if (!existsSync(path)) throw new Error('the downloaded packages hold no redis-server')
  return { path, libraries }
}
