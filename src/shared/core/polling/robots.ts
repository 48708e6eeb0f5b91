/** Rules for one path pattern; the longest pattern that matches wins, `allow` on a tie (RFC 9309, section 2.2.2). */
export interface RobotsRule {
  readonly allow: boolean
  /** Percent-encoded as in RFC 9309, section 2.2.2; `*` matches anything, a final `$` the end. */
  readonly pattern: string
}

/** The rules for the crawlers a group names. */
export interface RobotsGroup {
  /** Product tokens in lower case; `*` for everybody. */
  readonly agents: readonly string[]
  readonly rules: readonly RobotsRule[]
  readonly crawlDelaySeconds: number | null
}

export interface Robots {
  readonly groups: readonly RobotsGroup[]
}

/** Parsed part of a file: at least 500 KiB by RFC 9309, section 2.5. */
const FILE_LIMIT = 512_000

/** Longer lines are cut, as Google's parser does (eight times the longest URL of old browsers). */
const LINE_LIMIT = 2_083 * 8 - 1

const RULE_LIMIT = 10_000

type Field = 'agent' | 'allow' | 'disallow' | 'crawl_delay'

/** Field names, common misspellings included (those Google's parser forgives). */
const FIELDS: Readonly<Record<string, Field>> = {
  'user-agent': 'agent',
  useragent: 'agent',
  'user agent': 'agent',
  allow: 'allow',
  disallow: 'disallow',
  dissallow: 'disallow',
  dissalow: 'disallow',
  disalow: 'disallow',
  diasllow: 'disallow',
  disallaw: 'disallow',
  'crawl-delay': 'crawl_delay',
  crawldelay: 'crawl_delay',
}

interface Line {
  readonly field: Field
  readonly value: string
}

/** Field and value; a missing colon is forgiven when exactly two words are left. */
function parseLine(written: string): Line | null {
  const line = (written.slice(0, LINE_LIMIT).split('#', 1)[0] ?? '').trim()
  const colon = line.indexOf(':')
  const words = line.split(/\s+/, 3)
  const at = colon === -1 && words.length === 2 ? line.search(/\s/) : colon
  const name = at === -1 ? '' : line.slice(0, at).trim().toLowerCase()
  const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined
  return field === undefined ? null : { field, value: line.slice(at + 1).trim() }
}

/** Characters beyond ASCII percent-encoded, hexadecimal digits in upper case; nothing is decoded. */
function normalisePattern(value: string): string {
  return value
    .toWellFormed()
    .replaceAll(/[^\x00-\x7f]+/g, encodeURIComponent)
    .replaceAll(/%[\da-fA-F]{2}/g, (encoded) => encoded.toUpperCase())
}

/** Product token of a crawler name: `FooBot/2.1 (+https://…)` → `foobot`. */
function productToken(agent: string): string {
  const trimmed = agent.trim()
  if (/^\*(?:\s|$)/.test(trimmed)) return '*'
  return (/^[a-zA-Z_-]*/.exec(trimmed)?.[0] ?? '').toLowerCase()
}

interface OpenGroup {
  readonly agents: string[]
  readonly rules: RobotsRule[]
  crawlDelaySeconds: number | null
}

/** Groups read so far, and whether the last one still takes more crawlers. */
interface Reading {
  readonly groups: OpenGroup[]
  takesAgents: boolean
}

function addAgent(reading: Reading, value: string): void {
  if (!reading.takesAgents) reading.groups.push({ agents: [], rules: [], crawlDelaySeconds: null })
  reading.groups.at(-1)?.agents.push(productToken(value))
  reading.takesAgents = true
}

function addRule(reading: Reading, allow: boolean, value: string): void {
  reading.takesAgents = false
  const rules = reading.groups.at(-1)?.rules
  if (value === '' || rules === undefined || rules.length >= RULE_LIMIT) return
  rules.push({ allow, pattern: normalisePattern(value) })
}

/** A delay does not end the list of crawlers: only rules do (RFC 9309, section 2.2.4). */
function addCrawlDelay(reading: Reading, value: string): void {
  const group = reading.groups.at(-1)
  if (group === undefined || !/^\d{1,6}(?:\.\d{1,3})?$/.test(value)) return
  group.crawlDelaySeconds = Number(value)
}

const READERS: Readonly<Record<Field, (reading: Reading, value: string) => void>> = {
  agent: addAgent,
  allow: (reading, value) => addRule(reading, true, value),
  disallow: (reading, value) => addRule(reading, false, value),
  crawl_delay: addCrawlDelay,
}

/** Reads a robots.txt file (RFC 9309), whatever it contains; the first 500 KiB count. */
export function parseRobots(text: string): Robots {
  const reading: Reading = { groups: [], takesAgents: false }
  const file = text.slice(0, FILE_LIMIT).replace(/^\ufeff/, '')
  for (const written of file.split(/\r\n|\r|\n/)) {
    const line = parseLine(written)
    if (line !== null) READERS[line.field](reading, line.value)
  }
  return { groups: reading.groups }
}

/** Groups for a crawler: all that name it, else all for everybody. */
function groupsFor(robots: Robots, userAgent: string): readonly RobotsGroup[] {
  const token = productToken(userAgent)
  const named = robots.groups.filter(({ agents }) => token !== '' && agents.includes(token))
  return named.length > 0 ? named : robots.groups.filter(({ agents }) => agents.includes('*'))
}

/** Each literal part of a pattern is looked for once, from left to right: time is linear in the path. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const parts = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = parts
  if (!path.startsWith(first)) return false
  const last = isAnchored ? rest.pop() : undefined
  let at = first.length
  for (const part of rest) {
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  if (!isAnchored) return true
  return last === undefined
    ? at === path.length
    : path.length - last.length >= at && path.endsWith(last)
}

/** Allowing a directory's index page allows the directory, as Google's parser reads it. */
function matchesIndex({ allow, pattern }: RobotsRule, path: string): boolean {
  const slash = pattern.lastIndexOf('/')
  const isIndex = allow && slash !== -1 && pattern.startsWith('/index.htm', slash)
  return isIndex && matches(`${pattern.slice(0, slash + 1)}$`, path)
}

/** Length of the pattern, the strength of a rule; -1 when it does not match. */
function strengthOf(rule: RobotsRule, path: string): number {
  if (matches(rule.pattern, path)) return rule.pattern.length
  return matchesIndex(rule, path) ? rule.pattern.lastIndexOf('/') + 2 : -1
}

/** What a file says to one crawler. */
export interface AgentRules {
  readonly rules: readonly RobotsRule[]
  /** Asked for between two requests (an extension of RFC 9309); null when nothing is asked. */
  readonly crawlDelaySeconds: number | null
}

/** Rules of a site that has no file. */
export const allowAll: AgentRules = { rules: [], crawlDelaySeconds: null }

/** What a robots.txt file says to a crawler. */
export function readRules(text: string, userAgent: string): AgentRules {
  const groups = groupsFor(parseRobots(text), userAgent)
  const delays = groups.map((group) => group.crawlDelaySeconds ?? 0)
  const longest = Math.max(0, ...delays)
  return {
    rules: groups.flatMap((group) => group.rules),
    crawlDelaySeconds: longest === 0 ? null : longest,
  }
}

/** Whether the rules let a path be fetched (percent-encoded, query included, no fragment). */
export function isPathAllowed({ rules }: AgentRules, path: string): boolean {
  const normalised = path.replaceAll(/%[\da-fA-F]{2}/g, (encoded) => encoded.toUpperCase())
  // the file itself may always be fetched (RFC 9309, section 2.2.2)
  if (normalised === '/robots.txt') return true
  let allowed = -1
  let refused = -1
  for (const rule of rules) {
    const strength = strengthOf(rule, normalised)
    if (rule.allow) allowed = Math.max(allowed, strength)
    else refused = Math.max(refused, strength)
  }
  return allowed >= refused
}
