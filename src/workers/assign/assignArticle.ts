import type { Context } from '../../shared/context.ts'
import { packTemplates } from '../../shared/core/copies/templatePacked.ts'
import { decide } from '../../shared/core/stories/decide.ts'
import { commitPlan, plan } from '../../shared/core/stories/plan.ts'
import { oneAtATime } from '../../shared/lifecycle.ts'
import { done } from '../../shared/outcomes.ts'
import type { Handler } from '../../shared/stages.ts'
import { articleFields, versionFields } from './articleFields.ts'
import { changesOfDecision, type Decided } from './changesOfDecision.ts'
import { changesOfRevision } from './changesOfRevision.ts'
import { createClockWatch } from './clockWatch.ts'
import { createCommitter } from './committer.ts'
import { createCopyIndex } from './copyIndex.ts'
import { countDecision, countDuplicateUrl, countSameArticle } from './countDecision.ts'
import { type Gathered, relationOf, toIncoming } from './gathered.ts'
import { keepHouse } from './keepHouse.ts'
import { nextCommit } from './memory.ts'
import { type Answer, type Order, obey } from './obey.ts'
import { findEarlierVersion, isChanged, type LaterVersion, revisionFacts } from './revise.ts'
import { createTemplateCache } from './templateCache.ts'
import { createTemplateGuard } from './templates.ts'

/** The assigner while it holds the lease. */
export interface Assigner {
  readonly handler: Handler<'assign'>
  /** Obeys the orders that wait. */
  obeyAll(): Promise<void>
  /** Obeys one order. */
  obey(order: Order): Promise<Answer>
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
  const committer = createCommitter(context, { fencingToken, onLoad: templates.forget })

  const inTurn = oneAtATime()

  const handle: Handler<'assign'> = async (article) => {
    const memory = await keepHouse(context, { committer, clocks })
    const nowMs = context.now()
    const index = createCopyIndex(context, memory.generations)
    const streamMs = Math.max(memory.world.highWaterMs, article.timeMs)
    const moment = { streamMs, number: nextCommit(memory) }
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
    const decided: Decided = { memory, article, incoming, decision, planned, relation, nowMs }
    const number = nextCommit(memory)
    const id = article.articleId
    const result = await committer.send(memory, {
      nowMs,
      changes: changesOfDecision(decided),
      input: { kind: 'article', article },
      counted: planned.counted,
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
    commitPlan(memory.world, planned)
    templates.learn({ ...sifted, articleId: id, source: article.source })
    countDecision(context.metrics, decided, copies)
    clocks.observe(article)
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
    const result = await committer.send(memory, {
      nowMs,
      changes: changesOfRevision({ memory, article, before, facts, nowMs }),
      input: { kind: 'article', article },
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
        page: sifted.page,
        learned: null,
        articleId: before.id,
        source: article.source,
      })
      context.metrics.revisions.inc({ grade: facts.grade })
      if (article.version === null) countSameArticle(context.metrics)
    }
  }

  const obeyOne = async (order: Order) =>
    obey(context, { committer, memory: await keepHouse(context, { committer, clocks }) }, order)

  return {
    handler: (article) => inTurn(() => handle(article)),
    obey: (order) => inTurn(() => obeyOne(order)),
    async obeyAll() {
      if (!(await context.commands.areWaiting())) return
      await inTurn(async () => {
        const { lastCommand } = await committer.memory()
        for (const waiting of await context.commands.after(lastCommand))
          await obeyOne({ ...waiting, nowMs: context.now() })
      })
    },
    async save() {
      await committer.save()
      await clocks.save()
    },
  }
}
