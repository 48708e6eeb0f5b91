import { createHash } from 'node:crypto'
import type { Context } from '../../shared/context.ts'
import type { IncomingArticle } from '../../shared/core/stories/article.ts'
import { type Decision, decide } from '../../shared/core/stories/decide.ts'
import { commitPlan, type Merge, type Plan, plan } from '../../shared/core/stories/plan.ts'
import { closeExpired, forget } from '../../shared/core/stories/window.ts'
import { PipelineError } from '../../shared/errors.ts'
import { languageGroupLabel } from '../../shared/metrics.ts'
import { done } from '../../shared/outcomes.ts'
import type { EventRelation, ReadArticle } from '../../shared/schemas.ts'
import type { CommitResult } from '../../shared/scripts.ts'
import type { Handler } from '../../shared/stages.ts'
import { joinStory, mergeStories, openStory, type StoryRecord } from '../../shared/storyRecord.ts'
import { articleFields, eventArticle } from './articleFields.ts'
import { sendCommit } from './commit.ts'
import { type Copy, createCopyIndex } from './copyIndex.ts'
import { loadMemory, type Memory, saveLexicon, survivingStory } from './memory.ts'
import {
  noChanges,
  putStory,
  type StoryChanges,
  tellArticle,
  tellClosed,
  tellMerge,
} from './storyChanges.ts'

/** Commits between two looks for stories past their window, and between two savings of document frequencies. */
const closeEvery = 64
const saveLexiconEvery = 512

/** The assigner while it holds the lease. */
export interface Assigner {
  readonly handler: Handler<'assign'>
  /** Saves what commits do not. */
  close(): Promise<void>
}

interface Found {
  readonly incoming: IncomingArticle
  readonly copies: readonly Copy[]
}

/**
 * Handler of `assign`: look for copies → decide → commit → remember. One article at a time; the result is a function of
 * the order of the articles. The memory is loaded at the first article and again whenever Redis disagrees with it.
 */
export function createAssigner(context: Context, fencingToken: number): Assigner {
  const index = createCopyIndex(context)
  let memory: Memory | null = null

  const gather = async (known: Memory, article: ReadArticle): Promise<Found> => {
    const copies = await index.find(article, context.now())
    const records = await context.stories.articles(copies.map((copy) => copy.articleId))
    const candidates = copies.flatMap((copy, at) => {
      const record = records[at]
      if (!record) return []
      const storyId = survivingStory(known, record.story)
      return [{ ...copy, storyId, clusterId: record.cluster, lang: record.lang }]
    })
    return { copies, incoming: toIncoming(article, candidates, known.commits + 1) }
  }

  const handler: Handler<'assign'> = async (article) => {
    memory ??= await loadMemory(context)
    const known = memory
    const found = await gather(known, article)
    const decision = context.step('match', () => decide(known.world, found.incoming))
    const planned = context.step('plan', () => plan(known.world, found.incoming, decision))
    const sources = await sourcesOf(decision)
    const relation = relationOf({ article, decision, copies: found.copies, sources })
    const nowMs = context.now()
    const changes = changesOf({ known, article, decision, planned, relation, nowMs })
    const number = known.commits + 1
    const place = index.place(article, number, nowMs)
    const fields = articleFields({ article, decision, relation, number })
    // until the answer is here nobody knows whether the memory still holds
    memory = null
    const result = await sendCommit(
      { fencingToken, number, nowMs, changes, article: { read: article, fields, place } },
      context,
    )
    checkCharge(result)
    memory = known
    if (result === 'committed') {
      remember(known, changes)
      commitPlan(known.world, found.incoming, planned)
      count(article, { decision, planned, relation, copies: found.copies, nowMs, known })
      await keepHouse(known)
    }
    if (result === 'duplicate') {
      context.metrics.duplicates.inc({ kind: 'url' })
      context.metrics.items.inc({ outcome: 'dropped', reason: 'duplicate_url' })
    }
    return done
  }

  const sourcesOf = async ({ relatedTo }: Decision): Promise<string | null> => {
    if (!relatedTo) return null
    const [record] = await context.stories.articles([relatedTo])
    return record?.source ?? null
  }

  const keepHouse = async (known: Memory) => {
    if (known.commits % closeEvery === 0) await closeStories(known)
    if (known.commits % saveLexiconEvery === 0) await saveLexicon(known, context)
  }

  const closeStories = async (known: Memory) => {
    const closed = closeExpired(known.world)
    if (closed.length === 0) return
    const nowMs = context.now()
    const changes = noChanges()
    for (const { storyId, clusterIds } of closed) {
      const record = known.stories.get(storyId)
      changes.closedClusters.push(...clusterIds)
      if (!record) continue
      const story: StoryRecord = { ...record, state: 'closed' }
      putStory(changes, story)
      tellClosed(changes, story)
    }
    memory = null
    const number = known.commits + 1
    checkCharge(await sendCommit({ fencingToken, number, nowMs, changes, article: null }, context))
    memory = known
    remember(known, changes)
    forget(known.world, closed)
    context.metrics.stories.inc({ event: 'closed' }, closed.length)
  }

  const count = (article: ReadArticle, facts: Counted) => {
    const { metrics } = context
    const { decision, planned, relation, copies, nowMs, known } = facts
    metrics.items.inc({ outcome: 'clustered', reason: '' })
    metrics.articles.inc({
      relation: relation.kind,
      language_group: languageGroupLabel(article.language.group),
    })
    metrics.stories.inc({ event: decision.action === 'open' ? 'opened' : 'joined' })
    if (planned.merges.length > 0) metrics.stories.inc({ event: 'merged' }, planned.merges.length)
    metrics.openStories.set(known.stories.size)
    metrics.storySize.observe(known.stories.get(decision.storyId)?.size ?? 1)
    const sameText = copies.some((copy) => copy.sameText)
    if (sameText) metrics.duplicates.inc({ kind: 'text' })
    else if (relation.kind === 'copy' || relation.kind === 'partial')
      metrics.duplicates.inc({ kind: relation.kind })
    if (article.dated) metrics.freshness.observe(Math.max(0, nowMs - article.timeMs) / 1_000)
  }

  return {
    handler,
    async close() {
      if (memory) await saveLexicon(memory, context)
    },
  }
}

interface Counted {
  readonly decision: Decision
  readonly planned: Plan
  readonly relation: EventRelation
  readonly copies: readonly Copy[]
  readonly nowMs: number
  readonly known: Memory
}

function checkCharge(result: CommitResult): void {
  if (result === 'fenced') throw new PipelineError('fenced', 'another assigner is in charge')
  if (result === 'conflict')
    throw new PipelineError('commit_conflict', 'Redis has moved on: the memory is loaded again')
}

function toIncoming(
  article: ReadArticle,
  copies: IncomingArticle['copies'],
  seq: number,
): IncomingArticle {
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
    copies,
    newStoryId: `s${digest}`,
    newClusterId: `c${digest}`,
  }
}

interface Related {
  readonly article: ReadArticle
  readonly decision: Decision
  readonly copies: readonly Copy[]
  /** Publisher of the related article. */
  readonly sources: string | null
}

/** A copy of an article of the same publisher is a later version of it. */
function relationOf({ article, decision, copies, sources }: Related): EventRelation {
  const copy = copies.find(({ articleId }) => articleId === decision.relatedTo)
  const isCopy = decision.relation === 'copy' || decision.relation === 'partial'
  return {
    kind: isCopy && sources === article.source ? 'revision' : decision.relation,
    to: decision.relatedTo,
    jaccard: copy ? round(copy.jaccard) : null,
    containment: copy ? round(copy.containment) : null,
    credit: article.page.credit,
  }
}

interface Deciding {
  readonly known: Memory
  readonly article: ReadArticle
  readonly decision: Decision
  readonly planned: Plan
  readonly relation: EventRelation
  readonly nowMs: number
}

function changesOf({ known, article, decision, planned, relation, nowMs }: Deciding): StoryChanges {
  const changes = noChanges()
  const story = storyWith({ known, article, decision, nowMs })
  putStory(changes, story).articles.push([article.articleId, article.timeMs])
  tellArticle(changes, {
    opened: decision.action === 'open',
    story,
    article: eventArticle(article),
    relation,
    receipt: { ...decision.receipt },
  })
  for (const cluster of planned.clusters) changes.clusters.set(cluster.id, JSON.stringify(cluster))
  changes.closedClusters.push(...planned.droppedClusterIds)
  for (const merge of planned.merges) addMerge({ known, changes, merge, nowMs })
  return changes
}

function storyWith({
  known,
  article,
  decision,
  nowMs,
}: Omit<Deciding, 'planned' | 'relation'>): StoryRecord {
  const addition = { lang: article.language.lang, source: article.source, nowMs }
  const before = decision.action === 'join' ? known.stories.get(decision.storyId) : undefined
  if (before) return joinStory(before, addition)
  return openStory({
    ...addition,
    id: decision.storyId,
    headline: article.page.title,
    seq: known.commits + 1,
  })
}

interface Merging {
  readonly known: Memory
  readonly changes: StoryChanges
  readonly merge: Merge
  readonly nowMs: number
}

function addMerge({ known, changes, merge, nowMs }: Merging): void {
  const find = (id: string) => changes.stories.get(id)?.record ?? known.stories.get(id)
  const first = find(merge.survivorStoryId)
  if (!first || merge.absorbedStoryIds.length === 0) return
  let survivor = first
  for (const id of merge.absorbedStoryIds) {
    const absorbed = find(id)
    if (!absorbed) continue
    survivor = mergeStories(survivor, absorbed, nowMs)
    putStory(changes, { ...absorbed, state: 'merged' })
    putStory(changes, survivor).absorbs.push(id)
    changes.aliases.set(id, survivor.id)
  }
  tellMerge(changes, { survivor, merged: merge.absorbedStoryIds, receipt: { ...merge.receipt } })
}

function remember(known: Memory, changes: StoryChanges): void {
  for (const { record } of changes.stories.values()) {
    if (record.state === 'open') known.stories.set(record.id, record)
    else known.stories.delete(record.id)
  }
  for (const [from, to] of changes.aliases) known.aliases.set(from, to)
  known.commits += 1
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
