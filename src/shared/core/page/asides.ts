import { type Extents, measureContainers } from './extents.ts'
import { isAsideLabel } from './labels.ts'
import type { PageOutline } from './outline.ts'
import type { BlockScores, Tally } from './score.ts'
import { headingTags, listTags, trustedTags } from './tags.ts'
import { tuning } from './tuning.ts'

/** Where asides are looked for. */
interface Search {
  readonly page: PageOutline
  /** Tally with nothing switched off. */
  readonly all: Tally
  readonly scores: BlockScores
  /** Index of the block with the headline, or -1. */
  readonly headline: number
}

interface Measured extends Search {
  readonly extents: Extents
}

/**
 * Marks with 1 the containers that by their structure alone are not the article: teasers of other articles, captions
 * and labelled sections. No class name is needed, so they are found where names are hashed (2 points of F1 there).
 */
export function findAsides(search: Search): Uint8Array {
  const measured = { ...search, extents: measureContainers(search.page) }
  const asides = new Uint8Array(search.page.containers.length)
  for (const find of [nestedArticles, teaserCards, captions, labelledSections]) {
    for (const at of find(measured)) asides[at] = 1
  }
  return asides
}

/** An `article` inside a richer `article` introduces another text. */
function nestedArticles({ page, all }: Search): readonly number[] {
  const { share, outerProse } = tuning.nestedArticle
  const most = (all.prose[0] ?? 0) * share
  const articles = indicesWhere(page, (at) => page.containers[at]?.tag === 'article')
  if (articles.length < 2) return []
  const around = proseOfOuterArticles(page, all)
  return articles.filter((at) => {
    const prose = all.prose[at] ?? 0
    return prose < most && (around[at] ?? 0) - prose > outerProse
  })
}

/** Prose of the outermost `article` around each container, or 0; parents come before their children. */
function proseOfOuterArticles(page: PageOutline, all: Tally): Float64Array {
  const around = new Float64Array(page.containers.length)
  page.containers.forEach(({ parent }, at) => {
    const outer = around[parent] ?? 0
    const isArticle = parent > 0 && page.containers[parent]?.tag === 'article'
    around[at] = outer === 0 && isArticle ? (all.prose[parent] ?? 0) : outer
  })
  return around
}

/**
 * A heading that is all link, with little prose around it, advertises another page. When such cards hold most
 * of the prose the page is a list of recommendations, and they are its text.
 */
function teaserCards(search: Search): readonly number[] {
  const { page, all, headline } = search
  const cards = new Set<number>()
  const knownCards = new Map<number, number>()
  page.blocks.forEach((block, at) => {
    const isLink = block.linkLength >= block.length * tuning.teaserCard.linkShare
    if (isLink && at !== headline && block.tag !== 'h1' && headingTags.has(block.tag)) {
      const parent = parentOf(page, block.container)
      const card = knownCards.get(parent) ?? cardAround(search, block.container)
      if (card !== block.container) knownCards.set(parent, card)
      cards.add(card)
    }
  })
  const prose = [...cards].reduce((sum, at) => sum + (all.prose[at] ?? 0), 0)
  return prose < (all.prose[0] ?? 0) * tuning.teaserCard.share ? [...cards] : []
}

/** The largest container around a heading that still holds no more prose than a teaser has. */
function cardAround({ page, all }: Search, heading: number): number {
  let card = heading
  for (let at = parentOf(page, card); at > 0; at = parentOf(page, at)) {
    const { tag } = page.containers[at] ?? { tag: 'body' }
    const isTrusted = trustedTags.has(tag) && tag !== 'article'
    if (isTrusted || (all.prose[at] ?? 0) > tuning.teaserCard.prose) break
    card = at
  }
  return card
}

/**
 * A small container with an image and a line or two of text: the text describes the image. When captions hold most
 * of the prose the page is a picture story, and they are its text.
 */
function captions({ page, all, extents }: Measured): readonly number[] {
  const { characters, lines, images } = extents
  const found = indicesWhere(page, (at) => {
    if (images[at] !== 1) return false
    const { tag } = page.containers[at] ?? { tag: 'body' }
    if (tag === 'p' || listTags.has(tag) || trustedTags.has(tag)) return false
    const length = characters[at] ?? 0
    const isShort = length > 0 && length <= tuning.caption.characters
    return isShort && (lines[at] ?? 0) <= tuning.caption.lines
  })
  return proseIn(page, all, found) < (all.prose[0] ?? 0) * tuning.caption.share ? found : []
}

/** Prose inside containers, counted once where one is inside another. */
function proseIn(page: PageOutline, all: Tally, containers: readonly number[]): number {
  const inside = new Uint8Array(page.containers.length)
  let prose = 0
  for (const at of containers) {
    inside[at] = 1
    if (inside[parentOf(page, at)] === 0) prose += all.prose[at] ?? 0
  }
  return prose
}

/**
 * A container after the first prose that starts with a label such as `Read more` holds what the label says: the
 * largest one without a great share of the prose, else the smallest one that holds more than the label.
 */
function labelledSections({ page, all, scores, headline, extents }: Measured): readonly number[] {
  const { first, last } = extents
  const most = tuning.labelledSection.share * (all.prose[0] ?? 0)
  const found: number[] = []
  let prose = 0
  for (let index = headline + 1; index < page.blocks.length; index++) {
    const block = page.blocks[index]
    prose += Math.max(scores[index] ?? 0, 0)
    if (block === undefined || prose < tuning.labelledSection.proseBefore) continue
    if (!isAsideLabel(block.text)) continue
    const starts = (at: number) => first[at] === index
    const section = containersAbove(page, block.container, starts).filter(
      (at) => last[at] !== index,
    )
    const small = section.findLast((at) => (all.prose[at] ?? 0) < most)
    const chosen = small ?? section[0]
    if (chosen !== undefined) found.push(chosen)
  }
  return found
}

/** A container and those around it, innermost first, as long as a test holds and none is trusted. */
function containersAbove(
  page: PageOutline,
  inner: number,
  test: (container: number) => boolean,
): readonly number[] {
  const found: number[] = []
  for (let at = inner; at > 0 && test(at) && !isTrusted(page, at); at = parentOf(page, at)) {
    found.push(at)
  }
  return found
}

function isTrusted(page: PageOutline, at: number): boolean {
  return trustedTags.has(page.containers[at]?.tag ?? 'body')
}

function parentOf(page: PageOutline, at: number): number {
  return page.containers[at]?.parent ?? 0
}

function indicesWhere(page: PageOutline, test: (container: number) => boolean): readonly number[] {
  const found: number[] = []
  page.containers.forEach((_, at) => {
    if (test(at)) found.push(at)
  })
  return found
}
