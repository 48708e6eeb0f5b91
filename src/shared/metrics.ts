import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { revisionGrades } from './core/copies/revision.ts'
import { commitResults } from './scripts.ts'
import { stages } from './stages.ts'
import { version } from './version.ts'

const seconds = {
  work: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  network: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
  wait: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1_200],
  news: [1, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400],
}
const articlesOfStory = [1, 2, 3, 5, 8, 13, 21, 55, 144]

/** First part of the name of every metric of this program. */
export const metricPrefix = 'wirefold_'

/** Prometheus complains about these of prom-client: names that end in `_total` but are gauges. */
const misnamedDefaults = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
]

/**
 * Every metric, in a registry of its own. Base units; labels come from closed lists in the code, never from a URL, host,
 * title or story. `role` is a label of Node's own metrics only: it tells the processes of one tree apart.
 */
export function createMetrics(role = 'up') {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, labels: { role } })
  for (const name of misnamedDefaults) registry.removeSingleMetric(name)
  const make = makersFor(registry)
  const metrics = { registry, ...flow(make), ...stories(make), ...processes(make), ...store(make) }
  metrics.buildInfo.set({ version, node: process.versions.node }, 1)
  startAtZero(metrics)
  return metrics
}

/**
 * Counters of rare things begin with 0 and not with their first count, which Prometheus would miss: it sees only what
 * changes between two scrapes.
 */
function startAtZero({ duplicates, stories, revisions, commits, ...rare }: Metrics): void {
  for (const kind of ['url', 'text', 'copy', 'partial']) duplicates.inc({ kind }, 0)
  for (const event of ['opened', 'joined', 'merged', 'split', 'closed']) stories.inc({ event }, 0)
  for (const grade of revisionGrades) revisions.inc({ grade }, 0)
  for (const result of commitResults) commits.inc({ result }, 0)
  for (const { queue } of Object.values(stages)) {
    rare.stalled.inc({ queue }, 0)
    rare.deadLetters.inc({ queue, reason: 'unexpected' }, 0)
  }
  for (const read of ['yes', 'no']) rare.eventsTrimmed.inc({ read }, 0)
  for (const result of ['delivered', 'retried', 'dead', 'gone'])
    rare.webhookDeliveries.inc({ result }, 0)
  for (const result of ['kept', 'failed']) rare.archivedPages.inc({ result }, 0)
  for (const result of ['made', 'failed']) rare.embeddings.inc({ result }, 0)
}

/** Handles of every metric of a process. */
export type Metrics = ReturnType<typeof createMetrics>

type Makers = ReturnType<typeof makersFor>

function makersFor(registry: Registry) {
  const common = (name: string, help: string) => ({
    name: `${metricPrefix}${name}`,
    help,
    registers: [registry],
  })
  return {
    counter: <L extends string>(name: string, help: string, ...labelNames: L[]) =>
      new Counter<L>({ ...common(name, help), labelNames }),
    /** Has no value until it is set: in a process that does not measure it, it is absent and not 0. */
    gauge: <L extends string>(name: string, help: string, ...labelNames: L[]) => {
      // every process of a tree that sets a gauge tells of the same thing
      const gauge = new Gauge<L>({ ...common(name, help), labelNames, aggregator: 'max' })
      if (labelNames.length === 0) gauge.remove()
      return gauge
    },
    histogram: <L extends string>(
      name: string,
      help: string,
      buckets: number[],
      ...labelNames: L[]
    ) => new Histogram<L>({ ...common(name, help), buckets, labelNames }),
  }
}

/** The way of an entry through the stages. */
function flow({ counter, histogram }: Makers) {
  return {
    feedPolls: counter('feed_polls_total', 'Polls of feeds.', 'result'),
    feedPollLag: histogram('feed_poll_lag_seconds', 'How late a poll began.', seconds.news),
    fetches: counter('fetches_total', 'HTTP requests.', 'kind', 'status'),
    fetchDuration: histogram(
      'fetch_duration_seconds',
      'HTTP requests, body included.',
      seconds.network,
      'kind',
    ),
    fetchBytes: counter('fetch_bytes_total', 'Bytes of bodies, decompressed.', 'kind'),
    stageDuration: histogram(
      'stage_duration_seconds',
      'One attempt of a stage.',
      seconds.work,
      'stage',
      'outcome',
    ),
    stageWait: histogram(
      'stage_wait_seconds',
      'From entering the queue of a stage to its first attempt.',
      seconds.wait,
      'stage',
    ),
    stepDuration: histogram(
      'step_duration_seconds',
      'One pure step inside a stage.',
      seconds.work,
      'step',
    ),
    items: counter('items_total', 'Entries that got their outcome.', 'outcome', 'reason'),
    deadLetters: counter('dead_letters_total', 'Items given up.', 'queue', 'reason'),
    stalled: counter('stalled_total', 'Jobs whose worker was lost, taken up again.', 'queue'),
  }
}

/** What was found in the articles. */
function stories({ counter, gauge, histogram }: Makers) {
  return {
    articles: counter('articles_total', 'Clustered articles.', 'relation', 'language_group'),
    duplicates: counter('duplicates_total', 'Duplicates found.', 'kind'),
    revisions: counter('revisions_total', 'New versions of articles.', 'grade'),
    stories: counter('stories_total', 'What happened to stories.', 'event'),
    extraction: counter('extraction_total', 'How the text of an article was found.', 'method'),
    commits: counter('commits_total', 'Commits sent by the assigner, by their answer.', 'result'),
    eventsTrimmed: counter(
      'events_trimmed_total',
      'Events trimmed from the stream; read = every consumer group had acknowledged them.',
      'read',
    ),
    feedPushes: counter('feed_pushes_total', 'News received from WebSub hubs.', 'result'),
    webhookDeliveries: counter(
      'webhook_deliveries_total',
      'Attempts to send events to WEBHOOK_URL; dead = given up.',
      'result',
    ),
    archivedPages: counter('archived_pages_total', 'Pages written to WARC_DIR.', 'result'),
    embeddings: counter(
      'embeddings_total',
      'Articles read by the model of EMBEDDING_MODEL_DIR.',
      'result',
    ),
    openStories: gauge('open_stories', 'Stories that can still be joined.'),
    storySize: histogram('story_size', 'Articles of a story when one joins.', articlesOfStory),
    freshness: histogram('freshness_seconds', 'From published to clustered.', seconds.news),
    processing: histogram('processing_seconds', 'From first seen to clustered.', seconds.wait),
    discovery: histogram('discovery_seconds', 'From published to first seen.', seconds.news),
  }
}

/** The processes themselves. */
function processes({ counter, gauge }: Makers) {
  return {
    buildInfo: gauge('build_info', 'Is always 1; the version is in the labels.', 'version', 'node'),
    running: gauge('running_processes', 'Child processes that run.', 'role'),
    restarts: counter('process_restarts_total', 'Child processes started again.', 'role'),
    backpressure: gauge('backpressure', 'Set to 1 for the level in force.', 'level'),
  }
}

/** What lies in Redis: set by the role `exporter` only, or sums would count it twice. */
function store({ gauge }: Makers) {
  return {
    feeds: gauge('feeds', 'Feeds that are followed.', 'state'),
    ledger: gauge('ledger_entries', 'Entries by what became of them.', 'state'),
    oldestInFlight: gauge('oldest_in_flight_seconds', 'Age of the oldest entry without outcome.'),
    assignerInCharge: gauge('assigner_in_charge', 'Is 1 while an assigner holds the lease.'),
    queueJobs: gauge('queue_jobs', 'Jobs of a queue.', 'queue', 'state'),
    queueOldest: gauge('queue_oldest_job_age_seconds', 'Age of the oldest waiting job.', 'queue'),
    streamLength: gauge('stream_length', 'Events in the output stream.'),
    streamMaxLength: gauge('stream_max_length', 'Events the stream keeps: EVENTS_MAX_LENGTH.'),
    streamOldestAge: gauge('stream_oldest_age_seconds', 'Age of the oldest event in the stream.'),
    streamGroupLag: gauge('stream_group_lag', 'Events a consumer group has not read.', 'group'),
    streamGroupPending: gauge(
      'stream_group_pending',
      'Events a consumer group has read and not acknowledged.',
      'group',
    ),
    redisUp: gauge('redis_up', 'Is 1 when Redis answered the last time it was asked.'),
    redisUsedMemory: gauge('redis_used_memory_bytes', 'Memory Redis uses.'),
    redisMaxMemory: gauge('redis_maxmemory_bytes', 'Memory Redis may use; 0 = no limit.'),
    redisAofOk: gauge(
      'redis_aof_last_write_ok',
      'Is 1 when Redis could write its append-only file.',
    ),
    redisClients: gauge('redis_connected_clients', 'Connections to Redis.'),
    redisCommands: gauge('redis_commands_per_second', 'Commands Redis carries out a second.'),
    redisRoundTrip: gauge('redis_round_trip_seconds', 'One PING, there and back.'),
  }
}

/** Languages with a label of their own; all others count as `other`, so that the label set is closed. */
const groupsWithLabel = new Set(
  'en de fr es it pt ru uk pl nl sv nor da fi cs sk hu ro bg el tr ar fa he hi bn ta th vi msid ja ko zh bcms und'.split(
    ' ',
  ),
)

/** Label of a language group from a closed list. */
export function languageGroupLabel(group: string): string {
  return groupsWithLabel.has(group) ? group : 'other'
}
