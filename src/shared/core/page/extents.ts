import type { PageOutline } from './outline.ts'

/** What stands inside each container, its inner ones included, by container index. */
export interface Extents {
  readonly characters: Float64Array
  /** Number of blocks, and the indices of the first and the last one; empty containers have last < first. */
  readonly lines: Float64Array
  readonly first: Int32Array
  readonly last: Int32Array
  /** 1 where there is an image. */
  readonly images: Uint8Array
}

/** Measures all containers of a page. */
export function measureContainers(page: PageOutline): Extents {
  const size = page.containers.length
  const extents: Extents = {
    characters: new Float64Array(size),
    lines: new Float64Array(size),
    first: new Int32Array(size).fill(page.blocks.length),
    last: new Int32Array(size).fill(-1),
    images: new Uint8Array(size),
  }
  page.blocks.forEach(({ container, text }, index) => {
    include(extents, container, { characters: text.length, lines: 1, first: index, last: index })
  })
  for (const container of page.imageContainers) extents.images[container] = 1
  addToParents(page, extents)
  return extents
}

interface Extent {
  readonly characters: number
  readonly lines: number
  readonly first: number
  readonly last: number
}

function include(extents: Extents, at: number, added: Extent): void {
  extents.characters[at] = (extents.characters[at] ?? 0) + added.characters
  extents.lines[at] = (extents.lines[at] ?? 0) + added.lines
  extents.first[at] = Math.min(extents.first[at] ?? 0, added.first)
  extents.last[at] = Math.max(extents.last[at] ?? 0, added.last)
}

/** Parents come before their children, so one pass from the end reaches every ancestor. */
function addToParents(page: PageOutline, extents: Extents): void {
  for (let at = page.containers.length - 1; at > 0; at--) {
    const parent = page.containers[at]?.parent ?? 0
    include(extents, parent, {
      characters: extents.characters[at] ?? 0,
      lines: extents.lines[at] ?? 0,
      first: extents.first[at] ?? 0,
      last: extents.last[at] ?? 0,
    })
    if (extents.images[at] === 1) extents.images[parent] = 1
  }
}
