import { MOST_DIMENSIONS } from '../core/stories/meaning.ts'
import type { Tensor } from './runtime.ts'

/** Outputs that are known by name; else the first one is taken. */
const preferred = ['sentence_embedding', 'last_hidden_state', 'token_embeddings']

/**
 * The vector of a text: the model's own when it gives one (1 x d), else the mean over its tokens (1 x n x d).
 * @throws Error when the output has another shape.
 */
export function meanOfTokens(
  outputs: Readonly<Record<string, Tensor>>,
  names: readonly string[],
): Float32Array {
  const name = preferred.find((known) => names.includes(known)) ?? names[0] ?? ''
  const { dims = [], data = [] } = outputs[name] ?? {}
  const [texts, size] = [dims[0], dims.at(-1) ?? 0]
  const tokens = dims.length === 3 ? (dims[1] ?? 0) : 1
  const fits = (dims.length === 2 || dims.length === 3) && texts === 1 && tokens > 0 && size > 0
  if (!fits || size > MOST_DIMENSIONS || data.length !== tokens * size) {
    throw new Error(`output ${name} has the shape ${dims.join(' x ')}, not 1 x d or 1 x n x d`)
  }
  const mean = new Float32Array(size)
  for (let at = 0; at < data.length; at += 1) {
    mean[at % size] = (mean[at % size] ?? 0) + Number(data[at]) / tokens
  }
  return mean
}
