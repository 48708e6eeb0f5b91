import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { messageOf } from '../errors.ts'
import { wrong } from './modelFolder.ts'

/** A tensor of ONNX Runtime, as much as is used. */
export interface Tensor {
  readonly dims: readonly number[]
  readonly data: ArrayLike<number>
}

/** A loaded model of ONNX Runtime. */
export interface Session {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, Tensor>>>
}

/** What is used of `onnxruntime-node` and `onnxruntime-web`, which share an interface. */
export interface OnnxRuntime {
  readonly InferenceSession: { create(model: string | Uint8Array): Promise<Session> }
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown
}

/** What is used of `@huggingface/tokenizers`. */
export interface TokenizerPackage {
  readonly Tokenizer: new (
    tokenizer: object,
    config: object,
  ) => { encode(text: string): { readonly ids: readonly number[] } }
}

/** The packages that run a model. Nobody who has no model needs them, so they are not installed with wirefold. */
export interface EmbeddingPackages {
  readonly onnx: OnnxRuntime
  /** Name of the package that was found. */
  readonly engine: (typeof engines)[number]
  readonly tokenizers: TokenizerPackage
}

/** The first one found is taken: native code, or WebAssembly at about a third of the speed. */
const engines = ['onnxruntime-node', 'onnxruntime-web'] as const
const tokenizers = '@huggingface/tokenizers'

/**
 * Finds the packages, beside wirefold or in the `node_modules` of the model's folder.
 * @throws UsageError with the command that installs what is missing.
 */
export async function loadPackages(folder: string): Promise<EmbeddingPackages> {
  const engine = engines.find((name) => resolveFrom(folder, name))
  if (!engine || !resolveFrom(folder, tokenizers)) {
    throw wrong(
      folder,
      `a model needs the packages ${engines[0]} and ${tokenizers}`,
      `Install them: npm install --ignore-scripts --prefix ${folder} ${engines[0]} ${tokenizers}`,
    )
  }
  return {
    onnx: (await load(folder, engine)) as OnnxRuntime,
    engine,
    tokenizers: (await load(folder, tokenizers)) as TokenizerPackage,
  }
}

function resolveFrom(folder: string, name: string): string | null {
  for (const place of [import.meta.url, pathToFileURL(join(folder, 'model')).href]) {
    try {
      return createRequire(place).resolve(name)
    } catch {
      // not here: the next place
    }
  }
  return null
}

async function load(folder: string, name: string): Promise<unknown> {
  const found = resolveFrom(folder, name)
  try {
    const loaded = (await import(pathToFileURL(found ?? name).href)) as { default?: object }
    return { ...loaded.default, ...loaded }
  } catch (error) {
    throw wrong(folder, `${name} cannot be loaded: ${messageOf(error)}`, 'Install it anew')
  }
}
