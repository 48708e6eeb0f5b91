import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type News, openNews } from '../support/e2eNews.ts'
import { type Chrome, type FeedItem, type Published, portal, rss } from '../support/e2ePages.ts'
import type { Bench } from '../support/e2eRun.ts'
import type { Site } from '../support/e2eSite.ts'
import {
  expectSettled,
  expectSound,
  expectStoreAgrees,
  groups,
  type Told,
  watch,
} from '../support/e2eStream.ts'
import {
  type ArticleText,
  agencyReport,
  oldStory,
  retellings,
  shortRewrite,
  truncatedCopy,
} from '../support/e2eTexts.ts'

const hourMs = 3_600_000
const twoYearsMs = 2 * 365.25 * 24 * hourMs

interface Plan {
  readonly retelling: ArticleText
  readonly charset?: string
  /** Names of the articles as they arrive; `|` = what follows is in the second feed. */
  readonly order: string
}

let news: News
let bench: Bench
let sites: readonly Site[]

beforeEach(async () => {
  news = await openNews({ REDIS_URL: inject('redisUrl') }, 5)
  ;({ bench, sites } = news)
})

afterEach(async () => {
  await news.close()
})

/** Each article at a publisher of its own, published hours ago. */
function publishAll({ retelling, charset = 'utf-8' }: Plan): ReadonlyMap<string, FeedItem> {
  const nowMs = Date.now()
  const cast: readonly [
    string,
    ArticleText,
    { agoMs: number; chrome?: Chrome; charset?: string },
  ][] = [
    ['agency', agencyReport, { agoMs: 6 * hourMs }],
    ['copy', truncatedCopy, { agoMs: 5 * hourMs, chrome: portal }],
    ['rewrite', shortRewrite, { agoMs: 4 * hourMs }],
    ['retelling', retelling, { agoMs: 3 * hourMs, charset }],
    ['old', oldStory, { agoMs: twoYearsMs }],
  ]
  return new Map(
    cast.map(([name, text, { agoMs, ...dress }], at) => {
      const article: Published = { ...text, publishedMs: nowMs - agoMs }
      const url = sites[at]?.publish(`/${name}.html`, article, dress) ?? ''
      return [name, { url, title: text.title, publishedMs: article.publishedMs }]
    }),
  )
}

/** Puts two feeds in front of the pages. Returns the FEEDS file and a switch that turns their entries round. */
function openFeeds(items: ReadonlyMap<string, FeedItem>, order: string) {
  let turned = false
  const lists = order.split('|').map((part) =>
    part
      .trim()
      .split(/\s+/)
      .flatMap((name) => items.get(name) ?? []),
  )
  const urls = lists.map(
    (list, at) => sites[at]?.feed('/feed', () => rss(turned ? list.toReversed() : list)) ?? '',
  )
  return {
    file: bench.write('feeds.txt', urls.join('\n')),
    turn: () => {
      turned = true
    },
  }
}

const inTurn = { FETCH_CONCURRENCY: '1', WORKER_CONCURRENCY: '1', POLL_CONCURRENCY: '1' }

async function foldOnce(file: string): Promise<readonly Told[]> {
  const run = await bench.run(['up', '--once', '--feeds', file], inTurn)
  expect(run, run.stderr).toMatchObject({ code: 0 })
  expect(run.stdout).toContain('adds up: every entry has exactly one place')
  const watcher = watch(inject('redisUrl'), bench.prefix)
  try {
    const events = await watcher.events()
    expectSound(events)
    expectSettled(await watcher.ledger(), events)
    await expectStoreAgrees(watcher, events)
    return events
  } finally {
    watcher.close()
  }
}

const plans: readonly [string, Plan][] = [
  [
    'agency first, retold in Vietnamese',
    { retelling: retellings.vietnamese, order: 'agency copy rewrite | retelling old' },
  ],
  [
    'old story first, retold in German in windows-1252',
    {
      retelling: retellings.german,
      charset: 'windows-1252',
      order: 'old copy | rewrite retelling agency',
    },
  ],
  [
    'retelling first, in German',
    { retelling: retellings.german, order: 'retelling | rewrite copy old agency' },
  ],
  [
    'rewrite first, retold in Russian in windows-1251',
    {
      retelling: retellings.russian,
      charset: 'windows-1251',
      order: 'rewrite agency old retelling | copy',
    },
  ],
]

test.for(plans)('folds five articles into the event and the old story: %s', async ([, plan]) => {
  const items = publishAll(plan)
  const urlOf = (name: string) => items.get(name)?.url ?? ''
  const { file } = openFeeds(items, plan.order)
  const events = await foldOnce(file)
  const arrivals = plan.order.replace('|', ' ').trim().split(/\s+/).map(urlOf)
  expect(events.flatMap(({ url }) => url ?? [])).toEqual(arrivals)
  const event = ['agency', 'copy', 'rewrite', 'retelling'].map(urlOf).sort()
  expect(new Set(groups(events).map(String))).toEqual(new Set([event, [urlOf('old')]].map(String)))
})

test('names how each article relates, and adds no event when the same entries come again, in another order', async () => {
  const items = publishAll({ retelling: retellings.german, order: '' })
  const { file, turn } = openFeeds(items, 'agency copy rewrite | retelling old')
  const events = await foldOnce(file)
  expect(events.map(({ relation }) => relation)).toEqual([
    'original',
    'partial',
    'related',
    'translated',
    'original',
  ])
  turn()
  expect(await foldOnce(file)).toEqual(events)
})
