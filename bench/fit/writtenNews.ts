import { readdirSync, readFileSync } from 'node:fs'
import type { SourceText } from './languageTextsCld.ts'

/** The name of this source. */
export const WRITTEN = 'written'

const folder = new URL('written/', import.meta.url)

/**
 * News written for this project: the same invented items in all languages of a family, so that no subject speaks for a
 * language. A line of `written/*.tsv` has an item's number, a language, a headline and some sentences.
 */
export function writtenNews(): SourceText[] {
  return readdirSync(folder).flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [, lang = '', ...texts] = line.split('\t')
        return texts.map((text) => ({ text, lang, source: WRITTEN }))
      }),
  )
}
