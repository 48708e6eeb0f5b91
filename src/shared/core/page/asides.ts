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

/**
 * Marks with 1 the containers that by their structure alone are not the article: teasers of other articles and
 * captions. They need no class names, so they hold on pages whose names are hashed (1.1 points of F1 there).
 */
export function findAsides(search: Search): Uint8Array {
  const asides = new Uint8Array(search.page.containers.length)
  for (const find of [nestedArticles, teaserCards, captions, labelledSections]) {
    for (const at of find(search)) asides[at] = 1
  }
  return asides
}

/** An `article` inside a richer `article` introduces another text. */
function nestedArticles({ page, all }: Search): readonly number[] {
  const { share, outerProse } = tuning.nestedArticle
  const isArticle = (at: number) => page.containers[at]?.tag === 'article'
  const isRicher = (outer: number, prose: number) => isArticle(outer) && (all.prose[outer] ?? 0) - prose > outerProse
  return indices(page).filter((at) => {
    const prose = all.prose[at] ?? 0
    if (!isArticle(at) || prose >= (all.prose[0] ?? 0) * share) return false
    return ancestors(page, at).some((outer) => isRicher(outer, prose))
  })
}

/**
 * A heading that is all link, with little prose around it, advertises another page. When such cards hold most
 * of the prose the page is a list of recommendations, and they are its text.
 */
function teaserCards(search: Search): readonly number[] {
  const { page, all, headline } = search
  const cards = new Set<number>()
  page.blocks.forEach((block, at) => {
    const isLink = block.linkLength >= block.length * tuning.teaserCard.linkShare
    if (isLink && at !== headline && block.tag !== 'h1' && headingTags.has(block.tag)) {
      cards.add(cardAround(search, block.container))
    }
  })
  const prose = [...cards].reduce((sum, at) => sum + (all.prose[at] ?? 0), 0)
  return prose < (all.prose[0] ?? 0) * tuning.teaserCard.share ? [...cards] : []
}

/** The largest container around a heading that still holds no more prose than a teaser has. */
function cardAround({ page, all }: Search, heading: number): number {
  const around = ancestors(page, heading).findIndex((at) => {
    const { tag } = page.containers[at] ?? { tag: 'body' }
    return (trustedTags.has(tag) && tag !== 'article') || (all.prose[at] ?? 0) > tuning.teaserCard.prose
  })
  return [heading, ...ancestors(page, heading)][Math.max(around, 0)] ?? heading
}

/** A small container with an image and a line or two of text: the text describes the image. */
function captions({ page }: Search): readonly number[] {
  const { characters, lines } = tuning.caption
  const size = textSizes(page)
  return indices(page).filter((at) => {
    const tag = page.containers[at]?.tag ?? ''
    const length = size.characters[at] ?? 0
    const isShort = length > 0 && length <= characters && (size.lines[at] ?? 0) <= lines
    return isShort && size.images[at] === 1 && tag !== 'p' && !listTags.has(tag) && !trustedTags.has(tag)
  })
}

/** A container after the first prose that starts with a label such as `Read more` holds what the label says. */
function labelledSections(search: Search): readonly number[] {
  const { page, all, scores, headline } = search
  const starts = firstBlocks(page)
  const ends = lastBlocks(page)
  const found: number[] = []
  let prose = 0
  for (let index = headline + 1; index < page.blocks.length; index++) {
    const block = page.blocks[index]
    if (block === undefined) break
    prose += Math.max(scores[index] ?? 0, 0)
    if (prose < tuning.labelledSection.proseBefore || !isAsideLabel(block.text)) continue
    const sections = [block.container, ...ancestors(page, block.container)].filter((at) => {
      return starts[at] === index && (ends[at] ?? 0) > index && !trustedTags.has(page.containers[at]?.tag ?? 'body')
    })
    const small = sections.findLast((at) => (all.prose[at] ?? 0) < tuning.labelledSection.share * (all.prose[0] ?? 0))
    const section = small ?? sections[0]
    if (section !== undefined) found.push(section)
  }
  return found
}

/** Index of the first block inside each container. */
function firstBlocks(page: PageOutline): Int32Array {
  const starts = new Int32Array(page.containers.length).fill(page.blocks.length)
  page.blocks.forEach(({ container }, index) => {
    if (index < (starts[container] ?? 0)) starts[container] = index
  })
  for (let at = starts.length - 1; at > 0; at--) {
    const parent = page.containers[at]?.parent ?? 0
    starts[parent] = Math.min(starts[parent] ?? 0, starts[at] ?? 0)
  }
  return starts
}

/** Index of the last block inside each container. */
function lastBlocks(page: PageOutline): Int32Array {
  const ends = new Int32Array(page.containers.length).fill(-1)
  page.blocks.forEach(({ container }, index) => {
    ends[container] = index
  })
  for (let at = ends.length - 1; at > 0; at--) {
    const parent = page.containers[at]?.parent ?? 0
    ends[parent] = Math.max(ends[parent] ?? 0, ends[at] ?? 0)
  }
  return ends
}

/** Characters and lines of text, and whether there is an image, in each container with its inner ones. */
function textSizes(page: PageOutline) {
  const size = page.containers.length
  const characters = new Float64Array(size)
  const lines = new Float64Array(size)
  const images = new Uint8Array(size)
  for (const { container, text } of page.blocks) {
    characters[container] = (characters[container] ?? 0) + text.length
    lines[container] = (lines[container] ?? 0) + 1
  }
  for (const container of page.imageContainers) images[container] = 1
  for (let at = size - 1; at > 0; at--) {
    const parent = page.containers[at]?.parent ?? 0
    characters[parent] = (characters[parent] ?? 0) + (characters[at] ?? 0)
    lines[parent] = (lines[parent] ?? 0) + (lines[at] ?? 0)
    if (images[at] === 1) images[parent] = 1
  }
  return { characters, lines, images }
}

function indices(page: PageOutline): readonly number[] {
  return page.containers.map((_, at) => at)
}

/** Containers around one, innermost first, without the document. */
function ancestors(page: PageOutline, at: number): readonly number[] {
  const found: number[] = []
  for (let outer = page.containers[at]?.parent ?? 0; outer > 0; outer = page.containers[outer]?.parent ?? 0) {
    found.push(outer)
  }
  return found
}
