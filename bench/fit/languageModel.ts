import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isWrittenIn, parseLanguageTag } from '../../src/shared/core/text/languageCodes.ts'
import { loadLanguageEngine } from '../../src/shared/core/text/languageEngines.ts'
import { readSample } from '../../src/shared/core/text/languageSample.ts'
import { readJsonLines } from '../jsonLines.ts'
import { FOLDS, foldOf, relabelled } from '../language/folds.ts'
import type { LanguageRow } from '../language/samples.ts'
import type { SourceText } from './languageTextsCld.ts'
import { type LabelledText, trainLanguageModel } from './languageTraining.ts'

/**
 * Fits the third opinion of the language detector, `languageModel.data.json`:
 *
 *     languageModel.ts --news NEWS.jsonl --texts TEXTS.jsonl --out MODEL.json [--without FOLD] [--relabel nso=st]
 *
 * NEWS are the lines that `npm run bench -- language` scores; every other example is one of them. TEXTS come from
 * `languageTexts.ts`. `--without 3` leaves out every fifth document, for the benchmark's `--models`.
 * `--relabel nso=st` reads one label of NEWS as another, where the labels are known to be wrong.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      news: { type: 'string' },
      texts: { type: 'string' },
      out: { type: 'string' },
      without: { type: 'string' },
      relabel: { type: 'string', multiple: true, default: [] },
    },
  })
  const { news, texts, out, without, relabel } = values
  if (news === undefined || texts === undefined || out === undefined) {
    throw new Error('needs --news FILE --texts FILE --out FILE')
  }
  const kept = readJsonLines<LanguageRow>(news).filter((row) => String(foldOf(row)) !== without)
  const rows = relabelled(kept, relabel)
  const wanted = new Set([
    ...(await loadLanguageEngine()).languages,
    ...rows.map(({ lang }) => tagOf(lang)),
  ])
  const others = readJsonLines<SourceText>(texts).filter(({ lang }) => wanted.has(lang))
  const labelled = [
    ...rows.flatMap(({ text, lang }) => labelText({ text, lang, source: 'news' })),
    ...capped(others).flatMap(labelText),
  ]
  const model = trainLanguageModel(labelled.filter(isEnough(labelled)))
  writeFileSync(out, `${JSON.stringify(model)}\n`)
  console.log(`${model.labels.length} labels, fold left out: ${without ?? 'none'} of ${FOLDS}`)
}

/** Characters of a source taken for a language. */
const MOST_OF_ONE_SOURCE = 200_000

/** So much of each source, from all parts of it alike. */
function capped(texts: readonly SourceText[]): SourceText[] {
  const bySource = Map.groupBy(texts, ({ lang, source }) => `${lang} ${source}`)
  return [...bySource.values()].flatMap((own) => {
    const total = own.reduce((sum, { text }) => sum + text.length, 0)
    const share = Math.min(1, MOST_OF_ONE_SOURCE / total)
    return own.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share))
  })
}

function labelText({ text, lang, source }: SourceText): LabelledText[] {
  const tag = parseLanguageTag(lang)
  const evidence = readSample({ title: '', text, hints: [] })
  const { script } = evidence.profile
  return tag !== null && isWrittenIn(tag, script)
    ? [{ text: evidence.text, label: `${tag} ${script}`, source }]
    : []
}

/** Characters of all sources below which a language is left to the other engines: six news texts and some headlines. */
const FEWEST_CHARACTERS = 5_000

/** The languages of which there is enough text, and a rival in their script. */
function isEnough(texts: readonly LabelledText[]): (text: LabelledText) => boolean {
  const sums = new Map<string, number>()
  for (const { label, text } of texts) sums.set(label, (sums.get(label) ?? 0) + text.length)
  const labels = [...sums].flatMap(([label, sum]) => (sum >= FEWEST_CHARACTERS ? [label] : []))
  const byScript = Map.groupBy(labels, (label) => label.split(' ')[1])
  const kept = new Set([...byScript.values()].filter((rivals) => rivals.length > 1).flat())
  return ({ label }) => kept.has(label)
}

function tagOf(lang: string): string {
  return parseLanguageTag(lang) ?? lang
}

await main()
