import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const seconds = {
  work: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  network: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
  news: [1, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400],
}

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
 * title or story.
 */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  for (const name of misnamedDefaults) registry.removeSingleMetric(name)
  const common = (name: string, help: string) => ({
    name: `${metricPrefix}${name}`,
    help,
    registers: [registry],
  })
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter<L>({ ...common(name, help), labelNames })
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Gauge<L>({ ...common(name, help), labelNames })
  const histogram = <L extends string>(
    name: string,
    help: string,
    buckets: number[],
    ...labelNames: L[]
  ) => new Histogram<L>({ ...common(name, help), buckets, labelNames })
  return {
    registry,
    feedPolls: counter('feed_polls_total', 'Polls of feeds.', 'result'),
    feedPollLag: histogram('feed_poll_lag_seconds', 'How late a poll began.', seconds.news),
    fetches: counter('fetches_total', 'HTTP requests.', 'kind', 'status'),
    fetchDuration: histogram(
      'fetch_duration_seconds',
      'HTTP requests, body included.',
      seconds.network,
      'kind',
    ),
    stageDuration: histogram(
      'stage_duration_seconds',
      'One attempt of a stage.',
      seconds.work,
      'stage',
      'outcome',
    ),
    stepDuration: histogram(
      'step_duration_seconds',
      'One pure step inside a stage.',
      seconds.work,
      'step',
    ),
    items: counter('items_total', 'Entries that got their outcome.', 'outcome', 'reason'),
    articles: counter('articles_total', 'Clustered articles.', 'relation', 'language_group'),
    duplicates: counter('duplicates_total', 'Duplicates found.', 'kind'),
    revisions: counter('revisions_total', 'New versions of articles.', 'grade'),
    stories: counter('stories_total', 'What happened to stories.', 'event'),
    extraction: counter('extraction_total', 'How the text of an article was found.', 'method'),
    openStories: gauge('open_stories', 'Stories that can still be joined.'),
    storySize: histogram(
      'story_size',
      'Articles of a story when one joins.',
      [1, 2, 3, 5, 8, 13, 21, 55, 144],
    ),
    freshness: histogram('freshness_seconds', 'From published to clustered.', seconds.news),
    discovery: histogram('discovery_seconds', 'From published to first seen.', seconds.news),
    queueJobs: gauge('queue_jobs', 'Jobs of a queue.', 'queue', 'state'),
    queueOldest: gauge('queue_oldest_job_age_seconds', 'Age of the oldest waiting job.', 'queue'),
    deadLetters: counter('dead_letters_total', 'Items given up.', 'queue', 'reason'),
    streamLength: gauge('stream_length', 'Events in the output stream.'),
    streamGroupLag: gauge('stream_group_lag', 'Events a consumer group has not read.', 'group'),
    redisUsedMemory: gauge('redis_used_memory_bytes', 'Memory Redis uses.'),
    backpressure: gauge('backpressure', 'Set to 1 for the level in force.', 'level'),
  }
}

/** Handles of every metric of a process. */
export type Metrics = ReturnType<typeof createMetrics>

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
