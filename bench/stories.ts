import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { snapshotCluster } from '../src/shared/core/stories/cluster.ts'
import { createWorld, experienceOf, restoreWorld } from '../src/shared/core/stories/world.ts'
import { groupByCosine, groupCopies } from './storyBaselines.ts'
import { type LabelledArticle, packed, readArticles, shuffled } from './storyData.ts'
import { measureLinks } from './storyLinks.ts'
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
  /** Measure simpler groupings of the same articles too. */
  readonly baselines?: boolean
  /** Measure only how English meets each other language. */
  readonly links?: boolean
}

/** In a shuffled stream the newest article may come first: nothing closes. */
const ALL_TIME_MS = 1e12

/** Quality and speed of the clusterer on labelled articles: one JSON object, printed last. */
export const bench = { name: 'stories', run }

function run(args: StoryBenchArguments): void {
  if (args.data === null) {
    console.error('stories: nothing measured. Give --data FILE, JSON lines of labelled articles.')
    return
  }
  const sorted = packed(readArticles(args.data), args.pack ?? 1)
  if (args.links) {
    console.log(JSON.stringify({ links: measureLinks(sorted) }, null, args.json ? 0 : 2))
    return
  }
  const articles = args.shuffle === undefined ? sorted : shuffled(sorted, args.shuffle)
  const world = createWorld(args.shuffle === undefined ? {} : { latenessMs: ALL_TIME_MS })
  const result = measure(articles, runStories(articles, { dated: !args.undated, world }))
  const baselines = args.baselines ? { baselines: measureBaselines(articles) } : {}
  console.log(JSON.stringify({ ...result, ...baselines }, null, args.json ? 0 : 2))
}

function measureBaselines(articles: readonly LabelledArticle[]) {
  const given = labelsByLanguage(articles)
  return {
    copiesOnly: scoreClusters(given, groupCopies(articles)),
    cosineOnly: scoreClusters(given, groupByCosine(articles)),
  }
}

function labelsByLanguage(articles: readonly LabelledArticle[]): string[] {
  return articles.map(({ story, lang }) => `${story} ${lang}`)
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
    splits: run.splits,
    mono: scoreClusters(labelsByLanguage(articles), clusters),
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

/** Heap that the live clusters of a run need, with their share of the index: measured by restoring them. */
function bytesPerCluster({ world }: StoryRun): number {
  const snapshots = [...world.clusters.values()].map((cluster) =>
    JSON.stringify(snapshotCluster(cluster)),
  )
  const experience = experienceOf(world)
  const before = usedBytes()
  const empty = restoreWorld([], experience)
  const between = usedBytes()
  const full = restoreWorld(
    snapshots.values().map((snapshot) => JSON.parse(snapshot)),
    experience,
  )
  const after = usedBytes()
  const added = after - between - (between - before)
  return full.clusters.size > empty.clusters.size ? Math.round(added / full.clusters.size) : 0
}

function usedBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  for (let round = 0; round < 4; round += 1) collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
