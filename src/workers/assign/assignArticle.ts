import { createHash } from 'node:crypto'
import type { Context } from '../../shared/context.ts'
import { packTemplates } from '../../shared/core/copies/templatePacked.ts'
import type { IncomingArticle } from '../../shared/core/stories/article.ts'
import { type Decision, decide } from '../../shared/core/stories/decide.ts'
import { commitPlan, plan } from '../../shared/core/stories/plan.ts'
import { closeExpired, forget } from '../../shared/core/stories/window.ts'
import { PipelineError } from '../../shared/errors.ts'
import { done } from '../../shared/outcomes.ts'
import type { EventRelation, ReadArticle } from '../../shared/schemas.ts'
import type { CommitResult } from '../../shared/scripts.ts'
import type { Handler } from '../../shared/stages.ts'
import { articleFields, versionFields } from './articleFields.ts'
import { changesOfDecision, type Decided } from './changesOfDecision.ts'
import { changesOfRevision } from './changesOfRevision.ts'
import { createClockWatch } from './clockWatch.ts'
import { type Commit, sendCommit } from './commit.ts'
import { type Candidate, createCopyIndex, type IndexPlace } from './copyIndex.ts'
import { countDecision, countDuplicateUrl, countSameArticle } from './countDecision.ts'
import { loadMemory, type Memory, remember, saveLexicon, survivingStory } from './memory.ts'
import { findEarlierVersion, isChanged, type LaterVersion, revisionFacts } from './revise.ts'
import { noChanges, putStory, tellClosed } from './storyChanges.ts'
import { createTemplateCache } from './templateCache.ts'
import { createTemplateGuard, type Sifted } from './templates.ts'

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
  const templates = createTemplateCache(context)
  const guard = createTemplateGuard(templates)
  const clocks = createClockWatch(context)
  let trusted: Memory | null = null

  const load = async (): Promise<Memory> => {
    templates.forget()
    const memory = await loadMemory(context)
    context.metrics.openStories.set(memory.stories.size)
    return memory
  }

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
    context.metrics.commits.inc({ result })
    if (result === 'fenced') throw new PipelineError('fenced', 'another assigner is in charge')
    if (result === 'conflict')
      throw new PipelineError('commit_conflict', 'Redis has moved on: the memory is loaded again')
    if (result === 'committed') remember(memory, commit)
    trusted = memory
    return result
  }

  const handler: Handler<'assign'> = async (article) => {
    const memory = trusted ?? (await load())
    const nowMs = context.now()
    const index = createCopyIndex(context, memory.generations)
    const moment = { nowMs, number: memory.commits + 1 }
    const own = await guard.view(article)
    const first = await index.find(article, own.lookUp, moment)
    const borrowed = await guard.borrow(article, own, first)
    const view = borrowed ?? own
    const found = borrowed ? await index.find(article, view.lookUp, moment) : first
    const sifted = await guard.sift(article, view, found)
    const place = (articleId: string) =>
      index.place({ article, articleId, anchors: view.store }, moment)
    const gathered: Gathered = { memory, article, nowMs, sifted, place }
    const earlier = await findEarlierVersion(context, article, sifted.copies)
    if (earlier) await revise(gathered, earlier)
    else if (article.version === null) await assign(gathered)
    return done
  }

  const assign = async (gathered: Gathered): Promise<void> => {
    const { memory, article, nowMs, sifted, place } = gathered
    const { copies } = sifted
    const incoming = toIncoming(gathered)
    const decision = context.step('match', () => decide(memory.world, incoming))
    const planned = context.step('plan', () => plan(memory.world, incoming, decision))
    const relation = relationOf(article, decision, copies)
    const decided: Decided = { memory, article, decision, planned, relation, nowMs }
    const number = memory.commits + 1
    const id = article.articleId
    const result = await send(memory, {
      nowMs,
      changes: changesOfDecision(decided),
      article: {
        read: article,
        id,
        fields: articleFields({ article, decision, relation, number }),
        place: place(id),
        templates: sifted.learned && packTemplates(sifted.learned),
        outcome: 'clustered',
        revision: 1,
      },
    })
    if (result === 'duplicate') countDuplicateUrl(context.metrics)
    if (result !== 'committed') return
    commitPlan(memory.world, incoming, planned)
    templates.learn({ ...sifted, articleId: id, source: article.source })
    countDecision(context.metrics, decided, copies)
    clocks.observe(article)
    await keepHouse(memory, nowMs)
  }

  const revise = async (
    { memory, article, nowMs, sifted, place }: Gathered,
    later: LaterVersion,
  ): Promise<void> => {
    const { before, revision } = later
    const outcome = 'dropped:same_article'
    if (!isChanged(revision)) {
      const isNew = await context.entries.settle(article.entryId, outcome)
      if (isNew) countSameArticle(context.metrics)
      return
    }
    const facts = revisionFacts(later)
    const result = await send(memory, {
      nowMs,
      changes: changesOfRevision({ memory, article, before, facts, nowMs }),
      article: {
        read: article,
        id: before.id,
        fields: ['revision', String(facts.number), ...versionFields(article)],
        place: place(before.id),
        templates: null,
        outcome,
        revision: facts.number,
      },
    })
    if (result === 'committed') {
      templates.learn({
        text: sifted.text,
        learned: null,
        articleId: before.id,
        source: article.source,
      })
      context.metrics.revisions.inc({ grade: facts.grade })
      if (article.version === null) countSameArticle(context.metrics)
    }
  }

  const keepHouse = async (memory: Memory, nowMs: number) => {
    const { commits } = memory
    if (commits % closeEvery === 0) {
      await closeStories(memory, nowMs)
      await clocks.save()
    }
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
    context.metrics.openStories.set(memory.stories.size)
  }

  return {
    handler,
    async save() {
      if (trusted) await saveLexicon(trusted, context)
      await clocks.save()
    },
  }
}

/** An article with all that was looked up for it. */
interface Gathered {
  readonly memory: Memory
  readonly article: ReadArticle
  readonly nowMs: number
  readonly sifted: Sifted
  /** Where the fingerprint goes, under the id of the article it stands for. */
  readonly place: (articleId: string) => IndexPlace
}

function toIncoming({ memory, article, sifted }: Gathered): IncomingArticle {
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
    template: sifted.isTemplate,
    copies: sifted.copies.map((copy) => ({
      articleId: copy.articleId,
      storyId: survivingStory(memory, copy.story),
      clusterId: copy.cluster,
      jaccard: copy.jaccard,
      containment: copy.containment,
      lang: copy.lang,
    })),
    newStoryId: `s${digest}`,
    newClusterId: `c${digest}`,
  }
}

/** A copy of an article of the same publisher is a later version of it. */
function relationOf(
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
