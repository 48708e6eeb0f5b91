import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Calibration } from '../core/stories/meaning.ts'
import { messageOf, UsageError } from '../errors.ts'

/** A folder as Hugging Face exports it: a sentence model with the files of its tokenizer. */
export interface ModelFolder {
  readonly path: string
  /** The ONNX file. */
  readonly model: string
  /** `tokenizer.json` and `tokenizer_config.json`, parsed. */
  readonly tokenizer: object
  readonly tokenizerConfig: object
  /** Most tokens of a text. */
  readonly mostTokens: number
  readonly calibration: Calibration
  /** False: `calibration` is a guess. */
  readonly calibrated: boolean
  /** Put before every text; some models want `query: `. */
  readonly prefix: string
  /** Digest of all of it: vectors are compared when it is the same. */
  readonly digest: string
}

/** What `npm run fit -- --embeddings DIR` prints, kept beside the model. */
export const calibrationFile = 'wirefold.json'

const modelFiles = [
  'model.onnx',
  'onnx/model.onnx',
  'onnx/model_quantized.onnx',
  'model_quantized.onnx',
]
/** A guess for models whose unrelated texts have cosines about 0: half way is worth nothing. */
const guessed: Calibration = { weight: 4, bias: -2 }
/** Title and opening fit; sentence models are trained on about as many. */
const mostTokensRead = 256
const fewestTokens = 8

const anyObject = z.record(z.string(), z.unknown())
const TokenizerConfig = z.looseObject({ model_max_length: z.number().optional().catch(undefined) })
const Calibrated = z.object({
  weight: z.number().min(0).max(100),
  bias: z.number().min(-100).max(100),
  prefix: z.string().max(200).default(''),
})

/**
 * Reads what lies in the folder.
 * @throws UsageError naming the file that is missing or wrong, and what to do.
 */
export async function readModelFolder(path: string): Promise<ModelFolder> {
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    throw wrong(
      path,
      'there is no such folder',
      'Name the folder of a model, or leave the setting empty',
    )
  }
  const model = modelFiles.map((name) => join(path, name)).find((file) => existsSync(file))
  if (!model) {
    throw wrong(path, `it holds none of ${modelFiles.join(', ')}`, 'Export the model as ONNX')
  }
  const tokenizer = await readJson(path, 'tokenizer.json', anyObject)
  const tokenizerConfig = await readOptional(path, 'tokenizer_config.json', TokenizerConfig)
  const calibrated = await readOptional(path, calibrationFile, Calibrated)
  const { prefix, ...calibration } = calibrated ?? { ...guessed, prefix: '' }
  const longest = tokenizerConfig?.model_max_length ?? mostTokensRead
  return {
    path,
    model,
    tokenizer,
    tokenizerConfig: tokenizerConfig ?? {},
    mostTokens: Math.max(fewestTokens, Math.min(mostTokensRead, longest)),
    calibration,
    calibrated: calibrated !== null,
    prefix,
    digest: await digestOf(model, JSON.stringify([tokenizer, tokenizerConfig, calibrated])),
  }
}

async function readOptional<T>(path: string, name: string, schema: z.ZodType<T>) {
  return existsSync(join(path, name)) ? await readJson(path, name, schema) : null
}

async function readJson<T>(path: string, name: string, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(join(path, name), 'utf8')))
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error)
    throw wrong(
      path,
      `${name} cannot be used: ${why}`,
      'Copy the file from the export again, or correct it',
    )
  }
}

async function digestOf(file: string, rest: string): Promise<string> {
  const hash = createHash('sha256').update(rest)
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex').slice(0, 16)
}

/** A problem with the folder, and its cure. */
export function wrong(path: string, what: string, cure: string): UsageError {
  return new UsageError(`EMBEDDING_MODEL_DIR=${path}: ${what.replace(/[.\s]+$/, '')}. ${cure}.`)
}
