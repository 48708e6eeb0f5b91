import { readFileSync } from 'node:fs'
import type { CopyCandidate, IncomingArticle } from '../../../../src/shared/core/stories/article.ts'
import { type Decision, decide } from '../../../../src/shared/core/stories/decide.ts'
import { extractFeatures } from '../../../../src/shared/core/stories/features.ts'
import { commitPlan, type Plan, plan } from '../../../../src/shared/core/stories/plan.ts'
import type { World } from '../../../../src/shared/core/stories/state.ts'

/** An article of the fixture, with the story it belongs to. */
export interface WireArticle {
  readonly id: string
  readonly story: string
  readonly lang: string
  readonly time: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What may differ from a dated article with a full text and no known copies. */
export interface Arrival {
  readonly dated?: boolean
  readonly timeMs?: number
  readonly group?: string
  readonly copies?: readonly CopyCandidate[]
}

/** Twelve short articles in four languages about five events. */
export const wire = readFixture('wire')

/** Pairs of articles about events that are easily taken for one: two of a kind in one place or on one day. */
export const lookAlikes = readFixture('lookalikes')

function readFixture(name: string): readonly WireArticle[] {
  const url = new URL(`../../../fixtures/stories/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8'))
}

/** The article of the fixture with this id. */
export function wireArticle(id: string): WireArticle {
  const found = wire.find((article) => article.id === id)
  if (!found) throw new Error(`no article ${id}`)
  return found
}

/** The article as it reaches the assigner at position `seq`. */
export function arrive(article: WireArticle, seq: number, arrival: Arrival = {}): IncomingArticle {
  return {
    id: article.id,
    seq,
    lang: article.lang,
    group: arrival.group ?? article.lang,
    features: extractFeatures(article),
    timeMs: arrival.timeMs ?? Date.parse(article.time),
    dated: arrival.dated ?? true,
    stub: false,
    template: false,
    copies: arrival.copies ?? [],
    newStoryId: `story-${seq}`,
    newClusterId: `cluster-${seq}`,
  }
}

/** Decides, plans and commits one article. */
export function fold(world: World, article: IncomingArticle): { decision: Decision; made: Plan } {
  const decision = decide(world, article)
  const made = plan(world, article, decision)
  commitPlan(world, made)
  return { decision, made }
}

/** Folds articles in the given order and tells which ended in one story: sorted ids, joined by spaces. */
export function groupsOf(
  world: World,
  articles: readonly WireArticle[],
  arrival: (article: WireArticle, seq: number) => Arrival = () => ({}),
): string[] {
  const homes = new Map<string, string>()
  for (const [seq, article] of articles.entries()) {
    const { decision, made } = fold(world, arrive(article, seq, arrival(article, seq)))
    homes.set(article.id, decision.storyId)
    for (const { survivorStoryId, absorbedStoryIds } of made.merges) {
      for (const [id, home] of homes)
        if (absorbedStoryIds.includes(home)) homes.set(id, survivorStoryId)
    }
  }
  const groups = Map.groupBy(homes.keys(), (id) => homes.get(id))
  return [...groups.values()].map((ids) => ids.sort().join(' ')).sort()
}

/** The groups the fixture asks for. */
export function wantedGroups(articles: readonly WireArticle[]): string[] {
  const groups = Map.groupBy(articles, ({ story }) => story)
  return [...groups.values()]
    .map((members) =>
      members
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .sort()
}
