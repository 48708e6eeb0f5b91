import data from './background.data.json' with { type: 'json' }
import { decodeInt32, decodeUint16 } from './packed.ts'

/** Document frequencies counted once over a sample of news, so that a new installation weighs words right. */
export interface Background {
  readonly documents: ReadonlyMap<string, number>
  readonly keys: Int32Array
  readonly counts: Uint16Array
}

/** The shipped table. Only hashes of words that occurred in five articles or more, with their counts. */
export function loadBackground(): Background {
  return {
    documents: new Map(Object.entries(data.documents)),
    keys: decodeInt32(data.keys),
    counts: decodeUint16(data.counts),
  }
}
