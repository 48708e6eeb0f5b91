import { authorNoteOpenings, presentingVerbs, professions } from './bylineWords.ts'
import { phraseKey } from './phrases.ts'

/** Two to four capitalised words and a verb. */
const presentation = new RegExp(
  `^\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){1,3},? (?:${presentingVerbs.join('|')}) `,
  'u',
)
const profession = new RegExp(`(?<!\\p{L})(?:${professions.join('|')})`, 'iu')

/** Longer closing paragraphs tell the story, whoever they name. */
const longestNote = 500

/** Whether a closing paragraph presents the author rather than telling the story. */
export function isAuthorNote(text: string): boolean {
  if (text.length >= longestNote) return false
  const key = phraseKey(text)
  if (authorNoteOpenings.some((opening) => key.startsWith(opening))) return true
  const start = presentation.exec(text.slice(0, 120))
  return start !== null && profession.test(text.slice(start[0].length, start[0].length + 180))
}
