import { addressKey } from './addresses.ts'
import type { PublishedAddress, TruthKind } from './planTypes.ts'

/** An article that came out of the pipeline, with the story it was put into. */
export interface ClusteredArticle {
  readonly url: string
  readonly storyId: string
}

/** Scores of Bagga and Baldwin (1998), each in 0..1. */
export interface BCubed {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** How many texts of one kind went where their original went. */
export interface KindFigures {
  readonly clustered: number
  /** Of these, in the same story as the first text of the event (the same as `clustered` for originals). */
  readonly together: number
}

/** What the pipeline made of the sample web, against what we know. */
export interface Agreement {
  readonly articles: number
  readonly languages: number
  readonly storiesFound: number
  readonly storiesTrue: number
  readonly kinds: Readonly<Partial<Record<TruthKind, KindFigures>>>
  readonly bcubed: BCubed
  /** Found stories with articles of more than one true story. */
  readonly wronglyMerged: number
  /** True stories whose articles lie in more than one found story. */
  readonly wronglySplit: number
  /** Publications without an article, and how many of these were clustered all the same. */
  readonly deadEnds: { readonly published: number; readonly clustered: number }
  /** Clustered addresses that the web never published. */
  readonly unknown: number
}

/** One clustered article next to its truth. */
interface Judged {
  readonly publication: PublishedAddress
  readonly found: string
  readonly truth: string
}

type Finder = (url: string) => PublishedAddress | undefined

function finderOf(publications: readonly PublishedAddress[]): Finder {
  const keyed = publications.map((item) => [addressKey(item.url), item] as const)
  const byKey = new Map(keyed)
  return (url) => (URL.canParse(url) ? byKey.get(addressKey(url)) : undefined)
}

/** The found story of each publication, by publication id. */
function placesOf(clustered: readonly ClusteredArticle[], find: Finder): Map<string, string> {
  const places = new Map<string, string>()
  for (const { url, storyId } of clustered) {
    const publication = find(url)
    if (publication !== undefined) places.set(publication.id, storyId)
  }
  return places
}

function judge(
  publication: PublishedAddress,
  places: ReadonlyMap<string, string>,
): readonly Judged[] {
  const found = places.get(publication.id)
  const truth = publication.truth.storyId
  return found === undefined || truth === null ? [] : [{ publication, found, truth }]
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function pairOf({ found, truth }: Judged): string {
  return JSON.stringify([found, truth])
}

function bcubed(judged: readonly Judged[]): BCubed {
  const together = countBy(judged, pairOf)
  const found = countBy(judged, (item) => item.found)
  const truth = countBy(judged, (item) => item.truth)
  const shareOf = (item: Judged, size: number | undefined): number =>
    (together.get(pairOf(item)) ?? 0) / (size ?? 1)
  const precision = mean(judged.map((item) => shareOf(item, found.get(item.found))))
  const recall = mean(judged.map((item) => shareOf(item, truth.get(item.truth))))
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1 }
}

/** Keys of one side that meet more than one key of the other. */
function mixed(judged: readonly Judged[], side: 'found' | 'truth'): number {
  const other = side === 'found' ? 'truth' : 'found'
  const groups = Map.groupBy(judged, (item) => item[side])
  return [...groups.values()].filter((items) => new Set(items.map((item) => item[other])).size > 1)
    .length
}

function kindFigures(judged: readonly Judged[]): Agreement['kinds'] {
  const homes = new Map<string, string>()
  for (const { truth, found } of judged) if (!homes.has(truth)) homes.set(truth, found)
  const groups = Map.groupBy(judged, (item) => item.publication.truth.kind)
  const figures = [...groups].map(([kind, items]) => {
    const together = items.filter((item) => homes.get(item.truth) === item.found).length
    return [kind, { clustered: items.length, together }] as const
  })
  return Object.fromEntries(figures)
}

/**
 * Compares found stories with the plan; pure. An address counts once, by its last story;
 * tracking parameters do not matter. Publications that were not clustered count nowhere but in `deadEnds`.
 */
export function measureAgreement(
  publications: readonly PublishedAddress[],
  clustered: readonly ClusteredArticle[],
): Agreement {
  const find = finderOf(publications)
  const places = placesOf(clustered, find)
  const judged = publications.flatMap((publication) => judge(publication, places))
  const deadEnds = publications.filter(({ truth }) => truth.storyId === null)
  return {
    articles: judged.length,
    languages: new Set(judged.map(({ publication }) => publication.text.lang)).size,
    storiesFound: new Set(judged.map(({ found }) => found)).size,
    storiesTrue: new Set(judged.map(({ truth }) => truth)).size,
    kinds: kindFigures(judged),
    bcubed: bcubed(judged),
    wronglyMerged: mixed(judged, 'found'),
    wronglySplit: mixed(judged, 'truth'),
    deadEnds: {
      published: deadEnds.length,
      clustered: deadEnds.filter(({ id }) => places.has(id)).length,
    },
    unknown: clustered.filter(({ url }) => find(url) === undefined).length,
  }
}
