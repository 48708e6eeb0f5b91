import type { WirefoldEvent, WirefoldStory } from '../shared/client/eventTypes.ts'

/** A story as lists show it. */
export interface ListedStory {
  readonly story: WirefoldStory
  readonly state: 'open' | 'closed'
  /** Number of the last event that is in it. */
  readonly seq: number
}

/** What a list asks for; what is absent does not matter. */
export interface StoryFilter {
  readonly language?: string | undefined
  readonly source?: string | undefined
  /** Changed at this time or later, ms. */
  readonly sinceMs?: number | undefined
  readonly minSize?: number | undefined
  /** Every word stands in the headline, case and accents apart. */
  readonly text?: string | undefined
  readonly state?: 'open' | 'closed' | undefined
}

/** Where a list goes on: after this story, in the order of the list. */
export interface ListPosition {
  readonly updatedMs: number
  readonly id: string
}

/** One page of a list, and where the next begins; null = that was all. */
export interface ListPage {
  readonly stories: readonly ListedStory[]
  readonly next: ListPosition | null
}

interface Kept extends ListedStory {
  readonly updatedMs: number
  readonly words: string
}

/** Stories kept in memory: about 1.8 KB each. Those that have changed longest ago make room. */
export const mostStories = 50_000

/** The stories of the present, newest change first, kept up to date by events. */
export function createStoryIndex() {
  const stories = new Map<string, Kept>()
  const languages = new Map<string, number>()
  let ordered: readonly Kept[] = []
  /** Ids of stories that stand wrong in `ordered`, or are not in it. */
  const changed = new Set<string>()

  const count = ({ story }: ListedStory, step: 1 | -1): void => {
    for (const tag of story.languages) {
      const number = (languages.get(tag) ?? 0) + step
      if (number > 0) languages.set(tag, number)
      else languages.delete(tag)
    }
  }
  const forget = (id: string): void => {
    const known = stories.get(id)
    if (!known) return
    count(known, -1)
    stories.delete(id)
    changed.add(id)
  }
  const put = (listed: ListedStory): void => {
    const { story, seq } = listed
    const updatedMs = Date.parse(story.updatedAt)
    if (Number.isNaN(updatedMs) || (stories.get(story.id)?.seq ?? -1) >= seq) return
    forget(story.id)
    count(listed, 1)
    stories.set(story.id, { ...listed, updatedMs, words: folded(story.headline) })
    changed.add(story.id)
  }
  // few change between two lists: the others keep their order
  const inOrder = (): readonly Kept[] => {
    if (changed.size === 0) return ordered
    const moved = [...changed].flatMap((id) => stories.get(id) ?? []).sort(byChange)
    const resting = ordered.filter(({ story }) => !changed.has(story.id))
    ordered = merged(moved, resting)
    changed.clear()
    if (ordered.length <= mostStories) return ordered
    for (const { story } of ordered.slice(mostStories)) forget(story.id)
    changed.clear()
    ordered = ordered.slice(0, mostStories)
    return ordered
  }
  return {
    put,

    /** Takes in one event of the stream. */
    apply({ type, seq, data }: WirefoldEvent): void {
      const wasClosed = stories.get(data.story.id)?.state === 'closed'
      const state = wasClosed || type === 'wirefold.story.closed.v1' ? 'closed' : 'open'
      put({ story: data.story, state, seq: Number(seq) })
      // the story split off has no event of its own yet: any that comes is newer
      if (type === 'wirefold.story.split.v1' && data.toStory)
        put({ story: data.toStory, state: 'open', seq: 0 })
      if (type !== 'wirefold.story.merged.v1') return
      for (const id of data.merged) forget(id)
    },

    get(id: string): ListedStory | null {
      return stories.get(id) ?? null
    },

    list(filter: StoryFilter, after: ListPosition | null, limit: number): ListPage {
      const all = inOrder()
      const wanted = { ...filter, words: wordsOf(filter.text ?? '') }
      const found: Kept[] = []
      for (let at = after ? firstAfter(all, after) : 0; at < all.length; at += 1) {
        const story = all[at]
        if (!story || !matches(story, wanted)) continue
        if (found.length === limit) return { stories: found, next: positionOf(found.at(-1)) }
        found.push(story)
      }
      return { stories: found, next: null }
    },

    /** Languages there are stories in, for a menu. */
    languages(): readonly string[] {
      return [...languages.keys()].sort()
    },

    get size(): number {
      return stories.size
    },
  }
}

export type StoryIndex = ReturnType<typeof createStoryIndex>

function byChange(left: Kept, right: Kept): number {
  return right.updatedMs - left.updatedMs || (left.story.id < right.story.id ? -1 : 1)
}

/** Two lists in order as one. */
function merged(one: readonly Kept[], other: readonly Kept[]): readonly Kept[] {
  const all: Kept[] = []
  let at = 0
  for (const story of other) {
    for (let next = one[at]; next && byChange(next, story) < 0; next = one[at]) {
      all.push(next)
      at += 1
    }
    all.push(story)
  }
  return [...all, ...one.slice(at)]
}

/** Index of the first story behind the position, by bisection. */
function firstAfter(all: readonly Kept[], { updatedMs, id }: ListPosition): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const story = all[middle]
    const isBefore =
      story &&
      (story.updatedMs > updatedMs || (story.updatedMs === updatedMs && story.story.id <= id))
    if (isBefore) low = middle + 1
    else high = middle
  }
  return low
}

function positionOf(story: Kept | undefined): ListPosition | null {
  return story ? { updatedMs: story.updatedMs, id: story.story.id } : null
}

type Wanted = Omit<StoryFilter, 'text'> & { readonly words: readonly string[] }

function matches({ story, state, updatedMs, words }: Kept, filter: Wanted): boolean {
  return (
    (filter.language === undefined || story.languages.includes(filter.language)) &&
    (filter.source === undefined || story.sources.includes(filter.source)) &&
    (filter.sinceMs === undefined || updatedMs >= filter.sinceMs) &&
    (filter.minSize === undefined || story.size >= filter.minSize) &&
    (filter.state === undefined || state === filter.state) &&
    filter.words.every((word) => words.includes(word))
  )
}

const wordsOf = (text: string) => folded(text).split(' ')

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
}
