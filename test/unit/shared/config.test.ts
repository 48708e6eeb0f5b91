import { expect, test } from 'vitest'
import {
  configTable,
  parseConfig,
  revisionHoursOf,
  settings,
  userAgentOf,
} from '../../../src/shared/config.ts'
import { ConfigError } from '../../../src/shared/errors.ts'

function problemsOf(env: Record<string, string>): string {
  try {
    parseConfig(env)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return String(error)
  }
  throw new Error('the settings were accepted')
}

test('needs no setting at all', () => {
  expect(parseConfig({})).toMatchObject({
    REDIS_URL: '',
    REDIS_PROVIDER: 'auto',
    KEY_PREFIX: 'wirefold',
    METRICS_PORT: 9464,
    HTTP_HOST: '127.0.0.1',
    STORY_WINDOW_HOURS: 72,
    ALLOW_PRIVATE_HOSTS: [],
  })
})

test('takes an empty variable for one that is not set', () => {
  expect(parseConfig({ KEY_PREFIX: '', METRICS_PORT: '' })).toEqual(parseConfig({}))
})

test('reads numbers as numbers and lists as lists', () => {
  const config = parseConfig({
    FETCH_CONCURRENCY: '3',
    ALLOW_PRIVATE_HOSTS: ' 127.0.0.1, ,intranet:8000 ',
  })
  expect(config.FETCH_CONCURRENCY).toBe(3)
  expect(config.ALLOW_PRIVATE_HOSTS).toEqual(['127.0.0.1', 'intranet:8000'])
})

test('reports every problem at once, each by the name of its variable', () => {
  const message = problemsOf({
    REDIS_URL: 'http://localhost',
    METRICS_PORT: '70000',
    FETCH_CONCURRENCY: 'many',
    KEY_PREFIX: 'two words',
    CONTACT_URL: 'mailto:desk@news.example',
    LOG_LEVEL: 'loud',
  })
  for (const name of [
    'REDIS_URL',
    'METRICS_PORT',
    'FETCH_CONCURRENCY',
    'KEY_PREFIX',
    'CONTACT_URL',
    'LOG_LEVEL',
  ]) {
    expect(message).toMatch(new RegExp(`^  ${name}: `, 'm'))
  }
})

test.each([
  ['FETCH_CONCURRENCY', '0'],
  ['FETCH_CONCURRENCY', '1.5'],
  ['STORY_WINDOW_HOURS', '-1'],
  ['POLL_MIN_SECONDS', '86401'],
  ['KEY_PREFIX', 'a:b'],
  ['KEY_PREFIX', 'a'.repeat(65)],
  ['REDIS_URL', 'localhost:6379'],
  ['REDIS_PROVIDER', 'docker'],
])('refuses %s=%s', (name, value) => {
  expect(problemsOf({ [name]: value })).toContain(`  ${name}: `)
})

test.each(['redis://localhost', 'redis://user:secret@10.0.0.1:6380/2', 'rediss://cache.example'])(
  'accepts %s as a Redis URL',
  (REDIS_URL) => {
    expect(parseConfig({ REDIS_URL }).REDIS_URL).toBe(REDIS_URL)
  },
)

test('accepts a Redis Cluster hash tag as the prefix', () => {
  expect(parseConfig({ KEY_PREFIX: '{wirefold}' }).KEY_PREFIX).toBe('{wirefold}')
})

test('ends the name of every duration with its unit', () => {
  const durations = Object.keys(settings).filter((name) => /TTL|WINDOW|GAP|POLL_M/.test(name))
  expect(durations.length).toBeGreaterThan(4)
  for (const name of durations) expect(name).toMatch(/_(MS|SECONDS|HOURS)$/)
})

test('has a row for every setting in the table of the README', () => {
  const rows = configTable().split('\n').slice(2)
  expect(rows).toHaveLength(Object.keys(settings).length)
  expect(rows).toContain('| `STORY_WINDOW_HOURS` | `72` | how long a story stays matchable |')
  for (const row of rows) expect(row).toMatch(/^\| `[A-Z_]+` \| (`.+`)? \| .+ \|$/)
})

test('tells publishers where to complain', () => {
  expect(userAgentOf(parseConfig({}))).toBe('wirefold/0.1')
  expect(userAgentOf(parseConfig({ CONTACT_URL: 'https://desk.example/bot' }))).toBe(
    'wirefold/0.1 (+https://desk.example/bot)',
  )
})

test.each([
  ['1,4,12,36', [1, 4, 12, 36]],
  ['0.5, 2', [0.5, 2]],
  ['none', []],
])('looks at pages again after %j hours', (text, hours) => {
  expect(revisionHoursOf(parseConfig({ REVISION_CHECKS: text }))).toEqual(hours)
})

test.each(['4,1', '0', '1,1', 'soon', '1,2,3,4,5,6,7,8,9', '1000'])(
  'does not look at pages again after %j hours',
  (text) => {
    expect(problemsOf({ REVISION_CHECKS: text })).toMatch(/REVISION_CHECKS: must be `none` or/)
  },
)
