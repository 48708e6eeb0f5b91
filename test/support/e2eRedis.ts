import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import type { Bench } from './e2eRun.ts'
import { deadHost } from './e2eSite.ts'

/** A Redis of a test's own, at one address through all its lives. */
export interface OwnRedis {
  readonly url: string
  start(): Promise<void>
  /** `kill -9`. */
  kill(): Promise<void>
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
  const pid = /^process_id:(\d+)/m.exec(info)?.[1]
  if (!path || !pid) return null
  const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
  const libraries = environment.find((entry) => entry.startsWith('LD_LIBRARY_PATH='))
  return { path, libraries: libraries?.slice('LD_LIBRARY_PATH='.length) ?? '' }
}

/** Prepares a Redis with its append-only file in the bench's folder; the bench ends it in any case. */
export async function ownRedis(bench: Bench, { path, libraries }: Binary): Promise<OwnRedis> {
  const host = await deadHost()
  const folder = join(bench.folder, 'redis')
  mkdirSync(folder)
  const options = { bind: '127.0.0.1', port: new URL(`redis://${host}`).port, dir: folder, appendonly: 'yes', save: '', 'maxmemory-policy': 'noeviction' }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  const env = { KEY_PREFIX: bench.prefix, ...(libraries && { LD_LIBRARY_PATH: libraries }) }
  const launch = () => spawn(path, args, { stdio: 'ignore', env })
  let server: ReturnType<typeof launch> | null = null
  return {
    url: `redis://${host}`,
    async start() {
      server = launch()
      const redis = new Redis(`redis://${host}`, { maxRetriesPerRequest: null, retryStrategy: () => 25 })
      redis.on('error', () => {})
      await redis.ping()
      redis.disconnect()
    },
    async kill() {
      if (!server) return
      const gone = once(server, 'exit')
      server.kill('SIGKILL')
      await gone
    },
  }
}
