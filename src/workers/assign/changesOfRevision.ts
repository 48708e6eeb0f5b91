import type { ReadArticle, Relation, RevisionFacts } from '../../shared/schemas.ts'
import type { ArticleText } from '../../shared/store/stories.ts'
import { eventArticle } from './articleFields.ts'
import { type Memory, nextCommit, survivingStory } from './memory.ts'
import { noChanges, putStory, type StoryChanges, tellRevision } from './storyChanges.ts'

interface Revising {
  readonly memory: Memory
  readonly article: ReadArticle
  readonly before: ArticleText
  readonly facts: RevisionFacts
  readonly nowMs: number
}

/** What a new version of an article does: its story is updated, and one event tells of it. */
export function changesOfRevision({
  memory,
  article,
  before,
  facts,
  nowMs,
}: Revising): StoryChanges {
  const changes = noChanges()
  const story = memory.stories.get(survivingStory(memory, before.story))
  // a story that is closed has told its last event: the article alone gets its new version
  if (!story) return changes
  const updated = { ...story, updatedMs: nowMs }
  putStory(changes, updated)
  tellRevision(changes, {
    number: nextCommit(memory),
    story: updated,
    article: { ...eventArticle(article), id: before.id },
    relation: {
      kind: before.relation as Relation,
      to: before.relatedTo,
      jaccard: null,
      containment: null,
      credit: article.page.credit,
    },
    receipt: { rule: 'revision' },
    revision: facts,
  })
  return changes
}
