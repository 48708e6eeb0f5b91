import { type Cluster, membersOf } from './cluster.ts'
import { meanLikeness } from './members.ts'

/** A new member must be this much more like the others than the present representative: headlines should rest. */
const MARGIN = 0.02

/** The cluster with the new member as its representative, when that is more like all others than the present one. */
export function withRepresentative(cluster: Cluster, newcomer: string): Cluster {
  const members = membersOf(cluster)
  const [present, other] = meanLikeness(members, [cluster.representative, newcomer])
  const isBetter = other != null && present != null && other > present + MARGIN
  return isBetter ? { ...cluster, representative: newcomer } : cluster
}

/** The cluster with the most typical of its members as its representative: for clusters that have lost some. */
export function withAnyRepresentative(cluster: Cluster): Cluster {
  const members = membersOf(cluster)
  const likeness = meanLikeness(members, members.ids).map((mean) => mean ?? 0)
  const best = likeness.indexOf(Math.max(...likeness))
  return { ...cluster, representative: members.ids[best] ?? cluster.headArticle }
}
