import type {
  EventArticle,
  EventData,
  EventRelation,
  EventType,
  RevisionFacts,
} from '../../shared/schemas.ts'
import { eventStory, type StoryRecord } from '../../shared/storyRecord.ts'

/** One event to be written; its `seq` is given by the commit. */
export interface DraftEvent<T extends EventType = EventType> {
  readonly type: T
  readonly id: string
  readonly storyId: string
  readonly lang: string
  readonly relation: string
  readonly data: EventData<T>
}

/** What happens to one story in a commit. */
interface StoryChange {
  record: StoryRecord
  /** Article id and its time, ms. */
  readonly articles: [string, number][]
  /** Stories whose articles come over. */
  readonly absorbs: string[]
  /** Articles that go to another story. */
  readonly loses: string[]
}

/** Collects what one commit does to stories, and the events that tell of it. */
export interface StoryChanges {
  readonly stories: Map<string, StoryChange>
  readonly events: DraftEvent[]
  /** Merged story id → surviving id. */
  readonly aliases: Map<string, string>
  readonly closedClusters: string[]
  readonly clusters: Map<string, string>
  /** Article id → where it is from now on. */
  readonly moved: Map<string, { readonly story: string; readonly cluster: string }>
  /** Story id → stories it is kept apart from; an empty list = none any more. */
  readonly apart: Map<string, readonly string[]>
}

/** Nothing happens yet. */
export function noChanges(): StoryChanges {
  return {
    stories: new Map(),
    events: [],
    aliases: new Map(),
    closedClusters: [],
    clusters: new Map(),
    moved: new Map(),
    apart: new Map(),
  }
}

/** The story gets this state. */
export function putStory(changes: StoryChanges, record: StoryRecord): StoryChange {
  const known = changes.stories.get(record.id)
  if (known) {
    known.record = record
    return known
  }
  const change: StoryChange = { record, articles: [], absorbs: [], loses: [] }
  changes.stories.set(record.id, change)
  return change
}

interface ArticleEvent {
  /** Number of the commit: an article whose record has expired may come back, and is told anew. */
  readonly number: number
  readonly opened: boolean
  readonly story: StoryRecord
  readonly article: EventArticle
  readonly relation: EventRelation
  readonly receipt: Record<string, unknown>
}

/** An article opened or joined a story. */
export function tellArticle(changes: StoryChanges, event: ArticleEvent): void {
  const { number, opened, story, article, relation, receipt } = event
  const kind = opened ? 'opened' : 'joined'
  changes.events.push({
    type: `wirefold.story.${kind}.v1`,
    id: `${article.id}.${number}.${kind}`,
    storyId: story.id,
    lang: article.lang,
    relation: relation.kind,
    data: { story: eventStory(story), article, relation, receipt },
  })
}

interface RevisionEvent extends Omit<ArticleEvent, 'opened'> {
  readonly revision: RevisionFacts
}

/** An article has a new version. */
export function tellRevision(changes: StoryChanges, event: RevisionEvent): void {
  const { number, story, article, relation, receipt, revision } = event
  changes.events.push({
    type: 'wirefold.article.revised.v1',
    id: `${article.id}.${number}.revised`,
    storyId: story.id,
    lang: article.lang,
    relation: relation.kind,
    data: { story: eventStory(story), article, relation, receipt, revision },
  })
}

interface MergeEvent {
  readonly survivor: StoryRecord
  readonly merged: readonly string[]
  readonly receipt: Record<string, unknown>
}

/** Stories went into another. */
export function tellMerge(changes: StoryChanges, { survivor, merged, receipt }: MergeEvent): void {
  changes.events.push({
    type: 'wirefold.story.merged.v1',
    id: `${survivor.id}.${merged.join('.')}.merged`,
    storyId: survivor.id,
    lang: '',
    relation: '',
    data: { story: eventStory(survivor), merged: [...merged], receipt },
  })
}

interface SplitEvent {
  readonly story: StoryRecord
  readonly to: StoryRecord
  readonly articles: readonly { readonly id: string; readonly url: string }[]
  readonly receipt: Record<string, unknown>
}

/** Articles of a story have become a story of their own. */
export function tellSplit(
  changes: StoryChanges,
  { story, to, articles, receipt }: SplitEvent,
): void {
  changes.events.push({
    type: 'wirefold.story.split.v1',
    id: `${story.id}.${to.id}.split`,
    storyId: story.id,
    lang: '',
    relation: '',
    data: {
      story: eventStory(story),
      to: to.id,
      articles: [...articles],
      toStory: eventStory(to),
      receipt,
    },
  })
}

interface UpdateEvent {
  readonly story: StoryRecord
  /** Tells this update from others of the story. */
  readonly cause: string
  readonly receipt: Record<string, unknown>
}

/** The facts of a story have changed without an article. */
export function tellUpdate(changes: StoryChanges, { story, cause, receipt }: UpdateEvent): void {
  changes.events.push({
    type: 'wirefold.story.updated.v1',
    id: `${story.id}.${cause}.updated`,
    storyId: story.id,
    lang: '',
    relation: '',
    data: { story: eventStory(story), receipt },
  })
}

/** A story takes no more articles. */
export function tellClosed(changes: StoryChanges, story: StoryRecord): void {
  changes.events.push({
    type: 'wirefold.story.closed.v1',
    id: `${story.id}.closed`,
    storyId: story.id,
    lang: '',
    relation: '',
    data: { story: eventStory(story) },
  })
}
