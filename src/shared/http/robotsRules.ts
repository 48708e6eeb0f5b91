import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import type { Redis } from 'ioredis'
import { classifyResponse } from '../core/polling/response.ts'
import { type AgentRules, allowAll, isPathAllowed, readRules } from '../core/polling/robots.ts'
import { PipelineError } from '../errors.ts'
import type { Keys } from '../keys.ts'
import type { HttpClient, HttpResponse } from './client.ts'
import type { HostGate } from './hostGate.ts'
import { RefusedError } from './refusals.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** At least 500 KiB must be read (RFC 9309, section 2.5); what follows is left. */
const maxBytes = 512_000

/** A copy is good for a day (RFC 9309, section 2.4), and longer when the file cannot be reached. */
const freshMs = 86_400_000
const keptSeconds = 7 * 86_400

/** A site whose robots.txt answers with an error is asked again after this time. */
const retryMs = 600_000

/** Origins remembered in the process, and for how long. */
const remembered = { origins: 2_000, forMs: 600_000 } as const

/** What robots.txt files say to us. */
export interface RobotsRules {
  /**
   * Rules of a URL's origin. @throws RefusedError `robots` when they refuse the URL; PipelineError when they cannot be had,
   * for then nothing may be fetched.
   */
  check(url: URL): Promise<AgentRules>
}

interface Parts {
  readonly redis: Redis
  readonly keys: Keys
  readonly http: HttpClient
  readonly hosts: HostGate
  /** As in the User-Agent header; its first word is looked for in the files. */
  readonly userAgent: string
  readonly now: () => number
}

interface Copy {
  readonly rules: AgentRules
  readonly fetchedMs: number
}

/** Builds the reader; copies are kept in Redis for all processes, and for a while in this one. */
export function createRobotsRules(parts: Parts): RobotsRules {
  const { now, userAgent } = parts
  const known = new Map<string, { readonly untilMs: number; readonly rules: Promise<AgentRules> }>()
  const remember = (origin: string): Promise<AgentRules> => {
    const found = known.get(origin)
    if (found && found.untilMs > now()) return found.rules
    const rules = load(parts, origin)
    known.delete(origin)
    known.set(origin, { untilMs: now() + remembered.forMs, rules })
    rules.catch((error) => isOfSite(error) || known.delete(origin))
    if (known.size > remembered.origins) known.delete(known.keys().next().value ?? '')
    return rules
  }
  return {
    async check(url) {
      const rules = await remember(url.origin)
      if (isPathAllowed(rules, url.pathname + url.search)) return rules
      throw new RefusedError(
        'robots',
        `robots.txt of ${url.host} does not let ${userAgent} fetch ${url.pathname}`,
      )
    },
  }
}

async function load(parts: Parts, origin: string): Promise<AgentRules> {
  const copy = await readCopy(parts, origin)
  if (copy && parts.now() - copy.fetchedMs < freshMs) return copy.rules
  try {
    const rules = await fetchRules(parts, origin)
    await writeCopy(parts, origin, { rules, fetchedMs: parts.now() })
    return rules
  } catch (error) {
    if (copy && !isBusy(error)) return copy.rules
    throw error
  }
}

/** An answer of the site, which would be the same for the next page. */
const isOfSite = (error: unknown) =>
  error instanceof PipelineError && error.code === 'robots_unreachable'

const isBusy = (error: unknown) => error instanceof PipelineError && error.code === 'host_busy'

async function fetchRules({ http, hosts, userAgent, now }: Parts, origin: string) {
  // another process that asks for the same file is another visitor
  const visitor = `robots-${randomUUID()}`
  const visit = { visitor, lane: 'urgent', crawlDelaySeconds: null } as const
  const result = await http.get({
    url: `${origin}/robots.txt`,
    maxBytes,
    isCut: true,
    takeTurn: (url, hop) => hosts.enter(url, { ...visit, patienceMs: patienceMs(hop) }),
  })
  // a file that is encoded oddly or nowhere in the end is as good as none
  return result.ok ? rulesOf(result.response, userAgent, now()) : allowAll
}

const patienceMs = (hop: number) => (hop === 0 ? 2_000 : 40_000)

/** RFC 9309, section 2.3.1: no file (4xx) allows all, a server in trouble allows nothing. */
function rulesOf(response: HttpResponse, userAgent: string, nowMs: number): AgentRules {
  const verdict = classifyResponse(response, nowMs)
  if (verdict.kind === 'usable') {
    return readRules(new TextDecoder().decode(response.body), userAgent)
  }
  if (verdict.kind !== 'server_error' && verdict.kind !== 'rate_limited') return allowAll
  const retryAfterMs = verdict.kind === 'rate_limited' ? verdict.retryAfterMs : retryMs
  throw new PipelineError('robots_unreachable', `robots.txt answered HTTP ${response.status}`, {
    retryAfterMs,
  })
}

async function readCopy({ redis, keys }: Parts, origin: string): Promise<Copy | null> {
  const stored = await redis.getBuffer(keys.robots(origin))
  return stored && (JSON.parse(String(await decompress(stored))) as Copy)
}

async function writeCopy({ redis, keys }: Parts, origin: string, copy: Copy): Promise<void> {
  const bytes = await compress(JSON.stringify(copy))
  await redis.set(keys.robots(origin), bytes, 'EX', keptSeconds)
}
