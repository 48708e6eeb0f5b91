import { createHash } from 'node:crypto'
import type { Context } from '../../shared/context.ts'
import type { IncomingArticle } from '../../shared/core/stories/article.ts'
import { type Decision, decide } from '../../shared/core/stories/decide.ts'
import { commitPlan, plan } from '../../shared/core/stories/plan.ts'
import { closeExpired, forget } from '../../shared/core/stories/window.ts'
import { PipelineError } from '../../shared/errors.ts'
import { done } from '../../shared/outcomes.ts'
import type { EventRelation, ReadArticle } from '../../shared/schemas.ts'
import type { CommitResult } from '../../shared/scripts.ts'
import type { Handler } from '../../shared/stages.ts'
import { articleFields } from './articleFields.ts'
import { changesOfDecision, type Decided } from './changesOfDecision.ts'
import { type Commit, sendCommit } from './commit.ts'
import { type Copy, createCopyIndex } from './copyIndex.ts'
import { countDecision } from './countDecision.ts'
import { loadMemory, type Memory, remember, saveLexicon, survivingStory } from './memory.ts'
import { noChanges, putStory, tellClosed } from './storyChanges.ts'

/** Commits between two looks for stories past their window, and between two savings of document frequencies. */
const closeEvery = 64
const saveEvery = 512
/** Stories closed in one commit: keeps the script short after a long gap in the news. */
const mostClosed = 256

/** The assigner while it holds the lease. */
export interface Assigner {
  readonly handler: Handler<'assign'>
  /** Saves what commits do not. Only for the holder of the lease: another one has newer things to save. */
  save(): Promise<void>
}

/**
 * Handler of `assign`: look for copies → decide → commit → remember. One article at a time; the result is a function of
 * the order of the articles. The memory is loaded at the first article and again whenever Redis disagrees with it.
 */
export function createAssigner(context: Context, fencingToken: number): Assigner {
  const index = createCopyIndex(context)
  let trusted: Memory | null = null

  // Until the answer is here nobody knows whether the memory still holds.
  const send = async (
    memory: Memory,
    commit: Omit<Commit, 'fencingToken' | 'number'>,
  ): Promise<CommitResult> => {
    trusted = null
    const result = await sendCommit(
      { ...commit, fencingToken, number: memory.commits + 1 },
      context,
    )
    if (result === 'fenced') throw new PipelineError('fenced', 'another assigner is in charge')
    if (result === 'conflict')
      throw new PipelineError('commit_conflict', 'Redis has moved on: the memory is loaded again')
    if (result === 'committed') remember(memory, commit.changes)
    trusted = memory
    return result
  }

  const handler: Handler<'assign'> = async (article) => {
    const memory = trusted ?? (await loadMemory(context))
    const nowMs = context.now()
    const copies = await index.find(article, nowMs)
    const incoming = await toIncoming(context, memory, { article, copies })
    const decision = context.step('match', () => decide(memory.world, incoming))
    const planned = context.step('plan', () => plan(memory.world, incoming, decision))
    const relation = await relationOf(context, { article, decision, copies })
    const decided: Decided = { memory, article, decision, planned, relation, nowMs }
    const number = memory.commits + 1
    const place = index.place(article, number, nowMs)
    const fields = articleFields({ article, decision, relation, number })
    const changes = changesOfDecision(decided)
    const result = await send(memory, { nowMs, changes, article: { read: article, fields, place } })
    if (result === 'committed') {
      commitPlan(memory.world, incoming, planned)
      countDecision(context.metrics, decided, copies)
      await keepHouse(memory, nowMs)
    }
    if (result === 'duplicate') {
      context.metrics.duplicates.inc({ kind: 'url' })
      context.metrics.items.inc({ outcome: 'dropped', reason: 'duplicate_url' })
    }
    return done
  }

  const keepHouse = async (memory: Memory, nowMs: number) => {
    const { commits } = memory
    if (commits % closeEvery === 0) await closeStories(memory, nowMs)
    if (commits % saveEvery === 0) {
      await saveLexicon(memory, context)
      await context.stories.forgetOlderThan(nowMs - context.config.ARTICLE_TTL_HOURS * 3_600_000)
    }
  }

  const closeStories = async (memory: Memory, nowMs: number) => {
    const closed = closeExpired(memory.world).slice(0, mostClosed)
    if (closed.length === 0) return
    const changes = noChanges()
    for (const { storyId, clusterIds } of closed) {
      const record = memory.stories.get(storyId)
      changes.closedClusters.push(...clusterIds)
      if (record) tellClosed(changes, putStory(changes, { ...record, state: 'closed' }).record)
    }
    await send(memory, { nowMs, changes, article: null })
    forget(memory.world, closed)
    context.metrics.stories.inc({ event: 'closed' }, closed.length)
  }

  return {
    handler,
    async save() {
      if (trusted) await saveLexicon(trusted, context)
    },
  }
}

interface Gathered {
  readonly article: ReadArticle
  readonly copies: readonly Copy[]
}

async function toIncoming(
  { stories }: Context,
  memory: Memory,
  { article, copies }: Gathered,
): Promise<IncomingArticle> {
  const records = await stories.articles(copies.map((copy) => copy.articleId))
  const seq = memory.commits + 1
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
    copies: copies.flatMap((copy, at) => {
      const record = records[at]
      if (!record) return []
      const { cluster: clusterId, lang } = record
      return [{ ...copy, storyId: survivingStory(memory, record.story), clusterId, lang }]
    }),
    newStoryId: `s${digest}`,
    newClusterId: `c${digest}`,
  }
}

interface Deciding extends Gathered {
  readonly decision: Decision
}

/** A copy of an article of the same publisher is a later version of it. */
async function relationOf(
  { stories }: Context,
  { article, decision, copies }: Deciding,
): Promise<EventRelation> {
  const { relation, relatedTo } = decision
  const copy = copies.find(({ articleId }) => articleId === relatedTo)
  const isCopy = relation === 'copy' || relation === 'partial'
  const [original] = isCopy && relatedTo ? await stories.articles([relatedTo]) : []
  return {
    kind: original?.source === article.source ? 'revision' : relation,
    to: relatedTo,
    jaccard: copy ? round(copy.jaccard) : null,
    containment: copy ? round(copy.containment) : null,
    credit: article.page.credit,
  }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
