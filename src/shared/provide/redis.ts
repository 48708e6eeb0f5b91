import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import { messageOf, UsageError } from '../errors.ts'
import { Redis } from '../ioredis.ts'
import { checkRedis, withoutPassword } from '../redis.ts'
import { clusterNodeOf } from './clusterNode.ts'
import { fetchDebianRedis, type RedisBinary } from './debianRedis.ts'
import {
  type RedisProcess,
  type RedisWish,
  startJsRedis,
  startRedisServer,
} from './redisProcess.ts'

/** A Redis to work with, and why it is this one. */
export interface ProvidedRedis {
  readonly url: string
  /** One line for the user: what was chosen and why. */
  readonly about: string
  /** False when nothing survives a restart. */
  readonly durable: boolean
  /** Stops what was started here; leaves alone what was there. */
  stop(): Promise<void>
}

interface Wish extends Pick<RedisWish, 'folder' | 'say'> {
  /** Folder of the data and of the note about the running server. */
  readonly folder: string
}

type Provider = Exclude<Config['REDIS_PROVIDER'], 'auto'>

const cacheFolder = fileURLToPath(new URL('../../../.cache/redis', import.meta.url))

/**
 * Finds or provides Redis: `REDIS_URL`; the server another wirefold runs on the same folder; a server on PATH;
 * Debian's package, unpacked; the pure-JavaScript store.
 * @throws UsageError when none can be had, or the server that can be had does not start.
 */
export async function provideRedis(config: Config, wish: Wish): Promise<ProvidedRedis> {
  if (config.REDIS_URL) return useGiven(config.REDIS_URL, config.KEY_PREFIX)
  const running = await useRunning(wish.folder)
  if (running) return running
  const wanted: readonly Provider[] =
    config.REDIS_PROVIDER === 'auto' ? ['path', 'debian', 'js'] : [config.REDIS_PROVIDER]
  const isAsked = config.REDIS_PROVIDER !== 'auto'
  const why = isAsked ? 'asked for by REDIS_PROVIDER' : 'no redis-server to be had'
  const refusals: string[] = []
  for (const provider of wanted) {
    const announce = (port: number) => writeNote(wish.folder, port)
    try {
      return noted(
        wish.folder,
        await providers[provider]({
          ...wish,
          why,
          announce,
          maxMemoryMb: config.REDIS_MAX_MEMORY_MB,
        }),
      )
    } catch (error) {
      removeNote(wish.folder)
      // a server that is there and does not start is no reason to begin anew in an empty store
      if (error instanceof UsageError) throw error
      refusals.push(`${provider}: ${messageOf(error)}`)
    }
  }
  throw new UsageError(
    `no Redis to be had. Install redis-server or valkey-server, or set REDIS_URL.\n  ${refusals.join('\n  ')}`,
  )
}

/** The Redis of a wirefold running on this folder, if there is one. */
export async function useRunning(folder: string): Promise<ProvidedRedis | null> {
  const url = readNote(folder)
  if (!url || !(await answers(url))) return null
  return {
    url,
    about: `Redis at ${url}, already running for ${folder}`,
    durable: true,
    stop: async () => {},
  }
}

const providers: Record<
  Provider,
  (wish: RedisWish & { readonly why: string }) => Promise<ProvidedRedis>
> = {
  path: async (wish) => {
    const binary = findOnPath(['redis-server', 'valkey-server'])
    if (!binary) throw new Error('no redis-server or valkey-server on PATH')
    return durable(
      await startRedisServer(binary, wish),
      `${binary.path} found on PATH, data in ${wish.folder}`,
    )
  },
  debian: async (wish) => {
    const binary = await fetchDebianRedis(cacheFolder, wish.say)
    return durable(
      await startRedisServer(binary, wish),
      `Debian’s redis-server from ./.cache (none on PATH), data in ${wish.folder}`,
    )
  },
  js: async ({ why, announce }) => {
    const server = await startJsRedis()
    announce(server.port)
    return {
      ...durable(
        server,
        `js-redis-server, a slow store in JavaScript: NOTHING SURVIVES A RESTART (${why})`,
      ),
      durable: false,
    }
  },
}

async function useGiven(given: string, prefix: string): Promise<ProvidedRedis> {
  await checkRedis(given)
  const node = await clusterNodeOf(given, prefix)
  const url = node ?? given
  const about = `Redis at ${withoutPassword(url)}`
  return {
    url,
    about: node ? `${about}, the node of the cluster that holds ${prefix}` : `${about} (REDIS_URL)`,
    durable: true,
    stop: async () => {},
  }
}

function durable(server: RedisProcess, why: string): ProvidedRedis {
  const url = urlAt(server.port)
  return { url, about: `${why}, at ${url}`, durable: true, stop: () => server.stop() }
}

function noted(folder: string, provided: ProvidedRedis): ProvidedRedis {
  const stop = async () => {
    removeNote(folder)
    await provided.stop()
  }
  return { ...provided, stop }
}

const urlAt = (port: number) => `redis://127.0.0.1:${port}`

// Other commands find the running server by this note.
const noteOf = (folder: string) => join(folder, 'redis.url')

function writeNote(folder: string, port: number): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(noteOf(folder), urlAt(port))
}

function removeNote(folder: string): void {
  rmSync(noteOf(folder), { force: true })
}

function readNote(folder: string): string | null {
  return existsSync(noteOf(folder)) ? readFileSync(noteOf(folder), 'utf8').trim() : null
}

/** Waits for a server that loads what it kept, and two seconds for one that is about to listen. */
async function answers(url: string): Promise<boolean> {
  const probe = new Redis(url, {
    maxRetriesPerRequest: 20,
    retryStrategy: (times) => (times <= 20 ? 100 : null),
  })
  probe.on('error', () => {})
  const answer = await probe.ping().catch(String)
  probe.disconnect()
  return answer === 'PONG'
}

function findOnPath(names: readonly string[]): RedisBinary | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const path = paths.find((candidate) => existsSync(candidate))
  return path ? { path, libraries: null } : null
}
