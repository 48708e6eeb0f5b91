import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type LanguageModel,
  type PackedLanguageModel,
  unpackLanguageModel,
} from '../../src/shared/core/text/languageModel.ts'
import { PARTS } from './parts.ts'

/** The models of a folder, `fold-0.json` and so on: each fitted without the part of its number. */
export function readFoldModels(folder: string): readonly LanguageModel[] {
  return Array.from({ length: PARTS }, (_, fold) => {
    const packed: PackedLanguageModel = JSON.parse(
      readFileSync(join(folder, `fold-${fold}.json`), 'utf8'),
    )
    return unpackLanguageModel(packed)
  })
}

/** Rows with some labels read as others, given as `from=to`: a data set may call a language by a wrong name. */
export function relabelled<Row extends { readonly lang: string }>(
  rows: readonly Row[],
  renames: readonly string[],
): readonly Row[] {
  const names = new Map(renames.map((pair) => [pair.split('=')[0], pair.split('=')[1]]))
  return rows.map((row) => ({ ...row, lang: names.get(row.lang) ?? row.lang }))
}
