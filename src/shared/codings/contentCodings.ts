import type { Duplex } from 'node:stream'
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
import { inOneGo } from './inOneGo.ts'
import { zstdContentSize } from './zstdFrame.ts'

/** A content coding of HTTP (RFC 9110, section 8.4.1). */
export interface ContentCoding {
  readonly name: 'gzip' | 'deflate' | 'br' | 'zstd'
  /** Throws as soon as there is more than `maxOutputLength`. */
  readonly decode: (bytes: Buffer, options: DecodeOptions) => Buffer
  readonly stream: () => Duplex
  /** Length of the content, as the bytes claim; null when they do not say. */
  readonly claimedSize: (bytes: Buffer) => number | null
}

/** Content as it was sent. */
export interface EncodedBody {
  readonly coding: ContentCoding
  readonly bytes: Buffer
}

interface DecodeOptions {
  readonly maxOutputLength: number
  /** Bytes of a step. */
  readonly chunkSize: number
}

const unsaid = () => null

const gzip = {
  name: 'gzip',
  decode: inOneGo(gunzipSync),
  stream: createGunzip,
  claimedSize: gzipContentSize,
} satisfies ContentCoding

/** The codings by what servers call them. */
const codings: Readonly<Record<string, ContentCoding>> = {
  gzip,
  'x-gzip': gzip,
  deflate: {
    name: 'deflate',
    decode: inOneGo(inflateSync),
    stream: createInflate,
    claimedSize: unsaid,
  },
  br: {
    name: 'br',
    decode: inOneGo(brotliDecompressSync),
    stream: createBrotliDecompress,
    claimedSize: unsaid,
  },
  zstd: {
    name: 'zstd',
    decode: inOneGo(zstdDecompressSync),
    stream: createZstdDecompress,
    claimedSize: zstdContentSize,
  },
}

/** The coding of that name; null for names nobody knows. */
export function codingOf(name: string): ContentCoding | null {
  // a server may name what every object has
  return Object.hasOwn(codings, name) ? (codings[name] ?? null) : null
}

/** When nothing better is known: few steps for a page, and a bomb is found out after one too many. */
const usualStep = 65_536
/** The least that Node allows. */
const leastStep = 64
/** What a page shrinks to at most; who claims more is not believed at once. */
const mostTimes = 50

/**
 * Decodes in one go: chunk by chunk through the thread pool it costs three times the CPU. In one buffer of the claimed size
 * a page of 150 KB takes 0.13 ms, in growing ones 0.23 ms. @throws when it is broken, or longer than `maxBytes`
 */
export function decodeWhole(coding: ContentCoding, bytes: Buffer, maxBytes: number): Buffer {
  const claimed = coding.claimedSize(bytes)
  const believed = claimed === null ? usualStep : believable(claimed, bytes.length)
  // a buffer filled to the brim would call for another
  const chunkSize = Math.max(leastStep, Math.min(believed, maxBytes) + 1)
  return coding.decode(bytes, { maxOutputLength: maxBytes, chunkSize })
}

/** Who claims less than what was sent is not believed either: zlib would go in steps of a few bytes. */
function believable(claimed: number, sent: number): number {
  return Math.min(Math.max(claimed, Math.min(sent, usualStep)), mostTimes * sent)
}

/** ISIZE of the last member (RFC 1952, section 2.3.1); of what is longer than 4 GB the rest. */
function gzipContentSize(bytes: Buffer): number | null {
  return bytes.length < 18 ? null : bytes.readUInt32LE(bytes.length - 4)
}
