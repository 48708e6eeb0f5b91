import { packRecord } from './record.ts'
import type { Fingerprint } from './types.ts'

/** A fingerprint as a job carries it, base64: the index record, and hash and partition hash (32 bits each) of every anchor. */
export interface PackedFingerprint {
  readonly record: string
  readonly anchors: string
}

/** Packs the fingerprint of an article; `timeMs` is cut to whole seconds. */
export function packFingerprint(
  fingerprint: Fingerprint,
  { articleId, timeMs }: { readonly articleId: string; readonly timeMs: number },
): PackedFingerprint {
  const { anchors, partitions } = fingerprint
  const packed = Buffer.alloc(anchors.length * 8)
  anchors.forEach((anchor, at) => {
    packed.writeUInt32LE(anchor, at * 8)
    packed.writeUInt32LE(partitions[at] ?? 0, at * 8 + 4)
  })
  const timeSeconds = Math.floor(timeMs / 1_000)
  const record = packRecord({ ...fingerprint, articleId, timeSeconds })
  return { record: record.toString('base64'), anchors: packed.toString('base64') }
}
