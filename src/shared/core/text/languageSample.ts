import { parseLanguageTag } from './languageCodes.ts'
import { profileScripts, type ScriptProfile } from './languageScripts.ts'

/** What a language is detected from. */
export interface LanguageSample {
  readonly title: string
  readonly text: string
  /** Claims of the page, the feed and the source in any spelling, the most trusted first. */
  readonly hints: readonly string[]
}

/** A sample made ready for the detectors. */
export interface Evidence {
  /** Title and start of the text; of a text in another script, without its words in Latin letters. */
  readonly text: string
  readonly profile: ScriptProfile
  /** Canonical tags, no two the same. */
  readonly hints: readonly string[]
}

/** Code units of title and text looked at; accuracy stops rising at 800. */
const sampleLength = 1000

/** Whole words in Latin letters; single letters stand in for their likeness within Cyrillic words. */
const latinWords = /(?<!\p{L})[A-Za-zÀ-ɏ]+(?!\p{L})/gu

/** Addresses, tags, markup and codes, which look like English to any detector. */
const notLanguage =
  /\b(?:(?:https?:\/\/|www\.)\S+|(?:mailto:)?[\w.+-]{1,64}@[\w.-]+|[a-z]{0,20}\d[a-z\d]*)|[@#][\p{L}\p{N}_]+|<[^<>]{1,100}>|&#?\w{1,10};/giu

/** Cleans a sample and profiles its script. */
export function readSample(sample: LanguageSample): Evidence {
  const written = `${sample.title.slice(0, sampleLength)}\n${sample.text.slice(0, sampleLength)}`
  const text = written.replace(notLanguage, ' ')
  const profile = profileScripts(text)
  const isLatin = profile.script === 'Latn'
  const tags = sample.hints.map(parseLanguageTag).filter((tag) => tag !== null)
  return {
    text: isLatin ? text : text.replace(latinWords, ' '),
    profile,
    hints: [...new Set(tags)],
  }
}
