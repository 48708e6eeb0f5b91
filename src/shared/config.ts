import { z } from 'zod'
import { ConfigError } from './errors.ts'

/** One setting: how it is checked, and what the README's table says of it. */
interface Setting<T> {
  readonly schema: z.ZodType<T>
  readonly fallback: string
  readonly about: string
}

const setting = <T>(fallback: string, schema: z.ZodType<T>, about: string): Setting<T> => ({
  schema,
  fallback,
  about,
})
const integer = (minimum: number, maximum: number) => {
  const error = `must be a whole number from ${minimum} to ${maximum}`
  return z.coerce.number({ error }).int({ error }).min(minimum, { error }).max(maximum, { error })
}
const list = z.string().transform((text) => text.split(',').flatMap((item) => item.trim() || []))
const redisUrl = z.string().refine((text) => text === '' || isRedisUrl(text), {
  error: 'must look like redis://[user:password@]host:port[/db] or rediss://…',
})
const hours = z.string().refine((text) => parseHours(text) !== null, {
  error: 'must be `none` or up to 8 ascending numbers of hours, at most 336, such as 1,4,12,36',
})
const httpUrl = z.string().refine((text) => text === '' || isHttpUrl(text), {
  error: 'must be an http(s) URL',
})

/** Every setting: the only place that names environment variables. Units are in the names. */
export const settings = {
  REDIS_URL: setting(
    '',
    redisUrl,
    'Redis to use; empty = a server on PATH or one that is provided',
  ),
  REDIS_PROVIDER: setting(
    'auto',
    z.enum(['auto', 'path', 'debian', 'js']),
    'without `REDIS_URL`: `auto` tries `path`, `debian`, `js` in that order',
  ),
  FEEDS: setting(
    '',
    z.string(),
    'file or URL of the feeds: OPML, or one URL a line (`#` comments)',
  ),
  KEY_PREFIX: setting(
    'wirefold',
    z.string().regex(/^[\w{}.-]{1,64}$/, 'must be 1 to 64 letters, digits or any of _ - . { }'),
    'first part of every key; on Redis Cluster a hash tag such as `{wirefold}`',
  ),
  REDIS_MAX_MEMORY_MB: setting(
    '1024',
    integer(16, 1_000_000),
    'memory a provided Redis may use; producers pause long before',
  ),
  DATA_DIR: setting('./data', z.string().min(1), 'where a provided Redis keeps its data'),
  LOG_LEVEL: setting(
    'info',
    z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    'least severe log line that is written',
  ),
  METRICS_PORT: setting('9464', integer(0, 65_535), '`/metrics` and `/healthz`; 0 = any free port'),
  HTTP_PORT: setting('8080', integer(0, 65_535), 'story page and API; 0 = any free port'),
  HTTP_HOST: setting('127.0.0.1', z.string().min(1), 'address both ports listen on'),
  HTTP_TOKEN: setting(
    '',
    z.string().refine((text) => text === '' || text.length >= 16, {
      error: 'must be at least 16 characters',
    }),
    'when set, page and API want it: as bearer token, or as the password a browser asks for; also opens `/queues`',
  ),
  HTTP_CORS_ORIGINS: setting('', list, 'origins whose pages may read the API: list, empty = none'),
  HTTP_REQUESTS_PER_MINUTE: setting(
    '1200',
    integer(10, 1_000_000),
    'API requests of one address, above which it is answered 429',
  ),
  FETCH_CONCURRENCY: setting('16', integer(1, 1_000), 'pages fetched at the same time'),
  POLL_CONCURRENCY: setting('8', integer(1, 1_000), 'feeds polled at the same time'),
  READERS: setting(
    '0',
    integer(0, 64),
    'reader processes of `up`; 0 = one a core, at most four (the sample news web has one)',
  ),
  WORKER_CONCURRENCY: setting('4', integer(1, 100), 'pages read at the same time in a process'),
  POLL_MIN_SECONDS: setting('300', integer(1, 86_400), 'shortest time between two polls of a feed'),
  POLL_MAX_SECONDS: setting(
    '21600',
    integer(1, 604_800),
    'longest time between two polls of a feed that works',
  ),
  HOST_GAP_MS: setting(
    '1000',
    integer(0, 600_000),
    'shortest time from an answer of a site (registrable domain) to the next request; longer for slow sites; 0 = no gap and more than one request at a time',
  ),
  ROBOTS: setting(
    'pages',
    z.enum(['pages', 'all', 'none']),
    'what robots.txt is obeyed for: `pages`, `all` (feeds too) or `none`',
  ),
  REVISION_CHECKS: setting(
    '1,4,12,36',
    hours,
    'hours after an article was first seen at which its page is looked at again for edits; `none` = never',
  ),
  REVISION_CHECKS_PER_HOUR: setting(
    '60',
    integer(0, 100_000),
    'most such looks at the pages of one site in an hour; the others are left out',
  ),
  STORY_WINDOW_HOURS: setting('72', integer(1, 2_160), 'how long a story stays matchable'),
  PAGE_TTL_HOURS: setting(
    '24',
    integer(1, 720),
    'how long a raw page waits to be read; then it is kept for 15 minutes',
  ),
  ARTICLE_TTL_HOURS: setting(
    '336',
    integer(1, 8_760),
    'how long an article and its story are kept',
  ),
  ENTRY_TTL_HOURS: setting('720', integer(1, 8_760), 'how long an entry is remembered as seen'),
  EVENTS_MAX_LENGTH: setting(
    '1000000',
    integer(100, 100_000_000),
    'events kept in the stream; up to twice as many while a consumer group has not read them',
  ),
  EVENTS_TTL_HOURS: setting('168', integer(1, 8_760), 'how long an event is kept in the stream'),
  INPUT_LOG_LENGTH: setting(
    '0',
    integer(0, 100_000_000),
    'articles kept as the assigner was given them, to decide all again from the first; 0 = none',
  ),
  EMBEDDING_MODEL_DIR: setting(
    '',
    z.string(),
    'folder of a sentence model (`model.onnx`, `tokenizer.json`) that helps stories meet across languages; empty = none',
  ),
  USER_AGENT: setting('wirefold/0.1', z.string().min(1).max(200), 'sent with every request'),
  CONTACT_URL: setting('', httpUrl, 'appended to the user agent, so that publishers can reach you'),
  WEBSUB_PUBLIC_URL: setting(
    '',
    httpUrl,
    'address at which hubs reach WEBSUB_PORT: feeds with a hub are subscribed to and polled less; empty = polls only',
  ),
  WEBSUB_PORT: setting('8090', integer(0, 65_535), 'port hubs send news to; 0 = any free port'),
  WARC_DIR: setting(
    '',
    z.string(),
    'folder in which fetched pages are archived (WARC 1.1), for `wirefold replay`; empty = no archive',
  ),
  WARC_MAX_MB: setting('1000', integer(1, 100_000), 'size at which an archive file is closed'),
  WEBHOOK_URL: setting(
    '',
    httpUrl,
    'address every event is POSTed to, as a CloudEvent, by the role `webhook`; empty = none',
  ),
  WEBHOOK_SECRET: setting(
    '',
    z.string().refine((text) => text === '' || isWebhookSecret(text), {
      error: 'must be `whsec_` and 24 to 64 bytes in base64 (Standard Webhooks)',
    }),
    'key the requests are signed with: `whsec_` and 24 to 64 bytes in base64; empty = not signed',
  ),
  WEBHOOK_ATTEMPTS: setting(
    '10',
    integer(1, 1_000),
    'tries, up to a minute apart, before an event goes to the stream `events:dead:webhook`',
  ),
  ALLOW_PRIVATE_HOSTS: setting(
    '',
    list,
    'private addresses that may be fetched or sent to: list of host, host:port or CIDR',
  ),
} as const satisfies Record<string, Setting<unknown>>

type SettingName = keyof typeof settings
type Env = Readonly<Record<string, string | undefined>>

/** Checked settings by their environment names. */
export type Config = { readonly [N in SettingName]: z.output<(typeof settings)[N]['schema']> }

/**
 * Reads the settings from an environment.
 * @throws ConfigError naming every problem at once.
 */
export function parseConfig(env: Env): Config {
  const results = Object.entries(settings).map(([name, { schema, fallback }]) => ({
    name,
    result: schema.safeParse(env[name] || fallback) as z.ZodSafeParseResult<unknown>,
  }))
  const problems = results.flatMap(({ name, result }) =>
    result.success ? [] : result.error.issues.map((issue) => `${name}: ${issue.message}`),
  )
  const config = Object.fromEntries(
    results.map(({ name, result }) => [name, result.data]),
  ) as Config
  if (problems.length === 0) problems.push(...contradictionsOf(config))
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

/** Rules over more than one setting. */
function contradictionsOf(config: Config): readonly string[] {
  return config.POLL_MIN_SECONDS > config.POLL_MAX_SECONDS
    ? [`POLL_MIN_SECONDS: must not be above POLL_MAX_SECONDS (${config.POLL_MAX_SECONDS})`]
    : []
}

/** The environment that `parseConfig` reads as these settings: for child processes. */
export function envOf(config: Config): Readonly<Record<string, string>> {
  const text = (value: unknown) => (Array.isArray(value) ? value.join(',') : String(value))
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, text(value)]))
}

/** Full User-Agent header: name, version and where to complain. */
export function userAgentOf(config: Config): string {
  return config.CONTACT_URL ? `${config.USER_AGENT} (+${config.CONTACT_URL})` : config.USER_AGENT
}

/** Hours after its first sight at which the page of an article is looked at again. */
export function revisionHoursOf(config: Config): readonly number[] {
  return parseHours(config.REVISION_CHECKS) ?? []
}

/** The README's configuration table (Markdown), one row a setting. */
export function configTable(): string {
  const rows = Object.entries(settings).map(
    ([name, { fallback, about }]) =>
      `| \`${name}\` | ${fallback ? `\`${fallback}\`` : ''} | ${about} |`,
  )
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n')
}

function isRedisUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== ''
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function isWebhookSecret(text: string): boolean {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1] ?? ''
  const { length } = Buffer.from(encoded, 'base64')
  return length >= 24 && length <= 64
}

function parseHours(text: string): readonly number[] | null {
  const numbers = text.trim() === 'none' ? [] : text.split(',').map(Number)
  const isAscending = numbers.every((hour, at) => hour > (numbers[at - 1] ?? 0) && hour <= 336)
  return isAscending && numbers.length <= 8 ? numbers : null
}
