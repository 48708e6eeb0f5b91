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

/** Judges a Redis by its INFO: version, persistence, memory. */
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
    ? ok(
        'append-only file on: nothing is lost when Redis dies, at most a second when the machine does',
      )
    : warning(
        'append-only file off: a crash of Redis loses data',
        'redis-cli CONFIG SET appendonly yes',
      )

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
