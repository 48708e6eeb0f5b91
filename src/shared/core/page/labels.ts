import { openingPhrase, phraseKey } from './phrases.ts'
import { relatedLabels, relatedOpenings, sectionLabels } from './relatedWords.ts'

/** Whether a line consists of a phrase, or of a phrase, perhaps a number, a colon and more. */
export function isLabel(key: string, phrase: string): boolean {
  return /^\W{0,2}\d{0,3}[:：]/.test(key.slice(phrase.length)) || isNothingAfter(key, phrase)
}

/** Whether no letter or digit follows the phrase. */
export function isNothingAfter(key: string, phrase: string): boolean {
  return !/[\p{L}\p{N}]/u.test(key.slice(phrase.length))
}

/** `More great Example stories`: a name stands between the words. */
const moreStories =
  /^more (?:\S+ ){1,4}(?:stories|news|coverage|articles|posts|headlines|videos|reads)\W*$/

/** Whether a line, given by its phrase key, leads to other articles. */
export function isRelatedKey(key: string): boolean {
  const label = openingPhrase(key, relatedLabels)
  if (label !== null && isLabel(key, label)) return true
  return openingPhrase(key, relatedOpenings) !== null || moreStories.test(key.slice(0, 80))
}

/** Whether a short line is the label of a section that is not part of the article. */
export function isAsideLabel(text: string): boolean {
  if (text.length > 60) return false
  const key = phraseKey(text)
  if (isRelatedKey(key)) return true
  const label = openingPhrase(key, sectionLabels)
  return label !== null && isNothingAfter(key, label)
}
