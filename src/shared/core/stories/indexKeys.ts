import { heaviest, type Profile, type Section, sectionEntries, type Weighted } from './profile.ts'

/** How many of the heaviest keys of each section a cluster is indexed under. */
const INDEXED = { terms: 40, title: 10, sounds: 15, coarse: 25, numbers: 8 } as const
/** How many of the heaviest keys a search uses, and what they weigh in it. */
const TERM_QUERY = { terms: [30, 1], title: [10, 0.7] } as const
const SOUND_QUERY = { sounds: [40, 1], coarse: [60, 0.6], numbers: [20, 0.7] } as const

/** Keys under which a cluster is found by articles of its language. */
export function termIndexKeys(profile: Profile): number[] {
  return [...new Set([...topKeys(profile, 'terms'), ...topKeys(profile, 'title')])]
}

/** Keys under which a cluster is found by clusters of other languages. */
export function coarseIndexKeys(profile: Profile): number[] {
  const sections = ['sounds', 'coarse', 'numbers'] as const
  return sections.flatMap((section) => topKeys(profile, section))
}

/** What to look for among clusters of the same language. */
export function termQuery(profile: Profile): Weighted[] {
  return Object.entries(TERM_QUERY).flatMap(([section, [count, weight]]) =>
    query(profile, section as keyof typeof TERM_QUERY, count, weight),
  )
}

/** What to look for among clusters of other languages. */
export function soundQuery(profile: Profile): Weighted[] {
  return Object.entries(SOUND_QUERY).flatMap(([section, [count, weight]]) =>
    query(profile, section as keyof typeof SOUND_QUERY, count, weight),
  )
}

function query(profile: Profile, section: Section, count: number, factor: number): Weighted[] {
  return heaviest(sectionEntries(profile, section), count).map(([key, weight]) => [
    key,
    weight * factor,
  ])
}

function topKeys(profile: Profile, section: keyof typeof INDEXED): number[] {
  return heaviest(sectionEntries(profile, section), INDEXED[section]).map(([key]) => key)
}
