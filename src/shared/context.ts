import type { Redis } from 'ioredis'
import { type ArrivalOrder, createArrivalOrder } from './arrivalOrder.ts'
import { type Config, userAgentOf } from './config.ts'
import { createAddressGuard } from './http/addressGuard.ts'
import { createHttpClient, type HttpClient } from './http/client.ts'
import { createHostGate, type HostGate } from './http/hostGate.ts'
import { createRobotsRules, type RobotsRules } from './http/robotsRules.ts'
import { createKeys, type Keys } from './keys.ts'
import { createLog, type Log } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createQueues, type Queues } from './queues.ts'
import { connectRedis } from './redis.ts'
import { createScripts, type Scripts } from './scripts.ts'
import { type CommandStore, createCommandStore } from './store/commands.ts'
import { createEntryStore, type EntryStore } from './store/entries.ts'
import { createFeedStore, type FeedStore } from './store/feeds.ts'
import { createPageChecks, type PageChecks } from './store/pageChecks.ts'
import { createPageStore, type PageStore } from './store/pages.ts'
import { createStoryStore, type StoryStore } from './store/stories.ts'
import { createSubscriptionStore, type SubscriptionStore } from './store/subscriptions.ts'
import { createPageArchive, type PageArchive } from './warc/pageArchive.ts'

/** Everything a role works with. Built once per process; `close` ends what it opened. */
export interface Context {
  readonly config: Config
  readonly redis: Redis
  readonly keys: Keys
  readonly scripts: Scripts
  readonly queues: Queues
  readonly order: ArrivalOrder
  readonly entries: EntryStore
  readonly feeds: FeedStore
  readonly subscriptions: SubscriptionStore
  readonly pages: PageStore
  readonly pageChecks: PageChecks
  readonly stories: StoryStore
  readonly commands: CommandStore
  readonly http: HttpClient
  readonly hosts: HostGate
  readonly robots: RobotsRules
  /** Null when pages are not archived. */
  readonly archive: PageArchive | null
  readonly metrics: Metrics
  readonly log: Log
  readonly now: () => number
  /** Uniform in [0, 1): spreads what would march in step; a test or a simulation gives a seeded one. */
  readonly random: () => number
  /** Runs a pure step and times it as `step_duration_seconds{step}`. */
  step<T>(name: string, work: () => T): T
  close(): Promise<void>
}

/** Connects and builds. `redisUrl` is the Redis that was provided; `role` names the process in its log and its metrics. */
export function createContext(config: Config, redisUrl: string, role: string): Context {
  const log = createLog(config, role)
  const redis = connectRedis(redisUrl, log)
  const keys = createKeys(config.KEY_PREFIX)
  const scripts = createScripts(redis)
  const queues = createQueues(redis, keys)
  const metrics = createMetrics(role)
  const guard = createAddressGuard(config.ALLOW_PRIVATE_HOSTS)
  const userAgent = userAgentOf(config)
  const http = createHttpClient({ userAgent, guard })
  const now = Date.now
  const archive = createPageArchive({ config, log, now })
  const order = createArrivalOrder({ redis, keys, scripts })
  const hosts = createHostGate({ scripts, keys, gapMs: config.HOST_GAP_MS, now })
  return {
    config,
    redis,
    keys,
    scripts,
    queues,
    order,
    entries: createEntryStore({ redis, keys, scripts, entryTtlHours: config.ENTRY_TTL_HOURS }),
    feeds: createFeedStore(redis, keys, scripts),
    subscriptions: createSubscriptionStore(redis, keys),
    pages: createPageStore(redis, keys, config.PAGE_TTL_HOURS),
    pageChecks: createPageChecks(redis, keys, scripts),
    stories: createStoryStore(redis, keys),
    commands: createCommandStore(redis, keys),
    http,
    hosts,
    robots: createRobotsRules({ redis, keys, http, hosts, userAgent, now }),
    archive,
    metrics,
    log,
    now,
    random: Math.random,
    step: createStepTimer(metrics),
    async close() {
      // without Redis nothing can be said goodbye to, and waiting for it would be for ever
      if (redis.status === 'ready') await queues.close()
      await http.close()
      archive?.close()
      order.close()
      redis.disconnect()
    },
  }
}

function createStepTimer(metrics: Metrics): Context['step'] {
  return (step, work) => {
    const started = performance.now()
    const result = work()
    metrics.stepDuration.observe({ step }, (performance.now() - started) / 1_000)
    return result
  }
}
