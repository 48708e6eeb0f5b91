import { clusterOf, type IncomingArticle } from '../../src/shared/core/stories/article.ts'
import { joinCandidates } from '../../src/shared/core/stories/candidates.ts'
import { type Cluster, gapMs, mergeClusters } from '../../src/shared/core/stories/cluster.ts'
import { extractFeatures } from '../../src/shared/core/stories/features.ts'
import { countDocument } from '../../src/shared/core/stories/lexicon.ts'
import { joinSignals, type Signals } from '../../src/shared/core/stories/signals.ts'
import { putCluster, vectorsOf } from '../../src/shared/core/stories/state.ts'
import { JOIN_MODEL } from '../../src/shared/core/stories/weights.ts'
import {
  closeExpired,
  createWorld,
  forget,
  type World,
} from '../../src/shared/core/stories/world.ts'
import { languageGroupOf } from '../../src/shared/core/text/languageCodes.ts'
import { type LabelledArticle, packed, readArticles } from '../storyData.ts'
import { type Example, fitLogistic } from './logistic.ts'

const DENSITIES = [1, 4]
const CLOSE_EVERY = 100

/**
 * Fits the weights of `JOIN_MODEL` to labelled articles and prints them: `weights.ts FILE.jsonl`. Every article is put
 * into the cluster its label asks for; each candidate it meets on the way is an example. The stream is run as it is and
 * four times denser, where more stories look alike.
 */
function main(path: string | undefined): void {
  if (path === undefined) throw new Error('no FILE.jsonl given')
  const articles = readArticles(path)
  const examples = DENSITIES.flatMap((density) => collectExamples(packed(articles, density)))
  const [bias = 0, ...weights] = fitLogistic(examples, JOIN_MODEL.terms.length)
  const terms = JOIN_MODEL.terms.map(([signals], index) => [signals, round(weights[index] ?? 0)])
  console.log(JSON.stringify({ bias: round(bias), terms }))
}

function collectExamples(articles: readonly LabelledArticle[]): Example[] {
  const world = createWorld()
  const homes = new Map<string, string>()
  const examples: Example[] = []
  for (const [seq, article] of articles.entries()) {
    const incoming = incomingOf(article, seq)
    const own = clusterOf(incoming, vectorsOf(world, incoming).profile)
    const label = `${article.story} ${incoming.group}`
    const home = liveHome(world, own, homes.get(label))
    const candidates = new Set([...joinCandidates(world, own), ...(home ? [home] : [])])
    for (const other of candidates) {
      if (!own.fullText || !other.fullText) continue
      examples.push({
        values: termValues(joinSignals(own, other)),
        right: other === home,
        weight: 1,
      })
    }
    const next = home ? mergeClusters(home, { ...own, id: home.id }) : own
    homes.set(label, next.id)
    learn(world, incoming, next)
    if (seq % CLOSE_EVERY === 0) forget(world, closeExpired(world))
  }
  return examples
}

function incomingOf(
  { id, title, text, lang, time }: LabelledArticle,
  seq: number,
): IncomingArticle {
  return {
    id,
    seq,
    lang,
    group: languageGroupOf(lang),
    features: extractFeatures({ title, paragraphs: text.split('\n'), lang }),
    timeMs: Date.parse(time),
    dated: true,
    stub: false,
    template: false,
    copies: [],
    newStoryId: `s${seq}`,
    newClusterId: `c${seq}`,
  }
}

function liveHome(world: World, own: Cluster, id: string | undefined): Cluster | null {
  const home = id === undefined ? undefined : world.clusters.get(id)
  return home && gapMs(home, own) <= world.options.windowMs ? home : null
}

function learn(world: World, incoming: IncomingArticle, cluster: Cluster): void {
  const { ownKeys, sharedKeys } = vectorsOf(world, incoming)
  putCluster(world, cluster)
  countDocument(world.lexicon, incoming.group, [...ownKeys, ...sharedKeys])
  world.revision += 1
}

function termValues(signals: Signals): number[] {
  return JOIN_MODEL.terms.map(([factors]) =>
    factors.reduce((product, name) => product * (signals[name] ?? 0), 1),
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

main(process.argv[2])
