import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'
import { repairLog } from '../../src/shared/provide/appendOnlyFile.ts'
import { redisSettings } from '../../src/shared/provide/redisProcess.ts'
import type { Bench } from './e2eRun.ts'
import { deadHost } from './e2eSite.ts'

const run = promisify(execFile)

/** A Redis of a test's own, at one address through all its lives. */
export interface OwnRedis {
  readonly url: string
  start(): Promise<void>
  /** `kill -9`. */
  kill(): Promise<void>
  /** Lets its files grow no more. Returns how to undo it; null when this machine cannot. */
  fillDisk(): Promise<(() => Promise<void>) | null>
  /** From now on nothing it syncs reaches the disk within a minute; a Redis `onSlowDisk` only. */
  slowDisk(): void
}

/** What a Redis of a test's own is given. */
interface OwnRedisWish {
  /** Instead of what a Redis that wirefold provides has. */
  readonly settings?: Readonly<Record<string, string>>
  readonly onSlowDisk?: boolean
}

interface Binary {
  readonly path: string
  readonly libraries: string
}

/** The binary that serves the tests, found by asking the server; null when it is not a real Redis. */
export async function redisBinary(url: string): Promise<Binary | null> {
  const redis = new Redis(url)
  const info = await redis.info('server').finally(() => redis.disconnect())
  const path = /^executable:(.+?)\r?$/m.exec(info)?.[1]
  return path ? { path, libraries: librariesBeside(path) } : null
}

/** A server unpacked into a folder finds its libraries there, one of the system finds its own. */
function librariesBeside(path: string): string {
  const folder = join(dirname(path), '../lib')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return join(folder, names.find((name) => name.includes('-linux-')) ?? '')
}

/** Prepares a Redis with its append-only file in the bench's folder; the bench ends it in any case. */
export async function ownRedis(
  bench: Bench,
  { path, libraries }: Binary,
  { settings = {}, onSlowDisk = false }: OwnRedisWish = {},
): Promise<OwnRedis> {
  const host = await deadHost()
  const folder = join(bench.folder, 'redis')
  mkdirSync(folder)
  const options = {
    ...redisSettings,
    ...settings,
    bind: '127.0.0.1',
    port: new URL(`redis://${host}`).port,
    dir: folder,
  }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  // a write beyond the limit then fails, as on a full disk, and does not end the server
  const shell = ['-c', 'trap "" XFSZ; exec "$@"', 'sh', path, ...args]
  const isSlow = join(bench.folder, 'slow')
  const preload = onSlowDisk ? { LD_PRELOAD: await syncShim(bench.folder), SLOW_DISK: isSlow } : {}
  const env = { LD_LIBRARY_PATH: libraries, ...preload }
  const launch = () => spawn('/bin/sh', shell, { stdio: 'ignore', env })
  let server: ReturnType<typeof launch> | null = null
  return {
    url: `redis://${host}`,
    async start() {
      // as before every start of a Redis that wirefold provides
      await repairLog({ path, libraries }, folder)
      server = launch()
      await untilAnswers(`redis://${host}`, server)
    },
    async fillDisk() {
      const pid = String(server?.pid)
      try {
        await run('prlimit', ['--pid', pid, '--fsize=4096:unlimited'])
      } catch {
        return null
      }
      return async () => void (await run('prlimit', ['--pid', pid, '--fsize=unlimited:unlimited']))
    },
    slowDisk() {
      writeFileSync(isSlow, '')
    },
    async kill() {
      if (!server) return
      const gone = once(server, 'exit')
      server.kill('SIGKILL')
      await gone
      rmSync(isSlow, { force: true })
    },
  }
}

/** Waits for a server that was just started. @throws when it ends instead */
export async function untilAnswers(url: string, server: ChildProcess): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 25 })
  redis.on('error', () => {})
  const dead = once(server, 'exit').then(([code]) => `ended with code ${code}`)
  const answer = await Promise.race([redis.ping(), dead]).finally(() => redis.disconnect())
  if (answer !== 'PONG') throw new Error(`${server.spawnfile} ${answer}`)
}

/** True when programs of this machine can be given another way to sync. */
export const canShimSync = async (): Promise<boolean> =>
  process.platform === 'linux' &&
  run('cc', ['--version']).then(
    () => true,
    () => false,
  )

/** Compiles the shim into a folder, for LD_PRELOAD. */
export async function syncShim(folder: string): Promise<string> {
  const library = join(folder, 'syncShim.so')
  const source = fileURLToPath(new URL('syncShim.c', import.meta.url))
  await run('cc', ['-shared', '-fPIC', '-o', library, source])
  return library
}
