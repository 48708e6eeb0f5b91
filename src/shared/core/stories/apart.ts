/** Stories an operator has told to stay apart: each with its partners. A story that is not in it has none. */
export type Apart = ReadonlyMap<string, readonly string[]>

/** New partners of stories; an empty list when none are left. */
export type ApartChanges = ReadonlyMap<string, readonly string[]>

/** A world, or what is to become of it. */
interface Constrained {
  readonly apart: Apart
}

/** An operator has told these two stories to stay apart. */
export function areApart({ apart }: Constrained, storyId: string, otherId: string): boolean {
  return apart.get(storyId)?.includes(otherId) ?? false
}

/** From now on the two stories stay apart. */
export function setApart({ apart }: Constrained, storyId: string, otherId: string): ApartChanges {
  return new Map([
    [storyId, union(apart.get(storyId), [otherId])],
    [otherId, union(apart.get(otherId), [storyId])],
  ])
}

/** The two stories may become one again. */
export function letMeet({ apart }: Constrained, storyId: string, otherId: string): ApartChanges {
  return new Map([
    [storyId, without(apart.get(storyId), [otherId])],
    [otherId, without(apart.get(otherId), [storyId])],
  ])
}

/** After a merge the survivor stays apart from whom the absorbed stories did, but for those that are now in it. */
export function inheritApart(
  { apart }: Constrained,
  survivorId: string,
  absorbedIds: readonly string[],
): ApartChanges {
  const inside = [survivorId, ...absorbedIds]
  const partners = without(union(...inside.map((id) => apart.get(id))), inside)
  if (!inside.some((id) => apart.has(id))) return new Map()
  return new Map([
    ...absorbedIds.map((id) => [id, []] as const),
    [survivorId, partners],
    ...partners.map(
      (id) => [id, union(without(apart.get(id), absorbedIds), [survivorId])] as const,
    ),
  ])
}

/** What splits off a story stays apart from whom the story does; by an operator's word also from the story itself. */
export function splitApart(
  { apart }: Constrained,
  storyId: string,
  { to, byOperator }: { readonly to: string; readonly byOperator: boolean },
): ApartChanges {
  const partners = union(apart.get(storyId), byOperator ? [storyId] : [])
  if (partners.length === 0) return new Map()
  return new Map([
    [to, partners],
    ...partners.map((id) => [id, union(apart.get(id), [to])] as const),
  ])
}

/** Stories that close leave the lists of their partners, so that nothing is ever said of them again. */
export function closeApart({ apart }: Constrained, closedIds: readonly string[]): ApartChanges {
  const changes = new Map<string, readonly string[]>()
  for (const id of closedIds) {
    for (const partner of apart.get(id) ?? []) {
      changes.set(partner, without(apart.get(partner), closedIds))
    }
  }
  for (const id of closedIds) if (apart.has(id)) changes.set(id, [])
  return changes
}

/** Takes changes over. */
export function applyApart(
  { apart }: { readonly apart: Map<string, readonly string[]> },
  changes: ApartChanges,
): void {
  for (const [id, partners] of changes) {
    if (partners.length > 0) apart.set(id, partners)
    else apart.delete(id)
  }
}

function union(...lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  return [...new Set(lists.flatMap((list) => list ?? []))]
}

function without(list: readonly string[] | undefined, left: readonly string[]): readonly string[] {
  return (list ?? []).filter((id) => !left.includes(id))
}
