import { Redis } from 'ioredis'
import { expect } from 'vitest'
import { readEvents } from '../../src/shared/eventStream.ts'
import { createKeys } from '../../src/shared/keys.ts'
import { keysUnderPrefix } from '../../src/shared/keyspace.ts'
import {
  type EventArticle,
  type EventStory,
  type EventType,
  eventData,
  eventFields,
  type RevisionFacts,
} from '../../src/shared/schemas.ts'
import { createScripts } from '../../src/shared/scripts.ts'
import { createEntryStore, isBalanced, type Ledger } from '../../src/shared/store/entries.ts'

/** One event as a consumer reads it. */
export interface Told {
  readonly id: string
  readonly type: EventType
  readonly story: string
  readonly seq: number
  readonly relation: string
  readonly url: string | null
  readonly data: {
    readonly story: EventStory
    readonly article?: EventArticle
    readonly revision?: RevisionFacts
    readonly merged?: readonly string[]
    readonly toStory?: EventStory
    readonly articles?: readonly { readonly id: string; readonly url: string }[]
  }
  readonly merged: readonly string[]
}

/** A story as the events add up to it. */
export interface Folded {
  readonly id: string
  /** URLs of its articles. */
  readonly urls: Set<string>
  /** Its facts by the last event. */
  facts: EventStory
}

/** The store of one bench, seen by somebody who only knows the documented keys. */
export interface Watcher {
  readonly redis: Redis
  events(): Promise<readonly Told[]>
  ledger(): Promise<Ledger>
  /** How long the raw page is yet kept that is kept longest; of one that was read it is 15 minutes at most. */
  longestRawPageSeconds(): Promise<number>
  /** Field `size` and `seq` of the story's hash. */
  storyHash(id: string): Promise<Readonly<Record<string, string>>>
  close(): void
}

/** Connects to the stream under a prefix. */
export function watch(url: string, prefix: string): Watcher {
  const redis = new Redis(url, { maxRetriesPerRequest: null })
  redis.on('error', () => {})
  const keys = createKeys(prefix)
  const entries = createEntryStore({ redis, keys, scripts: createScripts(redis), entryTtlHours: 1 })
  return {
    redis,
    async events() {
      const told: Told[] = []
      for await (const { fields } of readEvents(redis, keys.events)) told.push(toldBy(fields))
      return told
    },
    ledger: () => entries.ledger(),
    async longestRawPageSeconds() {
      let longest = 0
      for await (const names of keysUnderPrefix(redis, keys.page('').slice(0, -1)))
        for (const name of names) longest = Math.max(longest, await redis.ttl(name))
      return longest
    },
    storyHash: (id) => redis.hgetall(keys.story(id)),
    close: () => redis.disconnect(),
  }
}

/** Reads the flat attributes of an event, checked against its schema. */
export function toldBy(fields: Readonly<Record<string, string>>): Told {
  expect(Object.keys(fields)).toEqual([...eventFields])
  const type = fields['type'] as EventType
  const data: Told['data'] = eventData[type].parse(JSON.parse(fields['data'] ?? 'null'))
  return {
    id: fields['id'] ?? '',
    type,
    story: fields['subject'] ?? '',
    seq: Number(fields['seq']),
    relation: fields['relation'] ?? '',
    url: data.article?.url ?? null,
    data,
    merged: data.merged ?? [],
  }
}

/** Adds the events up to stories, as any consumer would. */
export function fold(events: readonly Told[]): ReadonlyMap<string, Folded> {
  const stories = new Map<string, Folded>()
  for (const event of events) {
    const story = stories.get(event.story) ?? {
      id: event.story,
      urls: new Set(),
      facts: event.data.story,
    }
    stories.set(event.story, story)
    story.facts = event.data.story
    if (event.url) story.urls.add(event.url)
    moveArticles(stories, event, story)
    for (const id of event.merged) {
      for (const url of stories.get(id)?.urls ?? []) story.urls.add(url)
      stories.delete(id)
    }
  }
  return stories
}

/** After a split some articles are in a story of their own. */
function moveArticles(stories: Map<string, Folded>, { data }: Told, from: Folded): void {
  const { toStory, articles } = data
  if (!toStory || !articles) return
  const urls = new Set(articles.map(({ url }) => url))
  for (const url of urls) from.urls.delete(url)
  stories.set(toStory.id, { id: toStory.id, urls, facts: toStory })
}

/** URLs of every story, sorted, so that two runs can be compared. */
export function groups(events: readonly Told[]): readonly (readonly string[])[] {
  return [...fold(events).values()]
    .map(({ urls }) => [...urls].sort())
    .sort((left, right) => (left.join() < right.join() ? -1 : 1))
}

/** What holds of every stream at any time: nothing told twice, no gap, sizes that add up. */
export function expectSound(events: readonly Told[]): void {
  expect(repeated(events.map(({ id }) => id))).toEqual([])
  const placed = events.filter(({ type }) => /\.(opened|joined)\./.test(type))
  expect(repeated(placed.map(({ data }) => data.article?.id ?? ''))).toEqual([])
  // ids would not show it: they hold the number of the commit
  const versions = events.flatMap(({ data: { article, revision } }) =>
    article && revision ? [`${article.id} ${revision.number}`] : [],
  )
  expect(repeated(versions)).toEqual([])
  for (const [story, told] of Map.groupBy(events, (event) => event.story)) {
    expect(
      told.map(({ seq }) => seq),
      `seq of ${story}`,
    ).toEqual(told.map((_, at) => at + 1))
  }
  for (const { id, urls, facts } of fold(events).values()) {
    expect(facts.size, `size of ${id}`).toBe(urls.size)
  }
}

/** The store says of every story what the events say. */
export async function expectStoreAgrees(watcher: Watcher, events: readonly Told[]): Promise<void> {
  const lastSeq = new Map(events.map(({ story, seq }) => [story, seq]))
  for (const { id, urls } of fold(events).values()) {
    const hash = await watcher.storyHash(id)
    expect({ size: hash['size'], seq: hash['seq'] }).toEqual({
      size: String(urls.size),
      seq: String(lastSeq.get(id)),
    })
  }
}

/** Every entry has an outcome, and every clustered one its event. */
export function expectSettled(ledger: Ledger, events: readonly Told[]): void {
  expect(ledger.inFlight).toBe(0)
  expect(isBalanced(ledger), JSON.stringify([...ledger.outcomes])).toBe(true)
  const placed = events.filter(({ type }) => /\.(opened|joined)\./.test(type))
  expect(placed).toHaveLength(ledger.outcomes.get('clustered') ?? 0)
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, at) => values.indexOf(value) !== at)
}
