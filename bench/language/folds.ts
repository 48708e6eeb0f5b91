import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type LanguageModel,
  type PackedLanguageModel,
  unpackLanguageModel,
} from '../../src/shared/core/text/languageModel.ts'

/** Parts the labelled texts are cut into: each is judged by a model fitted to the other four. */
export const FOLDS = 5

const FNV_PRIME = 16777619
const FNV_OFFSET = 2166136261

/** The part a text is in: all texts of one language that begin with the same line, its headline, are in one. */
export function foldOf({ text, lang }: { readonly text: string; readonly lang: string }): number {
  const [headline = ''] = text.split('\n')
  let hash = FNV_OFFSET
  for (const unit of `${lang} ${headline.slice(0, 60)}`) {
    hash = Math.imul(hash ^ unit.charCodeAt(0), FNV_PRIME)
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % FOLDS
}

/** The models of a folder, `fold-0.json` and so on: each fitted without the part of its number. */
export function readFoldModels(folder: string): readonly LanguageModel[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
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
