import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Redis } from 'ioredis'

type Argument = string | number | Buffer

interface Script {
  readonly text: string
  readonly digest: string
}

/** Reads `lua/<name>.lua`, with `--- @include <name>` lines replaced by that file. */
function loadScript(name: string): Script {
  const read = (file: string) => readFileSync(new URL(`./lua/${file}.lua`, import.meta.url), 'utf8')
  const text = read(name).replace(/^--- @include (\w+)$/gm, (_, file: string) => read(file))
  return { text, digest: createHash('sha1').update(text).digest('hex') }
}

interface Call {
  readonly keys: readonly string[]
  readonly args: readonly Argument[]
}

async function run(redis: Redis, script: Script, { keys, args }: Call): Promise<unknown> {
  const rest = [keys.length, ...keys, ...args] as string[]
  try {
    return await redis.callBuffer('EVALSHA', script.digest, ...rest)
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('NOSCRIPT')) throw error
    return await redis.callBuffer('EVAL', script.text, ...rest)
  }
}

const asText = (reply: unknown) => String(reply)
const asNumber = (reply: unknown) => Number(reply)
const asNumbers = (reply: unknown) => (reply as unknown[]).map(Number)
const asTexts = (reply: unknown) => (reply as Buffer[]).map(String)

/** What was leased: its id, when it was due, ms, and what is stored of it. */
export interface Claimed {
  readonly id: string
  readonly dueMs: number
  readonly stored: string
}

/** What nothing is stored of is left out. */
function asClaims(reply: unknown): readonly Claimed[] {
  const flat = asTexts(reply)
  return flat.flatMap((id, at) => {
    const [dueMs, stored] = [Number(flat[at + 1]), flat[at + 2]]
    return at % 3 === 0 && stored ? [{ id, dueMs, stored }] : []
  })
}

/** What `commit.lua` answers; see the head of that file. */
export const commitResults = ['committed', 'repeat', 'duplicate', 'fenced', 'conflict'] as const
export type CommitResult = (typeof commitResults)[number]

/** The Lua scripts as functions. The head of each file in `lua/` says what its keys and arguments are. */
export function createScripts(redis: Redis) {
  const bind = <T>(name: string, read: (reply: unknown) => T) => {
    const script = loadScript(name)
    return async (keys: readonly string[], args: readonly Argument[]) =>
      read(await run(redis, script, { keys, args }))
  }
  return {
    settleEntry: bind('settleEntry', asNumber),
    admitEntries: bind('admitEntries', asNumber),
    numberArrivals: bind('numberArrivals', asNumber),
    dueArrivals: bind('dueArrivals', asTexts),
    overtake: bind('overtake', asNumber),
    leaveArrivals: bind('leaveArrivals', asTexts),
    claimDue: bind('claimDue', asClaims),
    planCheck: bind('planCheck', asNumber),
    learnBlocks: bind('learnBlocks', asNumbers),
    enterHost: bind('enterHost', asNumber),
    leaveHost: bind('leaveHost', asNumber),
    holdLease: bind('holdLease', asNumber),
    releaseLease: bind('releaseLease', asNumber),
    trimEvents: bind('trimEvents', asNumbers),
    findCopies: bind('findCopies', (reply) => reply as Buffer[]),
    saveLexicon: bind('saveLexicon', asNumber),
    applyEvent: bind('applyEvent', asText),
    commit: bind('commit', (reply) => asText(reply) as CommitResult),
  }
}

/** Typed functions over every Lua script. */
export type Scripts = ReturnType<typeof createScripts>
