import type { Context } from '../shared/context.ts'
import type { Embedding } from '../shared/core/stories/meaning.ts'
import type { EmbeddedText, Embedder } from '../shared/embedding/embedder.ts'
import { messageOf } from '../shared/errors.ts'

/** The vector of an article; without one, counted and logged, the article finds its story as if there were no model. */
export async function embedArticle(
  { metrics, log, now }: Pick<Context, 'metrics' | 'log' | 'now'>,
  embedder: Embedder,
  text: EmbeddedText,
): Promise<Embedding | null> {
  const startMs = now()
  try {
    const embedding = await embedder.embed(text)
    metrics.embeddings.inc({ result: embedding ? 'made' : 'failed' })
    return embedding
  } catch (error) {
    metrics.embeddings.inc({ result: 'failed' })
    log.warn(`the sentence model failed on "${text.title.slice(0, 80)}": ${messageOf(error)}`)
    return null
  } finally {
    metrics.stepDuration.observe({ step: 'embedding' }, (now() - startMs) / 1_000)
  }
}
