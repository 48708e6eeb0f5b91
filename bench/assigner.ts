import { makePages } from '../demo/pages.ts'
import { clusterOf } from '../src/shared/core/stories/article.ts'
import { count, countedOf } from '../src/shared/core/stories/counted.ts'
import { putCluster, vectorsOf } from '../src/shared/core/stories/state.ts'
import {
  commitPlan,
  createWorld,
  decide,
  type IncomingArticle,
  plan,
  type World,
} from '../src/shared/core/stories/world.ts'
import { incomingOf } from './incoming.ts'
import { type LabelledArticle, randomNumbers, readArticles } from './storyData.ts'

interface AssignerArguments {
  /** JSON lines of articles, whose sentences are mixed anew; sentences of the sample web if left out. */
  readonly data: string | null
  readonly json: boolean
  /** Most live clusters; 25,000 if left out. */
  readonly articles?: number
}

/** CPU of the clusterer an article at growing numbers of live clusters: one JSON object, printed last. */
export const bench = { name: 'assigner', run }

const sizes = [1_000, 5_000, 12_000, 25_000, 50_000, 100_000]
const measured = 400
const seed = 11
const sentencesAnArticle = 12

function run({ data, json, articles: most = 25_000 }: AssignerArguments): void {
  const next = articleMaker(data === null ? sampleSentences() : sentencesOf(readArticles(data)))
  const world = createWorld()
  const result: Record<string, Costs> = {}
  let seq = 0
  for (const size of sizes.filter((one) => one <= most)) {
    for (; seq < size; seq += 1) addAlone(world, incomingOf(next(seq), seq))
    const sample = Array.from({ length: measured }, (_, at) => incomingOf(next(seq + at), seq + at))
    seq += measured
    result[`${size}`] = costsOf(world, sample)
  }
  console.log(JSON.stringify(result, null, json ? 0 : 2))
}

/** CPU of one thread, ms an article. */
interface Costs {
  readonly clusters: number
  readonly decide: number
  readonly plan: number
  readonly commit: number
  readonly joined: number
}

function costsOf(world: World, sample: readonly IncomingArticle[]): Costs {
  const clusters = world.clusters.size
  const spent = { decide: 0, plan: 0, commit: 0 }
  let joined = 0
  const timed = <Value>(step: keyof typeof spent, work: () => Value): Value => {
    const before = process.threadCpuUsage()
    const value = work()
    const { user, system } = process.threadCpuUsage(before)
    spent[step] += (user + system) / 1_000 / sample.length
    return value
  }
  for (const article of sample) {
    const decision = timed('decide', () => decide(world, article))
    const planned = timed('plan', () => plan(world, article, decision))
    timed('commit', () => commitPlan(world, planned))
    if (decision.action === 'join') joined += 1
  }
  return { clusters, joined, ...rounded(spent) }
}

function rounded<Values extends Record<string, number>>(values: Values): Values {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    Math.round(value * 1e3) / 1e3,
  ])
  return Object.fromEntries(entries) as Values
}

/** Puts an article in as a story of its own, whatever it resembles: fills a world fast. */
function addAlone(world: World, article: IncomingArticle): void {
  const cluster = clusterOf(article, vectorsOf(world, article).profile)
  const counted = countedOf(world, article, [cluster])
  putCluster(world, cluster)
  count(world, counted)
}

/** Sentences by language. */
type Sentences = ReadonlyMap<string, readonly string[]>

function sampleSentences(): Sentences {
  const texts = [...makePages(400, seed)].map(({ html }) => html.toString('utf8'))
  return new Map([['en', texts.flatMap(sentencesIn)]])
}

function sentencesOf(articles: readonly LabelledArticle[]): Sentences {
  const byLanguage = Map.groupBy(articles, ({ lang }) => lang)
  return new Map(
    [...byLanguage].map(([lang, list]) => [lang, list.flatMap(({ text }) => sentencesIn(text))]),
  )
}

function sentencesIn(text: string): readonly string[] {
  return text
    .replace(/<[^>]*>/g, ' ')
    .split(/(?<=[.!?。！？।])\s*/u)
    .filter((sentence) => sentence.length > 30)
}

/** Makes articles of random sentences; languages come as often as they have sentences. */
function articleMaker(sentences: Sentences): (seq: number) => LabelledArticle {
  const random = randomNumbers(seed)
  const all = [...sentences].flatMap(([lang, list]) => list.map(() => lang))
  const pick = <Item>(list: readonly Item[]): Item =>
    list[Math.floor(random() * list.length)] as Item
  const startMs = Date.UTC(2026, 10, 22)
  return (seq) => {
    const lang = pick(all)
    const text = Array.from({ length: sentencesAnArticle }, () => pick(sentences.get(lang) ?? []))
    const title = (text[0] ?? '').slice(0, 80)
    const time = new Date(startMs + seq * 1_000).toISOString()
    return { id: `a${seq}`, title, text: text.join('\n'), lang, time, story: `${seq}` }
  }
}
