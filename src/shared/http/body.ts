import type { Duplex, Readable } from 'node:stream'
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib'
import { RefusedError } from './refusals.ts'

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
}

/** How much of a decoded body is read: a larger one is refused, or cut. */
export interface BodyLimit {
  readonly maxBytes: number
  readonly isCut?: boolean
}

/**
 * A body as its content-encoding, one at most, says. Decoded bytes are counted as they come: a bomb ends at the limit,
 * whatever its headers say. @throws RefusedError
 */
export async function readBody(
  body: Readable,
  encoding: string,
  { maxBytes, isCut = false }: BodyLimit,
): Promise<Uint8Array> {
  // undici's bodies emit an error when they are let go of early, which nobody else may be listening for
  body.on('error', () => {})
  const chunks: Buffer[] = []
  let size = 0
  try {
    const stream = decodedStream(body, encoding)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      chunks.push(chunk)
      if (size <= maxBytes) continue
      if (isCut) break
      throw new RefusedError('too_large', `body is larger than ${maxBytes} bytes`)
    }
  } finally {
    body.destroy()
  }
  return Buffer.concat(chunks, Math.min(size, maxBytes))
}

function decodedStream(body: Readable, encoding: string): Readable {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity') return body
  const decoder = decoders[name]?.()
  if (!decoder)
    throw new RefusedError(
      'bad_encoding',
      `content-encoding "${name.slice(0, 40)}" is not understood`,
    )
  body.on('error', (error) => decoder.destroy(error))
  return body.pipe(decoder)
}
