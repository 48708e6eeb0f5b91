import {
  type ContentCoding,
  codingOf,
  decodeWhole,
  type EncodedBody,
} from '../codings/contentCodings.ts'
import { compress } from './compressed.ts'

/** A page, and what it was sent as, if that was compressed. */
export interface SentPage {
  readonly body: Uint8Array
  readonly encoded?: EncodedBody | null
}

interface Form {
  readonly coding: ContentCoding
  /** What the packed page begins with. */
  readonly mark: Buffer
  /** The mark is no part of what was sent. */
  readonly isOurs: boolean
}

const form = (name: string, mark: readonly number[], isOurs = false): Form => ({
  coding: codingOf(name) as ContentCoding,
  mark: Buffer.from(mark),
  isOurs,
})

/** What pages are kept in. A brotli stream has no mark of its own. */
const forms: readonly Form[] = [
  form('zstd', [0x28, 0xb5, 0x2f, 0xfd]),
  form('gzip', [0x1f, 0x8b]),
  form('br', [0x62, 0x72], true),
]

/** A page that was compressed worse than this is compressed again: whoever sends it must not fill the memory. */
const leastGain = 3
/** No fetched page and no record of an archive is longer. */
const mostBytes = 50_000_000

/** A page for Redis: as it was sent where that is small enough, since compressing it again is a tenth of what fetching it costs. */
export function packPage({ body, encoded }: SentPage): Buffer {
  const isSmall = encoded && encoded.bytes.length * leastGain <= body.length
  const kept = isSmall && forms.find(({ coding }) => coding.name === encoded.coding.name)
  if (!kept) return compress(body)
  if (kept.isOurs) return Buffer.concat([kept.mark, encoded.bytes])
  return startsWith(encoded.bytes, kept.mark) ? encoded.bytes : compress(body)
}

/** Undoes `packPage`. */
export function unpackPage(packed: Buffer): Buffer {
  const kept = forms.find(({ mark }) => startsWith(packed, mark))
  if (!kept) throw new Error('not a packed page')
  const bytes = kept.isOurs ? packed.subarray(kept.mark.length) : packed
  return decodeWhole(kept.coding, bytes, mostBytes)
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark)
}
