import { type Cluster, membersOf } from './cluster.ts'
import { memberCosines } from './members.ts'
import { THRESHOLDS } from './weights.ts'

/** A line through a cluster: what lies on the smaller side seems to be about something else. */
export interface Rift {
  /** Articles on the smaller side; of equal sides, on the younger. */
  readonly articleIds: readonly string[]
  /** Mean cosine of pairs across, and the lower of the means inside each side. */
  readonly across: number
  readonly inside: number
}

/** Sizes at which a cluster is examined: each about 1.6 times the one before. */
export const EXAMINED_SIZES: ReadonlySet<number> = new Set([6, 10, 16, 26, 42, 68, 110, 178, 288])
const FEWEST_ON_A_SIDE = 2
const MOST_ROUNDS = 8

/** Parts the members of a cluster into two by 2-means on their sketches; null when they belong together. */
export function findRift(cluster: Cluster): Rift | null {
  const members = membersOf(cluster)
  const cosines = memberCosines(members)
  const sides = twoMeans(cosines)
  const places = (side: number) => [...members.ids.keys()].filter((at) => sides[at] === side)
  const [first, second] = [places(sides[0] ?? 0), places(1 - (sides[0] ?? 0))]
  if (Math.min(first.length, second.length) < FEWEST_ON_A_SIDE) return null
  const across = meanCosine(cosines, first, second)
  const inside = Math.min(meanCosine(cosines, first, first), meanCosine(cosines, second, second))
  if (across > THRESHOLDS.riftAcross || inside < THRESHOLDS.riftRatio * across) return null
  const leaving = second.length <= first.length ? second : first
  return { articleIds: leaving.map((at) => members.ids[at] ?? ''), across, inside }
}

/** Side 0 or 1 of every member, from the least similar pair on. */
function twoMeans(cosines: readonly Float64Array[]): readonly number[] {
  const [left, right] = leastSimilarPair(cosines)
  let sides: number[] = cosines.map((row) => ((row[left] ?? 0) >= (row[right] ?? 0) ? 0 : 1))
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = cosines.map((row, own) => nearerSide(row, own, sides))
    if (next.every((side, at) => side === sides[at])) break
    sides = next
  }
  return sides
}

function leastSimilarPair(cosines: readonly Float64Array[]): readonly [number, number] {
  let pair: readonly [number, number] = [0, 0]
  let least = Number.POSITIVE_INFINITY
  for (const [one, row] of cosines.entries()) {
    for (let other = one + 1; other < row.length; other += 1) {
      if ((row[other] ?? 0) >= least) continue
      least = row[other] ?? 0
      pair = [one, other]
    }
  }
  return pair
}

function nearerSide(row: Float64Array, own: number, sides: readonly number[]): number {
  const sums = [0, 0]
  const counts = [0, 0]
  for (const [at, side] of sides.entries()) {
    if (at === own) continue
    sums[side] = (sums[side] ?? 0) + (row[at] ?? 0)
    counts[side] = (counts[side] ?? 0) + 1
  }
  const mean = (side: number) => (sums[side] ?? 0) / Math.max(1, counts[side] ?? 0)
  if (mean(0) === mean(1)) return sides[own] ?? 0
  return mean(0) > mean(1) ? 0 : 1
}

/** Mean over pairs of different members; 1 for a member alone. */
function meanCosine(
  cosines: readonly Float64Array[],
  left: readonly number[],
  right: readonly number[],
): number {
  let sum = 0
  let pairs = 0
  for (const one of left) {
    for (const other of right) {
      if (one === other) continue
      sum += cosines[one]?.[other] ?? 0
      pairs += 1
    }
  }
  return pairs === 0 ? 1 : sum / pairs
}
