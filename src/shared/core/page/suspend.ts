import type { PageOutline } from './outline.ts'
import type { Tally } from './score.ts'
import type { passes } from './tuning.ts'

/** One of the passes, from the strictest to the one that trusts nothing but the text. */
export type Pass = (typeof passes)[number]

/**
 * Marks with 1 the containers a pass does not read, with everything inside them: the asides, and suspect containers
 * with too small a share of the prose. `all` is the tally with nothing switched off.
 */
export function suspendContainers(
  page: PageOutline,
  facts: { readonly all: Tally; readonly asides: Uint8Array },
  pass: Pass,
): Uint8Array {
  const off = Uint8Array.from(facts.asides)
  const prose = Math.max(facts.all.prose[0] ?? 0, 1)
  page.containers.forEach((container, at) => {
    const limit = container.isHard ? pass.hardShare : pass.softShare
    const isDropped = container.isSuspect && (facts.all.prose[at] ?? 0) / prose < limit
    if (isDropped || off[container.parent] === 1) off[at] = 1
  })
  return off
}
