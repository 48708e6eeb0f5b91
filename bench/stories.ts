import { createWorld } from '../src/shared/core/stories/world.ts'
import { type LabelledArticle, packed, readArticles, shuffled } from './storyData.ts'
import { runStories, type StoryRun } from './storyRun.ts'
import { scoreClusters } from './storyScores.ts'

/** What the benchmark is called with. */
export interface StoryBenchArguments {
  /** JSON lines of id, title, text, lang, time, story. */
  readonly data: string | null
  readonly json: boolean
  /** Send the articles in an order made from this seed, not by time. */
  readonly shuffle?: number
  /** Move the stories this many times closer together in time. */
  readonly pack?: number
  /** Give no dates: the time of arrival is all there is. */
  readonly undated?: boolean
}

/** In a shuffled stream the newest article may come first: nothing closes. */
const ALL_TIME_MS = 1e12

/** Quality and speed of the clusterer on labelled articles: one JSON object, printed last. */
export const bench = { name: 'stories', run }

function run(args: StoryBenchArguments): void {
  if (args.data === null) throw new Error('bench stories needs --data FILE.jsonl')
  const sorted = packed(readArticles(args.data), args.pack ?? 1)
  const articles = args.shuffle === undefined ? sorted : shuffled(sorted, args.shuffle)
  const world = createWorld(args.shuffle === undefined ? {} : { latenessMs: ALL_TIME_MS })
  const result = measure(articles, runStories(articles, { dated: !args.undated, world }))
  console.log(JSON.stringify(result, null, args.json ? 0 : 2))
}

function measure(articles: readonly LabelledArticle[], run: StoryRun) {
  const found = (homes: ReadonlyMap<string, string>) =>
    articles.map(({ id }) => homes.get(id) ?? '')
  const clusters = found(run.clusterOf)
  const stories = found(run.storyOf)
  const { ns: _, ...cross } = scoreClusters(
    articles.map(({ story }) => story),
    stories,
  )
  return {
    articles: articles.length,
    stories: new Set(stories).size,
    clusters: new Set(clusters).size,
    mono: scoreClusters(
      articles.map(({ story, lang }) => `${story} ${lang}`),
      clusters,
    ),
    cross,
    perLanguage: perLanguage(articles, clusters),
    articlesPerSecond: Math.round(articles.length / (run.featureSeconds + run.assignSeconds)),
    assignPerSecond: Math.round(articles.length / run.assignSeconds),
    bytesPerLiveCluster: bytesPerCluster(run),
  }
}

function perLanguage(articles: readonly LabelledArticle[], clusters: readonly string[]) {
  const byLanguage = Map.groupBy(articles.keys(), (index) => articles[index]?.lang ?? '')
  return Object.fromEntries(
    [...byLanguage].sort().map(([lang, indexes]) => {
      const given = indexes.map((index) => articles[index]?.story ?? '')
      return [
        lang,
        scoreClusters(
          given,
          indexes.map((index) => clusters[index] ?? ''),
        ).f1,
      ]
    }),
  )
}

/** Vectors and postings; the small fields of a cluster add about 500 bytes. */
function bytesPerCluster({ world, mostClusters }: StoryRun): number {
  let bytes = 0
  for (const postings of [world.terms, world.sounds]) {
    bytes += 12 * postings.keys.length + 8 * postings.slots.length
  }
  let vectors = 0
  for (const { profile } of world.clusters.values()) vectors += 8 * profile.keys.length
  return Math.round(bytes / mostClusters + vectors / world.clusters.size + 500)
}
