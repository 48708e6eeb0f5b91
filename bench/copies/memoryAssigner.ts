import { isCopy } from '../../src/shared/core/copies/overlap.ts'
import { type TitledText, titledText } from '../../src/shared/core/copies/siblings.ts'
import { noTemplates } from '../../src/shared/core/copies/templateMemory.ts'
import { packTemplates } from '../../src/shared/core/copies/templatePacked.ts'
import type { TemplateMemory } from '../../src/shared/core/copies/templateTypes.ts'
import type { Decision } from '../../src/shared/core/stories/decide.ts'
import { commitPlan, createWorld, decide, plan } from '../../src/shared/core/stories/world.ts'
import type { ReadArticle } from '../../src/shared/schemas.ts'
import type { Candidate } from '../../src/workers/assign/copyCandidates.ts'
import { type Anchors, anchorsOfArticle } from '../../src/workers/assign/copyIndex.ts'
import { toIncoming } from '../../src/workers/assign/gathered.ts'
import type { Memory } from '../../src/workers/assign/memory.ts'
import type { TemplateCache } from '../../src/workers/assign/templateCache.ts'
import { createTemplateGuard, type Sifted } from '../../src/workers/assign/templates.ts'
import { createMemoryIndex } from './memoryIndex.ts'

/** What became of an article. */
export interface Assigned {
  readonly article: ReadArticle
  readonly copies: readonly Candidate[]
  /** The page is made from a template. */
  readonly isTemplate: boolean
  readonly decision: Decision
}

/** The assigner's look-up, guard, decision and plan with memory in place of Redis; nothing closes and no version is known again. */
export function createMemoryAssigner(isGuarded: boolean) {
  const memory = emptyMemory()
  const cache = memoryCache()
  const index = createMemoryIndex()
  const guard = createTemplateGuard(cache)
  const micros: number[] = []

  const look = async (article: ReadArticle): Promise<Looked> => {
    const own = await guard.view(article)
    const first = index.find(article, own.lookUp)
    const borrowed = await guard.borrow(article, own, first)
    const view = borrowed ?? own
    const found = borrowed ? index.find(article, view.lookUp) : first
    return { sifted: await guard.sift(article, view, found), store: view.store }
  }

  const lookPlainly = (article: ReadArticle): Looked => {
    const store = anchorsOfArticle(article)
    const copies = index.find(article, store).filter(isCopy)
    return { sifted: { copies, isTemplate: false, page: nothing, learned: null }, store }
  }

  const assign = async (article: ReadArticle): Promise<Assigned> => {
    const start = performance.now()
    const { sifted, store } = isGuarded ? await look(article) : lookPlainly(article)
    micros.push(1_000 * (performance.now() - start))
    const incoming = toIncoming({ memory, article, sifted, nowMs: article.timeMs, place: noPlace })
    const decision = decide(memory.world, incoming)
    const planned = plan(memory.world, incoming, decision)
    commitPlan(memory.world, planned)
    for (const { survivorStoryId, absorbedStoryIds } of planned.merges)
      for (const id of absorbedStoryIds) memory.aliases.set(id, survivorStoryId)
    memory.commits += 1
    index.store({ article, home: decision }, store)
    const { articleId, source } = article
    cache.learn({ ...sifted, articleId, source })
    return { article, copies: sifted.copies, isTemplate: sifted.isTemplate, decision }
  }

  return { assign, memory, micros, memoryBytes: () => cache.largestBytes() }
}

const nothing = titledText('', '')

interface Looked {
  readonly sifted: Sifted
  readonly store: Anchors
}

function noPlace(): never {
  throw new Error('the index of this assigner is in memory')
}

function emptyMemory(): Memory {
  return {
    world: createWorld(),
    stories: new Map(),
    aliases: new Map(),
    generations: new Map(),
    lastCommand: '',
    commits: 0,
  }
}

function memoryCache(): TemplateCache & { largestBytes(): number } {
  const memories = new Map<string, TemplateMemory>()
  const texts = new Map<string, TitledText>()
  return {
    memoriesOf: async (sources) => sources.map((source) => memories.get(source) ?? noTemplates),
    textsOf: async (ids) => ids.map((id) => texts.get(id) ?? nothing),
    learn({ articleId, page, source, learned }) {
      texts.set(articleId, page)
      if (learned) memories.set(source, learned)
    },
    forget() {},
    largestBytes: () =>
      Math.max(0, ...[...memories.values()].map((memory) => packTemplates(memory).length)),
  }
}
