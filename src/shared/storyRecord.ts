import type { EventStory } from './schemas.ts'

/** The facts of a story as readers see them. Kept in the story's hash; folding the events gives the same. */
export interface StoryRecord {
  readonly id: string
  readonly state: 'open' | 'closed' | 'merged'
  readonly size: number
  /** Title of the article that opened the story. */
  readonly headline: string
  readonly languages: readonly string[]
  /** Publishers in order of appearance, at most 100. */
  readonly sources: readonly string[]
  readonly openedMs: number
  readonly updatedMs: number
  /** Number of the commit that opened it: the age of a story. */
  readonly openedSeq: number
}

/** What an article adds to the facts of its story. */
interface Addition {
  readonly lang: string
  readonly source: string
  readonly nowMs: number
}

interface Opening extends Addition {
  readonly id: string
  readonly headline: string
  readonly seq: number
}

const maxSources = 100

/** A story of one article. */
export function openStory({ id, headline, lang, source, nowMs, seq }: Opening): StoryRecord {
  return {
    id,
    state: 'open',
    size: 1,
    headline,
    languages: [lang],
    sources: [source],
    openedMs: nowMs,
    updatedMs: nowMs,
    openedSeq: seq,
  }
}

/** The story with one article more. */
export function joinStory(story: StoryRecord, { lang, source, nowMs }: Addition): StoryRecord {
  return {
    ...story,
    size: story.size + 1,
    languages: union(story.languages, [lang]),
    sources: union(story.sources, [source]).slice(0, maxSources),
    updatedMs: nowMs,
  }
}

/** The survivor with everything of the absorbed story. */
export function mergeStories(
  survivor: StoryRecord,
  absorbed: StoryRecord,
  nowMs: number,
): StoryRecord {
  return {
    ...survivor,
    size: survivor.size + absorbed.size,
    languages: union(survivor.languages, absorbed.languages),
    sources: union(survivor.sources, absorbed.sources).slice(0, maxSources),
    openedMs: Math.min(survivor.openedMs, absorbed.openedMs),
    updatedMs: nowMs,
  }
}

/** The `story` part of an event. */
export function eventStory(story: StoryRecord): EventStory {
  return {
    id: story.id,
    size: story.size,
    headline: story.headline,
    languages: [...story.languages],
    sources: [...story.sources],
    openedAt: new Date(story.openedMs).toISOString(),
    updatedAt: new Date(story.updatedMs).toISOString(),
  }
}

/** Flat fields and values for the story's hash. */
export function storyRecordToFields(story: StoryRecord): readonly string[] {
  const { languages, sources, ...scalars } = story
  const fields = {
    ...scalars,
    languages: JSON.stringify(languages),
    sources: JSON.stringify(sources),
  }
  return Object.entries(fields).flatMap(([name, value]) => [name, String(value)])
}

/** Reads the story's hash; null when there is none. */
export function storyRecordFromFields(
  fields: Readonly<Record<string, string>>,
): StoryRecord | null {
  const { id, state, headline } = fields
  if (!id || !state || headline === undefined) return null
  return {
    id,
    state: state as StoryRecord['state'],
    headline,
    size: Number(fields['size']),
    languages: JSON.parse(fields['languages'] ?? '[]') as string[],
    sources: JSON.parse(fields['sources'] ?? '[]') as string[],
    openedMs: Number(fields['openedMs']),
    updatedMs: Number(fields['updatedMs']),
    openedSeq: Number(fields['openedSeq']),
  }
}

function union(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...new Set([...left, ...right])]
}
