import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { messageOf } from '../errors.ts'
import { environmentOf, type RedisBinary } from './debianRedis.ts'

/** Where Redis, from 7.0 on, keeps its append-only file: a manifest, a base and the files that grow. */
const logsOf = (folder: string) => join(folder, 'appendonlydir')

/** The one file of Redis 6.2. Newer ones take it over. */
const oldLogOf = (folder: string) => join(folder, 'appendonly.aof')

/**
 * Cuts a transaction without an end off the append-only file of a Redis that was killed while it wrote; true if there was one.
 * Redis 7.0 itself cuts only the command that is torn: the half that is left stays in the file, and takes effect
 * together with the first transaction of the next life when the server is started once more. Nothing is done to a
 * file that is damaged elsewhere, since all behind the damage would be cut: the server refuses it and says why.
 * `deploy/redis-start.sh` does the same in a container, and is held to the same cases.
 */
export async function repairLog(binary: RedisBinary, folder: string): Promise<boolean> {
  const manifest = join(logsOf(folder), 'appendonly.aof.manifest')
  const log = [manifest, oldLogOf(folder)].find((path) => existsSync(path))
  if (!log || !isTorn(await check(binary, [log]))) return false
  return (await check(binary, ['--fix', log])).includes('Successfully truncated')
}

/** More than one transaction writes: a few pages of the largest size. */
const longestTransaction = 32 * 2 ** 20

/** Whether what redis-check-aof says of a file is what a kill leaves: it ends too early, and no more is lost than was being written. */
export function isTorn(said: string): boolean {
  const cut = Number(/.* diff=(\d+)/s.exec(said)?.[1] ?? 0)
  const isElsewhere = /format error|Expected prefix|Unexpected/.test(said)
  return cut > 0 && cut <= longestTransaction && !isElsewhere
}

/** What redis-check-aof says; nothing when it cannot be run, which the start that follows tells. */
async function check(binary: RedisBinary, args: readonly string[]): Promise<string> {
  // the server is the checker too, and knows by its name what it is asked to be
  const checker = spawn(binary.path, args, {
    argv0: basename(binary.path).replace('server', 'check-aof'),
    stdio: ['pipe', 'pipe', 'ignore'],
    env: environmentOf(binary),
  })
  checker.on('error', () => {})
  // it asks before it cuts; one that has nothing to cut does not listen
  checker.stdin.on('error', () => {})
  checker.stdin.end('y\n')
  return text(checker.stdout).catch(() => '')
}

/**
 * Has what Redis wrote reach the disk, once a second, until the returned function is called. Redis itself, asked for
 * this by `appendfsync everysec`, puts off its writes while the disk is busy and answers all the same: what it
 * answered then is gone with the process, up to two seconds of it (docs/adr/0026). `say` is told of the first of failures in a row.
 */
export function keepLogSynced(folder: string, say: (line: string) => void): () => void {
  const stopped = new AbortController()
  const sync = async (): Promise<void> => {
    let failed = false
    // a sync that takes long is not followed by those it held up
    while (await tick(stopped.signal)) {
      const error = await syncLog(folder).then(
        () => null,
        (cause: unknown) => messageOf(cause),
      )
      if (error && !failed) say(`the append-only file of Redis does not reach the disk: ${error}`)
      failed = error !== null
    }
  }
  void sync()
  return () => stopped.abort()
}

const tick = (signal: AbortSignal): Promise<boolean> =>
  delay(1_000, true, { signal, ref: false }).catch(() => false)

/**
 * Waits until the files that grow are on the disk; returns their names.
 * @throws when the disk refuses.
 */
export async function syncLog(folder: string): Promise<readonly string[]> {
  const names = await readdir(logsOf(folder)).catch(nullIfMissing)
  const growing = (names ?? []).filter((name) => name.endsWith('.incr.aof'))
  const files = [oldLogOf(folder), ...growing.map((name) => join(logsOf(folder), name))]
  const synced: string[] = []
  for (const file of files) if (await syncFile(file)) synced.push(basename(file))
  return synced
}

/** False when it is not there, or not any more: Redis rewrites its files. */
async function syncFile(path: string): Promise<boolean> {
  const file = await open(path).catch(nullIfMissing)
  await file?.datasync().finally(() => file.close())
  return file !== null
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
