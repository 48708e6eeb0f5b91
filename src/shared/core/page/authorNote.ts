import { phraseKey } from './phrases.ts'

const noteOpenings = [
  'about the author',
  'über den autor',
  "à propos de l'auteur",
  'sobre el autor',
]

/** A name, a verb, and within a short distance what the person does. */
const presentation =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3},? (?:is|was|has been|covers|writes|reports|ist|est|es|è) /u
const profession =
  /\b(?:writer|reporter|editor|journalist|correspondent|columnist|author|contributor|curator|producer|freelance|blogger|professor|fellow|covers|writes|autor|redakteur|journaliste|periodista|redattore)/i

/** Whether a closing paragraph presents the author rather than telling the story. */
export function isAuthorNote(text: string): boolean {
  if (text.length >= 500) return false
  const key = phraseKey(text)
  if (noteOpenings.some((opening) => key.startsWith(opening))) return true
  const start = presentation.exec(text.slice(0, 120))
  return start !== null && profession.test(text.slice(start[0].length, start[0].length + 180))
}
