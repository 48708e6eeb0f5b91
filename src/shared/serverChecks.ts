import type { Redis } from 'ioredis'
import { parseInfo } from './redis.ts'

/** What one check found. */
export interface Finding {
  readonly level: 'ok' | 'warning' | 'problem'
  readonly what: string
  /** What to do about it. */
  readonly cure?: string
}

export const ok = (what: string): Finding => ({ level: 'ok', what })
export const warning = (what: string, cure: string): Finding => ({ level: 'warning', what, cure })
export const problem = (what: string, cure: string): Finding => ({ level: 'problem', what, cure })

type Facts = ReadonlyMap<string, string>
type Check = (facts: Facts) => Finding

/** What is asked of a Redis before it is judged: its INFO, and when it syncs, which a hosted Redis may keep to itself. */
export async function askServer(redis: Redis): Promise<Facts> {
  const told = await redis.config('GET', 'appendfsync').catch(() => [])
  const [name, policy] = told as readonly string[]
  const facts = parseInfo(await redis.info())
  return name && policy ? new Map([...facts, [name, policy]]) : facts
}

/** Judges a Redis by what it answered: version, persistence, memory. */
export function checkServerFacts(facts: Facts): readonly Finding[] {
  return [checkVersion, checkAof, checkAofWrites, checkPolicy, checkLimit].map((check) =>
    check(facts),
  )
}

/** BullMQ recommends 6.2; XTRIM MINID, which trims the event stream, came with it too. */
const oldestVersion = [6, 2] as const

const checkVersion: Check = (facts) => {
  const version = facts.get('redis_version') ?? '0'
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isNew =
    major > oldestVersion[0] || (major === oldestVersion[0] && minor >= oldestVersion[1])
  return isNew
    ? ok(`Redis ${version}`)
    : problem(`Redis ${version} is too old`, 'use Redis 6.2 or newer, or Valkey')
}

const checkAof: Check = (facts) =>
  facts.get('aof_enabled') === '1'
    ? (aofPolicies[facts.get('appendfsync') ?? ''] ?? ok('append-only file on'))
    : warning(
        'append-only file off: a crash of Redis loses data',
        'redis-cli CONFIG SET appendonly yes',
      )

/** By `appendfsync`: what is lost when Redis or its machine dies (docs/adr/0026). */
const aofPolicies: Readonly<Record<string, Finding>> = {
  always: ok('append-only file on disk before Redis answers: nothing it answered is lost'),
  no: ok(
    'append-only file written before Redis answers: nothing is lost when Redis dies; when its machine does, ' +
      'a second if wirefold or deploy/redis-start.sh started it',
  ),
  everysec: warning(
    'appendfsync is everysec: a Redis that dies while its disk is busy loses up to two seconds of what it answered',
    'start it as deploy/redis-start.sh does, with appendfsync no; or redis-cli CONFIG SET appendfsync always, a quarter slower',
  ),
}

const checkAofWrites: Check = (facts) => {
  const failed = ['aof_last_write_status', 'aof_last_bgrewrite_status'].filter(
    (name) => (facts.get(name) ?? 'ok') !== 'ok',
  )
  return failed.length === 0
    ? ok('append-only file is written')
    : problem(
        `Redis cannot write its append-only file (${failed.join(', ')})`,
        'make room on its disk: Redis goes on by itself as soon as it can write',
      )
}

const checkPolicy: Check = (facts) => {
  const policy = facts.get('maxmemory_policy') ?? 'noeviction'
  return policy === 'noeviction'
    ? ok('no key is evicted')
    : problem(
        `Redis evicts keys when it is full (${policy}): items get lost`,
        'redis-cli CONFIG SET maxmemory-policy noeviction',
      )
}

const megabytes = (bytes: number) => Math.round(bytes / 1_048_576)

const checkLimit: Check = (facts) => {
  const limit = Number(facts.get('maxmemory') ?? 0)
  const used = Number(facts.get('used_memory') ?? 0)
  if (limit === 0)
    return warning(
      `memory ${megabytes(used)} MB used, no limit: producers cannot be held back before the machine is full`,
      'redis-cli CONFIG SET maxmemory 1gb (or 70 % of what Redis may have)',
    )
  const share = Math.round((used / limit) * 100)
  return share < 70
    ? ok(`memory ${megabytes(used)} of ${megabytes(limit)} MB used`)
    : warning(
        `memory ${share} % full: feeds are not polled from 70 % on, pages not fetched from 85 % on`,
        'raise maxmemory, or shorten ARTICLE_TTL_HOURS, EVENTS_TTL_HOURS or STORY_WINDOW_HOURS',
      )
}
