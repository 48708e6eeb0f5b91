import {
  addMeanings,
  type Meaning,
  type MeaningSnapshot,
  restoreMeaning,
  snapshotMeaning,
} from './meaning.ts'
import {
  joinMembers,
  type Members,
  type MembersSnapshot,
  restoreMembers,
  snapshotMembers,
  soleMember,
} from './members.ts'
import { decodeFloat32, decodeInt32, encodeBytes } from './packed.ts'
import { addProfiles, type Profile, restoreProfile } from './profile.ts'

/** Articles of one language group about one event. Never changed: a new member makes a new record. */
export interface Cluster {
  readonly id: string
  readonly storyId: string
  readonly group: string
  /** Position in the stream of the article that opened it: the lower, the older. */
  readonly openedSeq: number
  readonly size: number
  /** Earliest and latest time of the dated members, of all members if none is dated. */
  readonly firstMs: number
  readonly lastMs: number
  /** At least one member carries a date of its own. */
  readonly dated: boolean
  /** It holds pages of a template, which resemble others without being about the same. */
  readonly template: boolean
  /** All members are full of figures, which must agree for two of them to be about the same. */
  readonly table: boolean
  /** At least one member has a body, not only a headline. */
  readonly fullText: boolean
  /** At least one member is written in a script with capitals. */
  readonly cased: boolean
  readonly languages: readonly string[]
  /** The article that opened it. */
  readonly headArticle: string
  /** The member most like all others: its title is the headline. */
  readonly representative: string
  /** Ids of clusters merged into this one. */
  readonly absorbed: readonly string[]
  /** An operator has put it together: it is not taken apart again. */
  readonly held: boolean
  /** Articles that seem to be about something else; looked into before the next article. Empty = none. */
  readonly suspects: readonly string[]
  /** Its latest members; null while it has only the one that opened it. */
  readonly members: Members | null
  /** Sum of the unit vectors of the members. */
  readonly profile: Profile
  /** Null without a sentence model. */
  readonly meaning: Meaning | null
}

/** A cluster as JSON; vectors as base64 of packed arrays. */
export interface ClusterSnapshot extends Omit<Cluster, 'profile' | 'members' | 'meaning'> {
  readonly members: MembersSnapshot | null
  readonly meaning: MeaningSnapshot | null
  readonly profile: {
    readonly ends: readonly number[]
    readonly keys: string
    readonly weights: string
  }
}

const MOST_LANGUAGES = 8
const MOST_ABSORBED = 32

/** The union of two clusters of one group under the identity of the first. */
export function mergeClusters(kept: Cluster, other: Cluster): Cluster {
  const absorbed =
    other.id === kept.id ? kept.absorbed : [...kept.absorbed, other.id, ...other.absorbed]
  return {
    ...kept,
    size: kept.size + other.size,
    ...mergeTimes(kept, other),
    dated: kept.dated || other.dated,
    fullText: kept.fullText || other.fullText,
    cased: kept.cased || other.cased,
    table: kept.table && other.table,
    languages: [...new Set([...kept.languages, ...other.languages])].slice(0, MOST_LANGUAGES),
    absorbed: absorbed.slice(0, MOST_ABSORBED),
    held: kept.held || other.held,
    suspects: [],
    members: joinMembers(membersOf(kept), membersOf(other)),
    profile: addProfiles(kept.profile, other.profile),
    meaning: addMeanings(kept.meaning, other.meaning),
  }
}

/** The latest members of a cluster. */
export function membersOf({ members, headArticle, firstMs, profile }: Cluster): Members {
  return members ?? soleMember(headArticle, firstMs, profile)
}

/** Arrival times of undated members count only as long as there is no real date. */
function mergeTimes(a: Cluster, b: Cluster): Pick<Cluster, 'firstMs' | 'lastMs'> {
  if (a.dated !== b.dated) {
    const dated = a.dated ? a : b
    return { firstMs: dated.firstMs, lastMs: dated.lastMs }
  }
  return { firstMs: Math.min(a.firstMs, b.firstMs), lastMs: Math.max(a.lastMs, b.lastMs) }
}

/** A copy that `restoreCluster` turns into the same cluster, bit for bit. */
export function snapshotCluster(cluster: Cluster): ClusterSnapshot {
  const { ends, keys, weights } = cluster.profile
  return {
    ...cluster,
    members: cluster.members && snapshotMembers(cluster.members),
    meaning: cluster.meaning && snapshotMeaning(cluster.meaning),
    profile: { ends, keys: encodeBytes(keys), weights: encodeBytes(weights) },
  }
}

/** Inverse of `snapshotCluster`. */
export function restoreCluster(snapshot: ClusterSnapshot): Cluster {
  const { ends, keys, weights } = snapshot.profile
  const vector = { keys: decodeInt32(keys), weights: decodeFloat32(weights) }
  return {
    ...snapshot,
    members: snapshot.members && restoreMembers(snapshot.members),
    // clusters stored before there were meanings have none
    meaning: snapshot.meaning ? restoreMeaning(snapshot.meaning) : null,
    profile: restoreProfile(vector, ends),
  }
}

/** Milliseconds between two time intervals, 0 if they overlap. */
export function gapMs(a: Cluster, b: Cluster): number {
  return Math.max(0, a.firstMs - b.lastMs, b.firstMs - a.lastMs)
}
