import { createHash, randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import pino from 'pino'
import { inject, onTestFinished } from 'vitest'
import type { RoleOptions, StartRole } from '../../src/shared/child.ts'
import { type Config, parseConfig } from '../../src/shared/config.ts'
import { type Context, createContext } from '../../src/shared/context.ts'
import type { Running } from '../../src/shared/lifecycle.ts'
import { eventually } from './eventually.ts'

/** One line a test's context has logged. */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly msg: string
}

/** A context of a test, and what it has logged. */
export interface TestContext extends Context {
  readonly logged: readonly LogLine[]
}

interface Wishes {
  readonly settings?: Partial<Config>
  /** Parts put in place of the real ones: a clock, a store that fails. */
  readonly parts?: Partial<Context>
  /** Another Redis than the one of the project. */
  readonly redisUrl?: string
}

/** A prefix no other test has. */
export function anyPrefix(): string {
  return `test-${randomBytes(6).toString('hex')}`
}

/** A context on a prefix of its own, or on the given one. After the test its keys are erased and it is closed. */
export function openContext({ settings, parts, redisUrl }: Wishes = {}): TestContext {
  const url = redisUrl ?? inject('redisUrl')
  const config: Config = {
    ...parseConfig({}),
    KEY_PREFIX: anyPrefix(),
    LOG_LEVEL: 'silent',
    HOST_GAP_MS: 0,
    ALLOW_PRIVATE_HOSTS: ['127.0.0.1'],
    ...settings,
  }
  const context = createContext(config, url, 'test')
  onTestFinished(async () => {
    await context.close()
    await eraseKeys(url, config.KEY_PREFIX)
  })
  const logged: LogLine[] = []
  return { ...context, log: memoryLog(logged), ...parts, logged }
}

function memoryLog(lines: LogLine[]): Context['log'] {
  const formatters = { level: (level: string) => ({ level }) }
  return pino(
    { level: 'debug', formatters },
    { write: (line: string) => lines.push(JSON.parse(line)) },
  )
}

async function eraseKeys(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url)
  for (const key of await keysUnder(redis, prefix)) await redis.unlink(key)
  redis.disconnect()
}

async function keysUnder(redis: Redis, prefix: string): Promise<readonly string[]> {
  const found: string[] = []
  for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1_000 }))
    found.push(...keys)
  return found.sort()
}

/** Every key under the context's prefix with a digest of its value, queues apart: equal only when nothing was written. */
export async function contentOf({
  redis,
  keys,
}: Context): Promise<Readonly<Record<string, string>>> {
  const found = (await keysUnder(redis, keys.prefix)).filter((key) => !key.startsWith(keys.queues))
  const digestOf = async (key: string) =>
    createHash('sha1')
      .update((await redis.dumpBuffer(key)) ?? '')
      .digest('hex')
  return Object.fromEntries(
    await Promise.all(found.map(async (key) => [key, await digestOf(key)] as const)),
  )
}

/** Lets time go by for Redis: every key loses as much of its life, and is gone when it had no more. */
export async function age({ redis, keys }: Context, byMs: number): Promise<void> {
  for (const key of await keysUnder(redis, keys.prefix)) {
    const leftMs = await redis.pttl(key)
    if (leftMs < 0) continue
    if (leftMs > byMs) await redis.pexpire(key, leftMs - byMs)
    else await redis.unlink(key)
  }
}

/** Runs something until the test ends, or until it is closed. */
export function run<R extends Running>(running: R): R {
  onTestFinished(() => running.close())
  return running
}

/** Starts a role until the test ends. `told` collects what it told its supervisor. */
export async function runRole(
  context: Context,
  start: StartRole,
  { once = false, told = [] }: { once?: boolean; told?: string[] } = {},
): Promise<Running> {
  const options: RoleOptions = { once, tell: (kind) => void told.push(kind) }
  return run(await start(context, options))
}

/** Waits until every entry seen has its outcome, and at least `seen` are. */
export async function untilSettled({ entries }: Context, seen: number): Promise<void> {
  await eventually(`${seen} entries have their outcome`, async () => {
    const ledger = await entries.ledger()
    return ledger.seen >= seen && ledger.inFlight === 0
  })
}
