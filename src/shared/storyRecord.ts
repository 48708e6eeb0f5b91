import type { Label } from './core/stories/label.ts'
import type { EventStory } from './schemas.ts'

/** The facts of a story as readers see them. Kept in the story's hash; folding the events gives the same. */
export interface StoryRecord extends Label {
  readonly id: string
  readonly state: 'open' | 'closed' | 'merged'
  readonly size: number
  /** Title of the most typical article in the language of the first, or of the pinned one. */
  readonly headline: string
  /** Title of the most typical article in each language. */
  readonly headlines: Readonly<Record<string, string>>
  /** Article whose title an operator has made the headline; empty = none. */
  readonly pinned: string
  readonly languages: readonly string[]
  /** Publishers in order of appearance, at most 100. */
  readonly sources: readonly string[]
  readonly openedMs: number
  readonly updatedMs: number
  /** Times of its earliest and its latest article. */
  readonly firstMs: number
  readonly lastMs: number
  /** Number of the commit that opened it: the age of a story. */
  readonly openedSeq: number
}

/** What an article adds to the facts of its story. */
export interface Addition {
  readonly lang: string
  readonly source: string
  readonly nowMs: number
  /** Time of the article. */
  readonly timeMs: number
  /** Its title, when it is the most typical of its language; else null. */
  readonly headline: string | null
  /** The label of the story as it is now; null when the article does not touch it. */
  readonly label: Label | null
}

interface Opening extends Addition {
  readonly id: string
  readonly headline: string
  readonly seq: number
}

const maxSources = 100
const maxHeadlines = 40

/** A story of one article. */
export function openStory({ id, headline, lang, source, nowMs, ...rest }: Opening): StoryRecord {
  const { timeMs, label, seq } = rest
  return {
    id,
    state: 'open',
    size: 1,
    headline,
    headlines: { [lang]: headline },
    pinned: '',
    languages: [lang],
    sources: [source],
    terms: label?.terms ?? [],
    names: label?.names ?? [],
    openedMs: nowMs,
    updatedMs: nowMs,
    firstMs: timeMs,
    lastMs: timeMs,
    openedSeq: seq,
  }
}

/** The story with one article more. */
export function joinStory(story: StoryRecord, addition: Addition): StoryRecord {
  const { lang, source, nowMs, timeMs, label } = addition
  return {
    ...story,
    ...label,
    ...headlinesWith(story, addition),
    size: story.size + 1,
    languages: union(story.languages, [lang]),
    sources: union(story.sources, [source]).slice(0, maxSources),
    updatedMs: nowMs,
    firstMs: Math.min(story.firstMs, timeMs),
    lastMs: Math.max(story.lastMs, timeMs),
  }
}

/** A new language brings its first title; a more typical article brings a better one. */
function headlinesWith(
  { headline, headlines, languages, pinned }: StoryRecord,
  addition: Addition,
): Pick<StoryRecord, 'headline' | 'headlines'> {
  const { lang, headline: title } = addition
  if (title === null) return { headline, headlines }
  const isFull = !(lang in headlines) && Object.keys(headlines).length >= maxHeadlines
  const isMain = lang === languages[0] && pinned === ''
  return {
    headline: isMain ? title : headline,
    headlines: isFull ? headlines : { ...headlines, [lang]: title },
  }
}

/** The survivor with everything of the absorbed story. */
export function mergeStories(
  survivor: StoryRecord,
  absorbed: StoryRecord,
  nowMs: number,
): StoryRecord {
  const headlines = Object.entries({ ...absorbed.headlines, ...survivor.headlines })
  return {
    ...survivor,
    size: survivor.size + absorbed.size,
    headlines: Object.fromEntries(headlines.slice(0, maxHeadlines)),
    languages: union(survivor.languages, absorbed.languages),
    sources: union(survivor.sources, absorbed.sources).slice(0, maxSources),
    openedMs: Math.min(survivor.openedMs, absorbed.openedMs),
    updatedMs: nowMs,
    firstMs: Math.min(survivor.firstMs, absorbed.firstMs),
    lastMs: Math.max(survivor.lastMs, absorbed.lastMs),
  }
}

/** What is told of an article that is counted again. */
export interface CountedArticle {
  readonly id: string
  readonly lang: string
  readonly source: string
  readonly title: string
  readonly timeMs: number
}

/** The facts of a story counted again from its articles, oldest first; `typical` are the articles that give headlines. */
export function recountStory(
  story: StoryRecord,
  { articles, typical, size, nowMs }: Recount,
): StoryRecord {
  const [first] = articles
  if (!first) return { ...story, size, updatedMs: nowMs }
  const headlines: Record<string, string> = {}
  for (const { id, lang, title } of articles) {
    if (!(lang in headlines) || typical.has(id)) headlines[lang] = title
  }
  const pinned = articles.find(({ id }) => id === story.pinned)
  const times = articles.map(({ timeMs }) => timeMs)
  const languages = union(
    story.languages.filter((lang) => lang in headlines),
    articles.map(({ lang }) => lang),
  )
  const main = headlines[languages[0] ?? ''] ?? first.title
  return {
    ...story,
    size,
    headline: pinned?.title ?? main,
    headlines: Object.fromEntries(Object.entries(headlines).slice(0, maxHeadlines)),
    pinned: pinned?.id ?? '',
    languages,
    sources: [...new Set(articles.map(({ source }) => source))].slice(0, maxSources),
    updatedMs: nowMs,
    firstMs: Math.min(...times),
    lastMs: Math.max(...times),
  }
}

interface Recount {
  readonly articles: readonly CountedArticle[]
  readonly typical: ReadonlySet<string>
  readonly size: number
  readonly nowMs: number
}

/** The `story` part of an event. */
export function eventStory(story: StoryRecord): EventStory {
  return {
    id: story.id,
    size: story.size,
    headline: story.headline,
    headlines: { ...story.headlines },
    languages: [...story.languages],
    sources: [...story.sources],
    terms: [...story.terms],
    names: [...story.names],
    openedAt: new Date(story.openedMs).toISOString(),
    updatedAt: new Date(story.updatedMs).toISOString(),
    firstAt: new Date(story.firstMs).toISOString(),
    lastAt: new Date(story.lastMs).toISOString(),
  }
}

function union(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...new Set([...left, ...right])]
}
