import { unpackRecord } from '../../src/shared/core/copies/record.ts'
import type { Decision } from '../../src/shared/core/stories/decide.ts'
import type { ReadArticle } from '../../src/shared/schemas.ts'
import { type Candidate, candidatesOf } from '../../src/workers/assign/copyCandidates.ts'
import { type Anchors, wholeTextCounts, withWholeText } from '../../src/workers/assign/copyIndex.ts'

/** An article with the story it was put into. */
export interface StoredArticle {
  readonly article: ReadArticle
  readonly home: Pick<Decision, 'storyId' | 'clusterId'>
}

/** Limits of the index in Redis. */
const longestList = 15
const sharedAnchors = 2
const maximumCandidates = 8
const noAnchors: Anchors = { packed: Buffer.alloc(0), partitions: [] }

/** The copy index in memory, with the rules of the one in Redis. */
export function createMemoryIndex() {
  const stored: StoredArticle[] = []
  const lists = new Map<string, number[]>()
  return {
    /** Articles that share anchors, most alike first. */
    find(article: ReadArticle, anchors: Anchors): readonly Candidate[] {
      const own = unpackRecord(Buffer.from(article.fingerprint.record, 'base64'))
      const shared = new Map<number, number>()
      for (const key of keysOf(anchors))
        for (const at of lists.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
      for (const at of lists.get(keysOf(withWholeText(noAnchors, own))[0] ?? '') ?? [])
        shared.set(at, (shared.get(at) ?? 0) + wholeTextCounts)
      const fewest = Math.max(1, Math.min(sharedAnchors, anchors.partitions.length))
      const found = [...shared]
        .filter(([, count]) => count >= fewest)
        .sort((one, other) => other[1] - one[1] || one[0] - other[0])
        .slice(0, maximumCandidates)
      return own
        ? candidatesOf(
            own,
            found.flatMap(([at]) => factsOf(stored[at])),
          )
        : []
    },

    /** Adds an article under its anchors. */
    store(added: StoredArticle, anchors: Anchors): void {
      const record = unpackRecord(Buffer.from(added.article.fingerprint.record, 'base64'))
      for (const key of keysOf(withWholeText(anchors, record))) {
        const list = lists.get(key)
        if (list === undefined) lists.set(key, [stored.length])
        else if (list.length < longestList) list.push(stored.length)
      }
      stored.push(added)
    },
  }
}

function keysOf({ packed, partitions }: Anchors): readonly string[] {
  return partitions.map((partition, index) => `${partition}:${packed.readUInt32LE(index * 4)}`)
}

/** As `findCopies.lua` answers. */
function factsOf(found: StoredArticle | undefined): readonly Buffer[] {
  if (found === undefined) return []
  const { article, home } = found
  const { language, source } = article
  return [
    Buffer.from(article.fingerprint.record, 'base64'),
    ...[home.storyId, home.clusterId, language.lang, source].map((fact) => Buffer.from(fact)),
  ]
}
