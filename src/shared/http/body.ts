import type { Readable } from 'node:stream'
import {
  type ContentCoding,
  codingOf,
  decodeWhole,
  type EncodedBody,
} from '../codings/contentCodings.ts'
import { RefusedError } from './refusals.ts'

/** How much of a decoded body is read: a larger one is refused, or cut. */
export interface BodyLimit {
  readonly maxBytes: number
  readonly isCut?: boolean
}

/** A body that was read. */
export interface ReadBody {
  /** Decoded. */
  readonly body: Buffer
  /** Null when it was sent as it is, or cut. */
  readonly encoded: EncodedBody | null
}

/**
 * A body as its content-encoding, one at most, says. No more is decoded than the limit allows: a bomb ends there, whatever
 * its headers say. Only a body that may be cut is decoded chunk by chunk. @throws RefusedError
 */
export async function readBody(
  body: Readable,
  encoding: string,
  limit: BodyLimit,
): Promise<ReadBody> {
  // undici's bodies emit an error when they are let go of early, which nobody else may be listening for
  body.on('error', () => {})
  try {
    const coding = namedCoding(encoding)
    if (coding === null) return plain(await collect(body, limit))
    if (limit.isCut) return plain(await collect(decodedStream(body, coding), limit))
    const bytes = await collect(body, limit)
    if (bytes.length === 0) return plain(bytes)
    return { body: decode(coding, bytes, limit), encoded: { coding, bytes } }
  } finally {
    body.destroy()
  }
}

function plain(body: Buffer): ReadBody {
  return { body, encoded: null }
}

function namedCoding(encoding: string): ContentCoding | null {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity') return null
  const coding = codingOf(name)
  if (coding) return coding
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

function decode(coding: ContentCoding, bytes: Buffer, { maxBytes }: BodyLimit): Buffer {
  try {
    return decodeWhole(coding, bytes, maxBytes)
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

function decodedStream(body: Readable, { stream }: ContentCoding): Readable {
  const decoder = stream()
  body.on('error', (error) => decoder.destroy(error))
  return body.pipe(decoder)
}
