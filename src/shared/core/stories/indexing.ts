import { soundIndexKeys, termIndexKeys } from './indexKeys.ts'
import { addPosting, type Postings, removePosting } from './postings.ts'
import type { Profile } from './profile.ts'

/** What clusters are found by: terms in their own language, sounds and numbers across languages. */
interface Indexes {
  readonly terms: Postings
  readonly sounds: Postings
}

/** A cluster as it was and as it is; undefined when it was not there, or is gone. */
interface Change {
  readonly before: Profile | undefined
  readonly after: Profile | undefined
}

/** Brings the indexes from one state of a cluster to the next. */
export function reindexCluster(
  { terms, sounds }: Indexes,
  slot: number,
  { before, after }: Change,
): void {
  reindex(terms, slot, {
    before: before && termIndexKeys(before),
    after: after && termIndexKeys(after),
  })
  reindex(sounds, slot, {
    before: before && soundIndexKeys(before),
    after: after && soundIndexKeys(after),
  })
}

interface Keys {
  readonly before: ReadonlySet<number> | undefined
  readonly after: ReadonlySet<number> | undefined
}

function reindex(postings: Postings, slot: number, { before, after }: Keys): void {
  for (const key of before ?? []) if (!after?.has(key)) removePosting(postings, key, slot)
  for (const key of after ?? []) if (!before?.has(key)) addPosting(postings, key, slot)
}
