import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Bench, openBench } from '../support/e2eRun.ts'
import { deadHost } from '../support/e2eSite.ts'

let bench: Bench

beforeAll(() => {
  bench = openBench()
})

afterAll(() => bench.close())

interface Mistake {
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** What the message must say: what is wrong, and what to do. */
  readonly says: readonly RegExp[]
}

const feeds = () => bench.write('good.txt', 'http://127.0.0.1:9/feed')
const noRedisAt = async () => `redis://${await deadHost()}`

const mistakes: Readonly<Record<string, () => Mistake | Promise<Mistake>>> = {
  'a FEEDS file that does not exist': () => ({
    args: ['up', '--feeds', `${bench.folder}/none.opml`],
    says: [/cannot read FEEDS .*none\.opml: there is no such file/],
  }),
  'FEEDS that is a folder': () => ({
    args: ['up', '--once', '--feeds', bench.folder],
    says: [/cannot read FEEDS .*: it is a folder, not a file/],
  }),
  'FEEDS with nothing but malformed lines': () => ({
    args: [
      'up',
      '--feeds',
      bench.write('bad.txt', 'example.org/rss\nftp://example.org/feed\nhttp://\n'),
    ],
    says: [
      /line 1: "example\.org\/rss" is no URL: did you mean https:/,
      /line 2: .* only http and https can/,
      /line 3: /,
      /holds no feed\. Give an OPML file, or a text file with one feed URL a line/,
    ],
  }),
  'a REDIS_URL that is none': () => ({
    args: ['up', '--feeds', feeds()],
    env: { REDIS_URL: 'localhost:6379' },
    says: [/REDIS_URL: must look like redis:\/\//],
  }),
  'a REDIS_URL where nobody listens': async () => ({
    args: ['up', '--feeds', feeds()],
    env: { REDIS_URL: await noRedisAt() },
    says: [
      /cannot use Redis at redis:\/\/127\.0\.0\.1:\d+.*ECONNREFUSED.*Start it, correct REDIS_URL/,
    ],
  }),
  'a REDIS_URL where nobody listens, when only looking': async () => ({
    args: ['ledger'],
    env: { REDIS_URL: await noRedisAt() },
    says: [
      /cannot use Redis at redis:\/\/127\.0\.0\.1:\d+.*ECONNREFUSED.*Start it, correct REDIS_URL/,
    ],
  }),
  'two wrong settings at once': () => ({
    args: ['up', '--feeds', feeds()],
    env: { METRICS_PORT: 'high', STORY_WINDOW_HOURS: '0' },
    says: [/wrong settings:\n {2}METRICS_PORT: .*\n {2}STORY_WINDOW_HOURS: /],
  }),
  'a role that does not exist': () => ({
    args: ['up', 'producer', '--feeds', feeds()],
    says: [/unknown role producer: one of producers, workers/],
  }),
  'a command that does not exist': () => ({
    args: ['story-list'],
    says: [/unknown command 'story-list'/, /wirefold --help/],
  }),
  'an option that does not exist': () => ({
    args: ['up', '--feed', feeds()],
    says: [/unknown option '--feed'/, /Did you mean --feeds\?/],
  }),
  'no feeds at all': () => ({
    args: ['up'],
    says: [/no feeds: give --feeds FILE or set FEEDS .*npm start/],
  }),
}

test.for(Object.keys(mistakes))('answers %s with what to do, and nothing more', async (name) => {
  const { args, env, says } = (await mistakes[name]?.()) ?? { args: [], says: [/never/] }
  const { code, stdout, stderr } = await bench.run(args, { REDIS_URL: inject('redisUrl'), ...env })
  for (const words of says) expect(stderr).toMatch(words)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(stderr.match(/^(wirefold|error): /gm), stderr).toHaveLength(1)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(bench.processes()).toEqual([])
})
