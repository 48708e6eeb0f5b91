import type { MarkedText } from '../../shared/core/copies/markedText.ts'
import { isCopy } from '../../shared/core/copies/overlap.ts'
import { findSiblings, type TitledText, titledText } from '../../shared/core/copies/siblings.ts'
import {
  isTemplatePage,
  learnTemplate,
  noTemplates,
  readTemplate,
  type TemplateReading,
} from '../../shared/core/copies/templateMemory.ts'
import { templateAnchors } from '../../shared/core/copies/templateRest.ts'
import type { TemplateMemory } from '../../shared/core/copies/templateTypes.ts'
import type { ReadArticle } from '../../shared/schemas.ts'
import { storedText } from '../../shared/store/stories.ts'
import type { Candidate } from './copyCandidates.ts'
import { type Anchors, anchorsOfArticle, packAnchors } from './copyIndex.ts'
import type { TemplateCache } from './templateCache.ts'

/** An article seen against templates: its source's own, or those of a source that knows more of it. */
export interface TemplateView {
  readonly page: TitledText
  readonly reading: TemplateReading
  /** Memory of its source, and the family the page has there. */
  readonly memory: TemplateMemory
  readonly family: number
  /** By which keys the index is asked, and under which the article is stored. */
  readonly lookUp: Anchors
  readonly store: Anchors
}

/** Candidates without those that only have the same skeleton. */
export interface Sifted {
  readonly copies: readonly Candidate[]
  /** The page is made from a template. */
  readonly isTemplate: boolean
  /** The page, and the memory of its source after it; null when nothing was learned. */
  readonly page: TitledText
  readonly learned: TemplateMemory | null
}

/** Pages of one source that overlap less than this cannot be mistaken for copies, nor teach a template. */
const leastSkeleton = 0.1
/** Two outlets' own reports of one event overlap less than this: what overlaps more is a copy, or made from one template. */
const leastForeign = 0.25
/** What a source without templates knows of a page. */
const nothingRead: TemplateReading = {
  family: -1,
  templateShare: 0,
  skeletonShingles: new Uint8Array(0),
  skeletonTokens: new Uint8Array(0),
}
/** How much more of a page another source must know for its templates to be borrowed. */
const leastGain = 0.1

/** Keeps look-alike pages (weather, markets, fixtures) from counting as copies of each other. */
export function createTemplateGuard(cache: TemplateCache) {
  return {
    /** The article against the templates of its own source. */
    async view(article: ReadArticle): Promise<TemplateView> {
      const [memory = noTemplates] = await cache.memoriesOf([article.source])
      const page = titledText(article.page.title, storedText(article.page.paragraphs))
      const reading = memory.length === 0 ? nothingRead : readTemplate(memory, page.text.tokens)
      const whole = anchorsOfArticle(article)
      const view = { page, reading, memory, family: reading.family, lookUp: whole, store: whole }
      return withReading(view, reading)
    },

    /** A better view when the source of a candidate knows the template the page is made from; else null. */
    async borrow(
      article: ReadArticle,
      view: TemplateView,
      found: readonly Candidate[],
    ): Promise<TemplateView | null> {
      const sources = new Set(found.map(({ source }) => source))
      sources.delete(article.source)
      const memories = (await cache.memoriesOf([...sources])).filter((memory) => memory.length > 0)
      const readings = memories.map((memory) => readTemplate(memory, view.page.text.tokens))
      const [best] = readings.sort((left, right) => right.templateShare - left.templateShare)
      const isBetter = best && best.templateShare >= view.reading.templateShare + leastGain
      return isBetter ? withReading(view, best) : null
    },

    /** Parts copies from siblings, and learns from the page. */
    async sift(
      article: ReadArticle,
      view: TemplateView,
      found: readonly Candidate[],
    ): Promise<Sifted> {
      const isOwn = ({ source }: Candidate) => source === article.source
      const suspects = found.filter((candidate) => isSuspect(candidate, view, isOwn(candidate)))
      const texts = await cache.textsOf(suspects.map(({ articleId }) => articleId))
      const compared = texts.map((text, at) => {
        return { ...text, isForeign: suspects[at]?.source !== article.source }
      })
      const areSiblings = findSiblings(view.page, compared, view)
      const siblings = new Set(suspects.filter((_, at) => areSiblings[at]))
      const sibling = texts.find((_, at) => areSiblings[at])?.text ?? null
      const copies = found.filter((candidate) => isCopy(candidate) && !siblings.has(candidate))
      return {
        copies,
        isTemplate: isTemplatePage(view.reading) || sibling !== null,
        page: view.page,
        // a later version of a page says nothing new of its template
        learned: copies.some(isOwn) ? null : learn(view, sibling),
      }
    },
  }
}

export type TemplateGuard = ReturnType<typeof createTemplateGuard>

/** Whether a candidate has to be read: where the template is known, only to see whether it is a copy. */
function isSuspect(
  candidate: Candidate,
  { family, reading }: TemplateView,
  isOwn: boolean,
): boolean {
  // the same words are a copy, whatever the skeleton
  if (candidate.sameText) return false
  if (family >= 0 && isTemplatePage(reading)) return isCopy(candidate)
  return isCopy(candidate) || candidate.jaccard >= (isOwn ? leastSkeleton : leastForeign)
}

function withReading(view: TemplateView, reading: TemplateReading): TemplateView {
  if (!isTemplatePage(reading)) return view
  const { lookUp, store } = templateAnchors(view.page.text.tokens, reading)
  const pack = ({ anchors, partitions }: typeof lookUp) => packAnchors(anchors, partitions)
  return { ...view, reading, lookUp: pack(lookUp), store: pack(store) }
}

function learn(
  { memory, page, family }: TemplateView,
  sibling: MarkedText | null,
): TemplateMemory | null {
  if (family < 0 && sibling === null) return null
  const learned = learnTemplate(memory, {
    page: page.text.tokens,
    family,
    sibling: sibling?.tokens ?? null,
  })
  return learned === memory ? null : learned
}
