import { linkCandidates } from '../../src/shared/core/stories/candidates.ts'
import { exactLinkSignals, nearLinkSignals } from '../../src/shared/core/stories/linkSignals.ts'
import type { Calibration, Embedding } from '../../src/shared/core/stories/meaning.ts'
import { evaluate } from '../../src/shared/core/stories/score.ts'
import { LINK_MODEL } from '../../src/shared/core/stories/weights.ts'
import { loadEmbedder } from '../../src/shared/embedding/embedder.ts'
import type { LabelledArticle } from '../storyData.ts'
import { type Example, fitLogistic } from './logistic.ts'
import { teach } from './teach.ts'

const MOST_MEMBERS = 3

/** What the sentence model of a folder counts for beside the other evidence of a link, on labelled articles. */
export async function fitCalibration(
  folder: string,
  streams: readonly (readonly LabelledArticle[])[],
): Promise<Calibration> {
  const examples: Example[] = []
  for (const articles of streams) {
    examples.push(...meaningExamples(articles, await embedAll(folder, articles)))
  }
  const [bias = 0, others = 0, meaning = 0] = fitLogistic(examples, 2)
  if (others <= 0 || meaning <= 0) {
    throw new Error(`the cosine of this model says nothing about links (weight ${meaning})`)
  }
  // in units of the log-odds it is added to
  return { weight: round(meaning / others), bias: round(bias / others) }
}

async function embedAll(folder: string, articles: readonly LabelledArticle[]) {
  const embedder = await loadEmbedder(folder)
  const embeddings = new Map<string, Embedding>()
  for (const { id, title, text } of articles) {
    const embedding = await embedder.embed({ title, paragraphs: text.split('\n') })
    if (embedding) embeddings.set(id, embedding)
  }
  return embeddings
}

/** Log-odds without the model and its cosine, for each pair that would be compared. */
function* meaningExamples(
  articles: readonly LabelledArticle[],
  embeddings: ReadonlyMap<string, Embedding>,
): Generator<Example> {
  for (const { world, own, next } of teach(articles, embeddings)) {
    if (next.size > MOST_MEMBERS) continue
    for (const other of linkCandidates(world, next)) {
      const pair = { lexicon: world.lexicon, a: next, b: other }
      const signals = nearLinkSignals(pair, exactLinkSignals(pair))
      if (!('meaning' in signals)) continue
      const score = evaluate(LINK_MODEL, signals)
      const values = [Math.log(score / (1 - score)), signals['meaning'] ?? 0]
      yield { values, right: other.storyId === own.storyId, weight: 1 }
    }
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
