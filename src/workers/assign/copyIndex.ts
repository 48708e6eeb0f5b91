import type { Context } from '../../shared/context.ts'
import { estimateOverlap } from '../../shared/core/copies/overlap.ts'
import {
  type CopyRecord,
  recordBytes,
  recordIdBytes,
  recordIdOffset,
  unpackRecord,
} from '../../shared/core/copies/record.ts'
import type { Overlap } from '../../shared/core/copies/types.ts'
import type { ReadArticle } from '../../shared/schemas.ts'

/** An article of the window that shares anchors with another, and how much of its text. */
export interface Candidate extends Overlap {
  readonly articleId: string
  /** The normalised words are the same. */
  readonly sameText: boolean
  readonly story: string
  readonly cluster: string
  readonly lang: string
  readonly source: string
}

/** Anchors of a text and their partitions; both run in parallel. */
export interface Anchors {
  /** 4 bytes each, little endian. */
  readonly packed: Buffer
  readonly partitions: readonly number[]
}

/** Where the fingerprint of one article is stored: keys and packed values for the commit. */
export interface IndexPlace {
  readonly recordKey: string
  readonly record: Buffer
  readonly anchorKeys: readonly string[]
  readonly anchors: Buffer
  readonly ttlSeconds: number
}

/** Partitions a generation; about 80 anchors each at 10,000 articles a window keeps them in Redis' compact form. */
const partitionCount = 4_096
const recordsPerChunk = 256
const maxCandidates = 8
/** Fewest shared anchors of a candidate: finds 98 % of copies cut to a fifth (measured on 300 articles). */
const minShared = 2

type Parts = Pick<Context, 'keys' | 'scripts' | 'config'>

/** The index of fingerprints: anchors of the current and the previous window, records by number of the commit. */
export function createCopyIndex({ keys, scripts, config }: Parts) {
  const windowMs = config.STORY_WINDOW_HOURS * 3_600_000
  const generationAt = (nowMs: number) => Math.floor(nowMs / windowMs)
  const stems = [keys.copyRecords(''), keys.article('')]

  return {
    /** Articles of the window that share anchors, most alike first. One round trip. */
    async find(
      article: ReadArticle,
      anchors: Anchors,
      nowMs: number,
    ): Promise<readonly Candidate[]> {
      const own = unpackRecord(Buffer.from(article.fingerprint.record, 'base64'))
      if (!own || anchors.partitions.length === 0) return []
      const generation = generationAt(nowMs)
      const touched = anchors.partitions.flatMap((partition) => [
        keys.copyAnchors(generation, partition),
        keys.copyAnchors(generation - 1, partition),
      ])
      const fewest = Math.min(minShared, anchors.partitions.length)
      const layout = [recordBytes, recordIdOffset, recordIdBytes]
      const flat = await scripts.findCopies(
        [...stems, ...touched],
        [maxCandidates, fewest, anchors.packed, ...layout],
      )
      return candidatesOf(own, flat).sort(mostAlikeFirst)
    },

    /** Where the commit with this number puts the article's fingerprint; `articleId` is the one it stands for. */
    place(stored: Stored, commit: number, nowMs: number): IndexPlace {
      const record = Buffer.from(stored.article.fingerprint.record, 'base64')
      record.write(stored.articleId.slice(1), recordIdOffset, 'hex')
      const generation = generationAt(nowMs)
      return {
        recordKey: keys.copyRecords(Math.floor(commit / recordsPerChunk)),
        record,
        anchorKeys: stored.anchors.partitions.map((partition) =>
          keys.copyAnchors(generation, partition),
        ),
        anchors: stored.anchors.packed,
        ttlSeconds: Math.ceil((2 * windowMs) / 1_000),
      }
    },
  }
}

interface Stored {
  readonly article: ReadArticle
  readonly articleId: string
  readonly anchors: Anchors
}

export type CopyIndex = ReturnType<typeof createCopyIndex>

/** The anchors that came with the article. */
export function anchorsOfArticle(article: ReadArticle): Anchors {
  const packed = Buffer.from(article.fingerprint.anchors, 'base64')
  const count = Math.floor(packed.length / 8)
  const at = (index: number) => packed.readUInt32LE(index * 4)
  return packAnchors(
    Array.from({ length: count }, (_, index) => at(index * 2)),
    Array.from({ length: count }, (_, index) => at(index * 2 + 1)),
  )
}

/** Anchor hashes and their partition hashes as the index takes them. */
export function packAnchors(anchors: Iterable<number>, partitions: Iterable<number>): Anchors {
  const hashes = [...anchors]
  const packed = Buffer.alloc(hashes.length * 4)
  hashes.forEach((hash, index) => {
    packed.writeUInt32LE(hash, index * 4)
  })
  return { packed, partitions: [...partitions].map((partition) => partition % partitionCount) }
}

const groupSize = 5

function candidatesOf(own: CopyRecord, flat: readonly Buffer[]): Candidate[] {
  const byId = new Map<string, Candidate>()
  for (let at = 0; at + groupSize <= flat.length; at += groupSize) {
    const [packed, ...facts] = flat.slice(at, at + groupSize)
    const record = packed ? unpackRecord(packed) : null
    if (!record || record.articleId === own.articleId) continue
    const [story = '', cluster = '', lang = '', source = ''] = facts.map(String)
    const sameText = own.textHash !== '' && own.textHash === record.textHash
    const overlap = sameText ? { jaccard: 1, containment: 1 } : estimateOverlap(own, record)
    const found = {
      ...overlap,
      articleId: record.articleId,
      sameText,
      story,
      cluster,
      lang,
      source,
    }
    const known = byId.get(record.articleId)
    // a revised article has a record a version: the most alike counts
    if (!known || known.jaccard < found.jaccard) byId.set(record.articleId, found)
  }
  return [...byId.values()]
}

function mostAlikeFirst(left: Candidate, right: Candidate): number {
  return (
    right.jaccard - left.jaccard ||
    right.containment - left.containment ||
    (left.articleId < right.articleId ? -1 : 1)
  )
}
