import type { Block, Container, PageOutline } from './outline.ts'
import type { BodyPick } from './pick.ts'

const standfirstTagsOff: ReadonlySet<string> = new Set([
  'figcaption',
  'figure',
  'nav',
  'aside',
  'form',
])

/**
 * Indices of the blocks between the headline and the body that are named as the article's introduction:
 * at most four, or none. Many pages keep it outside the container of the body (0.1 to 0.9 points of F1).
 */
export function standfirstBlocks(
  page: PageOutline,
  pick: BodyPick,
  start: number,
): readonly number[] {
  const distance = start - pick.headline
  if (pick.headline < 0 || distance <= 0 || distance > 30) return []
  const found: number[] = []
  for (let at = pick.headline + 1; at < start; at++) {
    const block = page.blocks[at]
    if (block !== undefined && isStandfirst(page, block)) found.push(at)
  }
  return found.length <= 4 ? found : []
}

function isStandfirst(page: PageOutline, block: Block): boolean {
  if (block.linkLength > block.length * 0.3) return false
  if (block.text.length < 50 || block.text.length > 900 || /^h\d$/.test(block.tag)) return false
  const around = nearestContainers(page, block)
  return around.some((box) => box.names.isStandfirst) && !around.some(isBesideText)
}

function isBesideText(container: Container): boolean {
  return standfirstTagsOff.has(container.tag) || container.names.isCaption
}

/** The container of a block and up to three around it, innermost first. */
function nearestContainers(page: PageOutline, block: Block): readonly Container[] {
  const found: Container[] = []
  for (
    let at = block.container;
    at >= 0 && found.length < 4;
    at = page.containers[at]?.parent ?? -1
  ) {
    const container = page.containers[at]
    if (container !== undefined) found.push(container)
  }
  return found
}
