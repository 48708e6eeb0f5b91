import { EXAMINED_SIZES } from '../src/shared/core/stories/rift.ts'
import {
  commitPlan,
  createWorld,
  decide,
  type IncomingArticle,
  plan,
} from '../src/shared/core/stories/world.ts'
import { examineAll } from './examineAll.ts'
import { incomingOf } from './incoming.ts'
import { type LabelledArticle, readArticles } from './storyData.ts'

/** Whether clusters that have grown from two events come apart, and those of one event stay whole. */
export const bench = { name: 'splits', run }

/** From here on a story is large enough to be examined. */
const fewestArticles = 6
/** Articles of each event in a made-up blob: one size of examination after the other. */
const perEvent = 5
/** Two events of a blob are this far apart in the list of stories: neighbours may be one event under two labels. */
const stride = 7

interface SplitArguments {
  /** JSON lines of id, title, text, lang, time, story. */
  readonly data: string | null
  readonly json: boolean
}

function run({ data, json }: SplitArguments): void {
  if (data === null) {
    console.error('splits: nothing measured. Give --data FILE, JSON lines of labelled articles.')
    return
  }
  const stories = storiesOf(readArticles(data))
  const whole = stories.flatMap((articles) =>
    sizesOf(articles).map((size) => partsOf(articles.slice(0, size))),
  )
  const blobs = stories.flatMap((articles, at) => {
    const other = stories.slice(at + stride).find((next) => next[0]?.lang === articles[0]?.lang)
    return other ? [alternate(articles.slice(0, perEvent), sameTime(other, articles))] : []
  })
  const parted = blobs.map((articles) => ({ articles, parts: partsOf(articles) }))
  const cameApart = parted.filter(({ parts }) => parts.length > 1)
  const result = {
    clustersOfOneEvent: whole.length,
    wronglySplit: whole.filter((parts) => parts.length > 1).length,
    blobs: blobs.length,
    cameApart: cameApart.length,
    exactly: cameApart.filter(({ articles, parts }) => isExact(articles, parts)).length,
  }
  console.log(JSON.stringify(result, null, json ? 0 : 2))
}

/** Sizes at which a cluster of these articles is examined. */
function sizesOf(articles: readonly LabelledArticle[]): readonly number[] {
  return [...EXAMINED_SIZES].filter((size) => size <= articles.length)
}

function storiesOf(articles: readonly LabelledArticle[]): readonly (readonly LabelledArticle[])[] {
  const groups = Map.groupBy(articles, ({ story, lang }) => `${story} ${lang}`)
  return [...groups.values()].filter((members) => members.length >= fewestArticles)
}

/** The second event on the days of the first, so that time does not tell them apart. */
function sameTime(articles: readonly LabelledArticle[], like: readonly LabelledArticle[]) {
  return articles
    .slice(0, perEvent)
    .map((article, at) => ({ ...article, time: like[at]?.time ?? article.time }))
}

function alternate<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return one.flatMap((item, at) => [item, ...other.slice(at, at + 1)])
}

/** Forces the articles into one cluster, as chaining would, and tells in which parts they end. */
function partsOf(articles: readonly LabelledArticle[]): readonly (readonly string[])[] {
  const world = createWorld()
  const byId = new Map<string, IncomingArticle>()
  const homes = new Map<string, string>()
  const home = { storyId: 's0', clusterId: 'c0' }
  for (const [seq, article] of articles.entries()) {
    const incoming = incomingOf(article, seq)
    byId.set(article.id, incoming)
    homes.set(article.id, home.clusterId)
    const decision = { ...decide(world, incoming), ...home }
    commitPlan(world, plan(world, incoming, decision))
  }
  examineAll(world, byId, (id, { clusterId }) => homes.set(id, clusterId))
  return [...Map.groupBy(homes.keys(), (id) => homes.get(id)).values()]
}

function isExact(
  articles: readonly LabelledArticle[],
  parts: readonly (readonly string[])[],
): boolean {
  const label = new Map(articles.map(({ id, story }) => [id, story]))
  const labels = parts.map((ids) => new Set(ids.map((id) => label.get(id))))
  return parts.length === 2 && labels.every(({ size }) => size === 1)
}
