import type { Duplex, Readable } from 'node:stream'
import {
  brotliDecompressSync,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
  gunzipSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib'
import { RefusedError } from './refusals.ts'

interface Decoder {
  /** Throws as soon as there is more than `maxOutputLength`. */
  readonly whole: (bytes: Buffer, options: DecodeOptions) => Buffer
  readonly stream: () => Duplex
}

interface DecodeOptions {
  readonly maxOutputLength: number
  /** Bytes of a step: few steps for a page, and a bomb is found out after one too many. */
  readonly chunkSize: number
}

const gzip = { whole: gunzipSync, stream: createGunzip } satisfies Decoder

/** A map, for a server may name what every object has. */
const decoders: ReadonlyMap<string, Decoder> = new Map(
  Object.entries({
    gzip,
    'x-gzip': gzip,
    deflate: { whole: inflateSync, stream: createInflate },
    br: { whole: brotliDecompressSync, stream: createBrotliDecompress },
    zstd: { whole: zstdDecompressSync, stream: createZstdDecompress },
  }),
)

const chunkSize = 65_536

/** How much of a decoded body is read: a larger one is refused, or cut. */
export interface BodyLimit {
  readonly maxBytes: number
  readonly isCut?: boolean
}

/**
 * A body as its content-encoding, one at most, says. No more is decoded than the limit allows: a bomb ends there, whatever
 * its headers say. Decoded in one go: chunk by chunk through the thread pool it costs three times the CPU; only a body
 * that may be cut is. @throws RefusedError
 */
export async function readBody(
  body: Readable,
  encoding: string,
  limit: BodyLimit,
): Promise<Uint8Array> {
  // undici's bodies emit an error when they are let go of early, which nobody else may be listening for
  body.on('error', () => {})
  try {
    const decoder = decoderOf(encoding)
    if (decoder === null) return await collect(body, limit)
    if (limit.isCut) return await collect(decodedStream(body, decoder), limit)
    return decodeWhole(await collect(body, limit), decoder, limit)
  } finally {
    body.destroy()
  }
}

function decoderOf(encoding: string): Decoder | null {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity') return null
  const decoder = decoders.get(name)
  if (decoder) return decoder
  throw new RefusedError(
    'bad_encoding',
    `content-encoding "${name.slice(0, 40)}" is not understood`,
  )
}

async function collect(stream: Readable, { maxBytes, isCut }: BodyLimit): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    chunks.push(chunk)
    if (size <= maxBytes) continue
    if (isCut) break
    throw tooLarge(maxBytes)
  }
  return Buffer.concat(chunks, Math.min(size, maxBytes))
}

function decodeWhole(bytes: Buffer, { whole }: Decoder, { maxBytes }: BodyLimit): Buffer {
  if (bytes.length === 0) return bytes
  try {
    return whole(bytes, { maxOutputLength: maxBytes, chunkSize })
  } catch (error) {
    throw isTooLarge(error) ? tooLarge(maxBytes) : error
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

function tooLarge(maxBytes: number): RefusedError {
  return new RefusedError('too_large', `body is larger than ${maxBytes} bytes`)
}

function decodedStream(body: Readable, { stream }: Decoder): Readable {
  const decoder = stream()
  body.on('error', (error) => decoder.destroy(error))
  return body.pipe(decoder)
}
