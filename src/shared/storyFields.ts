import type { StoryRecord } from './storyRecord.ts'
import { toJson } from './wellFormed.ts'

const listFields = ['languages', 'sources', 'terms', 'names', 'headlines'] as const

/** Flat fields and values for the story's hash. */
export function storyRecordToFields(story: StoryRecord): readonly string[] {
  const lists = Object.fromEntries(listFields.map((name) => [name, toJson(story[name])]))
  return Object.entries({ ...story, ...lists }).flatMap(([name, value]) => [name, String(value)])
}

/** Reads the story's hash; null when there is none. */
export function storyRecordFromFields(
  fields: Readonly<Record<string, string>>,
): StoryRecord | null {
  const { id, state, headline } = fields
  if (!id || !state || headline === undefined) return null
  const list = (name: (typeof listFields)[number]) => JSON.parse(fields[name] ?? '[]') as string[]
  return {
    id,
    state: state as StoryRecord['state'],
    headline,
    headlines: JSON.parse(fields['headlines'] ?? '{}') as Record<string, string>,
    pinned: fields['pinned'] ?? '',
    size: Number(fields['size']),
    languages: list('languages'),
    sources: list('sources'),
    terms: list('terms'),
    names: list('names'),
    openedMs: Number(fields['openedMs']),
    updatedMs: Number(fields['updatedMs']),
    firstMs: Number(fields['firstMs'] ?? fields['openedMs']),
    lastMs: Number(fields['lastMs'] ?? fields['updatedMs']),
    openedSeq: Number(fields['openedSeq']),
  }
}
