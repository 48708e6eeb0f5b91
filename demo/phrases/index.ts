import { german } from './de.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import { italian } from './it.ts'
import { polish } from './pl.ts'
import { portuguese } from './pt.ts'
import { russian } from './ru.ts'
import { turkish } from './tr.ts'
import type { Phrases } from './types.ts'
import { vietnamese } from './vi.ts'

const phrasesByLanguage: Readonly<Record<string, Phrases>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  pl: polish,
  pt: portuguese,
  ru: russian,
  tr: turkish,
  vi: vietnamese,
}

/** The site furniture of a language; English for a language without words of its own. */
export function phrasesOf(lang: string): Phrases {
  return phrasesByLanguage[lang] ?? english
}
