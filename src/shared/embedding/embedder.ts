import { readFile } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { type Embedding, packEmbedding } from '../core/stories/meaning.ts'
import { messageOf } from '../errors.ts'
import { type ModelFolder, readModelFolder, wrong } from './modelFolder.ts'
import { meanOfTokens } from './pooling.ts'
import { type EmbeddingPackages, loadPackages, type Session } from './runtime.ts'

/** Turns the title and the opening of an article into a vector of its meaning. */
export interface Embedder {
  /** @throws Error when the model fails on the text. Null when the vector has no direction. */
  embed(text: EmbeddedText): Promise<Embedding | null>
  /** What was loaded, for people. */
  readonly about: string
  readonly calibrated: boolean
}

/** What is read of an article. */
export interface EmbeddedText {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** Title and about three sentences (measured elsewhere: more text blurs the vector). */
const mostLetters = 700
const knownInputs = ['input_ids', 'attention_mask', 'token_type_ids'] as const

interface Loaded {
  readonly folder: ModelFolder
  readonly packages: EmbeddingPackages
  readonly session: Session
  readonly tokenize: (text: string) => readonly number[]
}

/**
 * The model an operator has named, null without one.
 * @throws UsageError that says what is missing or wrong, and what to do.
 */
export async function openEmbedder(config: Config): Promise<Embedder | null> {
  return config.EMBEDDING_MODEL_DIR ? await loadEmbedder(config.EMBEDDING_MODEL_DIR) : null
}

/**
 * Looks whether the files and packages are there, without loading the model.
 * @throws UsageError that says what is missing or wrong, and what to do.
 */
export async function checkEmbedder({ EMBEDDING_MODEL_DIR: path }: Config): Promise<void> {
  if (!path) return
  await readModelFolder(path)
  await loadPackages(path)
}

/**
 * Loads the model of a folder and tries it.
 * @throws UsageError that says what is missing or wrong, and what to do.
 */
export async function loadEmbedder(path: string): Promise<Embedder> {
  const folder = await readModelFolder(path)
  const packages = await loadPackages(path)
  const loaded = { folder, packages, ...(await openModel(folder, packages)) }
  const probe = await run(loaded, 'wirefold').catch((error: unknown) => {
    throw wrong(path, `the model cannot be run: ${messageOf(error)}`, 'Export it anew')
  })
  return {
    embed: async (text) => {
      const vector = await run(loaded, folder.prefix + openingOf(text))
      return packEmbedding(vector, { ...folder.calibration, model: folder.digest })
    },
    about: `${packages.engine}, ${probe.length} dimensions, model ${folder.digest}`,
    calibrated: folder.calibrated,
  }
}

async function openModel(folder: ModelFolder, { onnx, engine, tokenizers }: EmbeddingPackages) {
  try {
    const tokenizer = new tokenizers.Tokenizer(folder.tokenizer, folder.tokenizerConfig)
    // the native engine also finds weights kept in a file of their own beside the model
    const source = engine === 'onnxruntime-node' ? folder.model : await readFile(folder.model)
    const session = await onnx.InferenceSession.create(source)
    checkInputs(session)
    return { session, tokenize: (text: string) => tokenizer.encode(text).ids }
  } catch (error) {
    throw wrong(folder.path, `the model cannot be loaded: ${messageOf(error)}`, 'Export it anew')
  }
}

function checkInputs({ inputNames }: Session): void {
  const unknown = inputNames.filter((name) => !knownInputs.some((known) => known === name))
  if (unknown.length > 0) {
    throw new Error(`it wants ${unknown.join(', ')}; known are ${knownInputs.join(', ')}`)
  }
}

async function run({ folder, packages, session, tokenize }: Loaded, text: string) {
  const ids = firstTokens(tokenize(text), folder.mostTokens)
  if (ids.length === 0) return new Float32Array()
  const fill: Readonly<Record<string, (id: number) => bigint>> = {
    input_ids: BigInt,
    attention_mask: () => 1n,
    token_type_ids: () => 0n,
  }
  const feeds = session.inputNames.map((name) => {
    const values = BigInt64Array.from(ids, fill[name] ?? (() => 0n))
    return [name, new packages.onnx.Tensor('int64', values, [1, ids.length])] as const
  })
  return meanOfTokens(await session.run(Object.fromEntries(feeds)), session.outputNames)
}

/** The last token marks the end of a text: it stays. */
function firstTokens(ids: readonly number[], most: number): readonly number[] {
  return ids.length <= most ? ids : [...ids.slice(0, most - 1), ...ids.slice(-1)]
}

function openingOf({ title, paragraphs }: EmbeddedText): string {
  let text = title.slice(0, mostLetters)
  for (const paragraph of paragraphs) {
    if (text.length >= mostLetters) break
    text += `\n${paragraph.slice(0, mostLetters)}`
  }
  return text.slice(0, mostLetters)
}
