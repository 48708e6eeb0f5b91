import type { Context } from '../../shared/context.ts'
import { type MarkedText, markText } from '../../shared/core/copies/markedText.ts'
import { isCopy } from '../../shared/core/copies/overlap.ts'
import { areTemplateSiblings } from '../../shared/core/copies/template.ts'
import {
  isTemplatePage,
  learnTemplate,
  noTemplates,
  readTemplate,
  type TemplateReading,
} from '../../shared/core/copies/templateMemory.ts'
import { packTemplates, unpackTemplates } from '../../shared/core/copies/templatePacked.ts'
import { templateAnchors } from '../../shared/core/copies/templateRest.ts'
import type { TemplateMemory } from '../../shared/core/copies/templateTypes.ts'
import type { ReadArticle } from '../../shared/schemas.ts'
import { type Anchors, anchorsOfArticle, type Candidate, packAnchors } from './copyIndex.ts'

/** An article seen against the templates of its source. */
export interface TemplateView {
  readonly text: MarkedText
  readonly reading: TemplateReading
  readonly memory: TemplateMemory
  /** By which keys the index is asked, and under which the article is stored. */
  readonly lookUp: Anchors
  readonly store: Anchors
}

/** Candidates parted into what is a copy and what only has the same skeleton. */
export interface Sifted {
  readonly copies: readonly Candidate[]
  readonly siblings: readonly Candidate[]
  /** Memory of the source after this page, packed; null when nothing was learned. */
  readonly learned: Buffer | null
}

/** Pages of one source that overlap less than this cannot be mistaken for copies, nor teach a template. */
const leastSkeleton = 0.1

type Parts = Pick<Context, 'redis' | 'keys' | 'stories'>

/** Keeps look-alike pages of one source (weather, markets, fixtures) from counting as copies of each other. */
export function createTemplateGuard({ redis, keys, stories }: Parts) {
  const memoryOf = async (source: string): Promise<TemplateMemory> => {
    const packed = await redis.getBuffer(keys.templates(source))
    return packed ? unpackTemplates(packed) : noTemplates
  }

  return {
    async view(article: ReadArticle): Promise<TemplateView> {
      const memory = await memoryOf(article.source)
      const text = markText(article.page.paragraphs.join('\n'))
      const reading = readTemplate(memory, text.tokens)
      const whole = anchorsOfArticle(article)
      if (!isTemplatePage(reading)) return { text, reading, memory, lookUp: whole, store: whole }
      const { lookUp, store } = templateAnchors(text.tokens, reading)
      const pack = ({ anchors, partitions }: typeof lookUp) => packAnchors(anchors, partitions)
      return { text, reading, memory, lookUp: pack(lookUp), store: pack(store) }
    },

    async sift(
      article: ReadArticle,
      view: TemplateView,
      found: readonly Candidate[],
    ): Promise<Sifted> {
      const isTemplate = isTemplatePage(view.reading)
      const looksAlike = (candidate: Candidate) =>
        isCopy(candidate) ||
        (candidate.source === article.source && candidate.jaccard >= leastSkeleton)
      // the same words are a copy, whatever the skeleton
      const suspects = found.filter(
        (candidate) =>
          !candidate.sameText &&
          looksAlike(candidate) &&
          (isTemplate || candidate.source === article.source),
      )
      const texts = await stories.texts(suspects.map(({ articleId }) => articleId))
      const marked = texts.map((text) => markText(text ?? ''))
      const isSibling = suspects.map((_, at) => {
        const other = marked[at]
        return (
          other !== undefined &&
          areTemplateSiblings(view.text, other, isTemplate ? view.reading : null)
        )
      })
      const siblings = suspects.filter((_, at) => isSibling[at])
      const ofSource = siblings.find(({ source }) => source === article.source)
      const sibling = ofSource ? (marked[suspects.indexOf(ofSource)] ?? null) : null
      return {
        siblings,
        copies: found.filter((candidate) => isCopy(candidate) && !siblings.includes(candidate)),
        learned: learn(view, sibling),
      }
    },
  }
}

export type TemplateGuard = ReturnType<typeof createTemplateGuard>

function learn({ memory, text, reading }: TemplateView, sibling: MarkedText | null): Buffer | null {
  const lesson = { page: text.tokens, family: reading.family, sibling: sibling?.tokens ?? null }
  const learned = learnTemplate(memory, lesson)
  return learned === memory ? null : packTemplates(learned)
}
