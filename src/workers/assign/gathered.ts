import { createHash } from 'node:crypto'
import type { IncomingArticle } from '../../shared/core/stories/article.ts'
import type { Decision } from '../../shared/core/stories/decide.ts'
import type { EventRelation, ReadArticle } from '../../shared/schemas.ts'
import type { Candidate } from './copyCandidates.ts'
import type { IndexPlace } from './copyIndex.ts'
import { type Memory, nextCommit, survivingStory } from './memory.ts'
import type { Sifted } from './templates.ts'

/** An article with all that was looked up for it. */
export interface Gathered {
  readonly memory: Memory
  readonly article: ReadArticle
  readonly nowMs: number
  readonly sifted: Sifted
  /** Where the fingerprint goes, under the id of the article it stands for. */
  readonly place: (articleId: string) => IndexPlace
}

/** The article as the core takes it; ids of what it may open come from it and the number of its commit. */
export function toIncoming({ memory, article, sifted }: Gathered): IncomingArticle {
  const seq = nextCommit(memory)
  const digest = createHash('sha256')
    .update(`${article.articleId}:${seq}`)
    .digest('hex')
    .slice(0, 20)
  return {
    id: article.articleId,
    seq,
    lang: article.language.lang,
    group: article.language.group,
    features: article.features,
    timeMs: article.timeMs,
    dated: article.dated,
    stub: article.page.stub,
    template: sifted.isTemplate,
    copies: sifted.copies.map((copy) => ({
      articleId: copy.articleId,
      storyId: survivingStory(memory, copy.story),
      clusterId: copy.cluster,
      jaccard: copy.jaccard,
      containment: copy.containment,
      sameText: copy.sameText,
      lang: copy.lang,
    })),
    newStoryId: `s${digest}`,
    newClusterId: `c${digest}`,
  }
}

/** How the article stands to its story; a copy of an article of the same publisher is a later version of it. */
export function relationOf(
  article: ReadArticle,
  { relation, relatedTo }: Decision,
  copies: readonly Candidate[],
): EventRelation {
  const copy = copies.find(({ articleId }) => articleId === relatedTo)
  const isCopy = relation === 'copy' || relation === 'partial'
  return {
    kind: isCopy && copy?.source === article.source ? 'revision' : relation,
    to: relatedTo,
    jaccard: copy ? round(copy.jaccard) : null,
    containment: copy ? round(copy.containment) : null,
    credit: article.page.credit,
  }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
