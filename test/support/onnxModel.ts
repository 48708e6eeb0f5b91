import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Words of several languages that mean the same share a number: place in `vectors`. */
export interface TinyModel {
  readonly words: Readonly<Record<string, number>>
  /** One for each meaning; the first is that of unknown words. */
  readonly vectors: readonly (readonly number[])[]
}

/** Writes a sentence model as Hugging Face exports it: looks up a vector for every word, one token a word. */
export async function writeModel(folder: string, { words, vectors }: TinyModel): Promise<void> {
  await mkdir(folder, { recursive: true })
  const names = Object.keys(words)
  const rows = [0, ...names.map((name) => words[name] ?? 0)].map((at) => vectors[at] ?? [])
  const vocabulary = Object.fromEntries(['[UNK]', ...names].map((word, id) => [word, id]))
  await writeFile(join(folder, 'model.onnx'), lookUpModel(rows))
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer(vocabulary)))
  await writeFile(join(folder, 'tokenizer_config.json'), '{"model_max_length":128}')
}

function tokenizer(vocab: Readonly<Record<string, number>>) {
  return {
    version: '1.0',
    added_tokens: [],
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  }
}

const float = 1
const int64 = 7

/** `last_hidden_state = Gather(rows, input_ids)` as an ONNX ModelProto (onnx.proto3, IR version 8, opset 13). */
function lookUpModel(rows: readonly (readonly number[])[]): Uint8Array {
  const size = rows[0]?.length ?? 0
  const node = message(
    [1, 'rows'],
    [1, 'input_ids'],
    [2, 'last_hidden_state'],
    [3, 'look up'],
    [4, 'Gather'],
  )
  const values = new Uint8Array(Float32Array.from(rows.flat()).buffer)
  const weights = message([1, rows.length], [1, size], [2, float], [8, 'rows'], [9, values])
  const tokens = ['one', 'tokens']
  const graph = message(
    [1, node],
    [2, 'tiny'],
    [5, weights],
    [11, valueInfo('input_ids', int64, tokens)],
    [11, valueInfo('attention_mask', int64, tokens)],
    [12, valueInfo('last_hidden_state', float, [...tokens, 'size'])],
  )
  return message([1, 8], [7, graph], [8, message([1, ''], [2, 13])])
}

function valueInfo(name: string, type: number, dims: readonly string[]): Uint8Array {
  const shape = message(...dims.map((dim) => [1, message([2, dim])] as const))
  return message([1, name], [2, message([1, message([1, type], [2, shape])])])
}

type Field = readonly [number: number, value: number | string | Uint8Array]

/** Protocol buffers: varints for numbers, a length before all else. */
function message(...fields: readonly Field[]): Uint8Array {
  return Buffer.concat(fields.map(([number, value]) => encodeField(number, value)))
}

function encodeField(number: number, value: Field[1]): Uint8Array {
  if (typeof value === 'number') return Buffer.from([...varint(number << 3), ...varint(value)])
  const bytes = Buffer.from(value as Uint8Array)
  return Buffer.concat([
    Buffer.from([...varint((number << 3) | 2), ...varint(bytes.length)]),
    bytes,
  ])
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)]
}
