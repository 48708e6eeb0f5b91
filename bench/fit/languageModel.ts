import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isWrittenIn, parseLanguageTag } from '../../src/shared/core/text/languageCodes.ts'
import { loadLanguageEngine } from '../../src/shared/core/text/languageEngines.ts'
import type { PackedLanguageModel } from '../../src/shared/core/text/languageModel.ts'
import { readSample } from '../../src/shared/core/text/languageSample.ts'
import { readJsonLines } from '../jsonLines.ts'
import { relabelled } from '../language/folds.ts'
import { PARTS, withParts } from '../language/parts.ts'
import type { LanguageRow } from '../language/samples.ts'
import { fitRelatives } from './languageRelatives.ts'
import type { SourceText } from './languageTextsCld.ts'
import { languageTrainer } from './languageTraining.ts'
import type { LabelledText } from './textLibrary.ts'
import { writtenNews } from './writtenNews.ts'

/**
 * Fits the third opinion of the language detector:
 *
 *     languageModel.ts --news NEWS.jsonl --texts TEXTS.jsonl --out DIR [--relabel nso=st] [--parts 0,1,all]
 *
 * NEWS are the lines that `npm run bench -- language` scores; every other example is one of them. TEXTS come from
 * `languageTexts.ts`; the news of `written/` are taken too. DIR gets `languageModel.data.json`, and `fold-0.json` to
 * `fold-4.json`, each fitted without a fifth of the news, for the benchmark's `--models`.
 * `--relabel nso=st` reads one label of NEWS as another, where the labels are known to be wrong. `--parts` fits some of the six
 * alone, so that several processes may share the work of half an hour.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      news: { type: 'string' },
      texts: { type: 'string' },
      out: { type: 'string' },
      relabel: { type: 'string', multiple: true, default: [] },
      parts: { type: 'string', default: [...Array(PARTS).keys(), 'all'].join(',') },
    },
  })
  const { news, texts, out, relabel, parts } = values
  if (news === undefined || texts === undefined || out === undefined) {
    throw new Error('needs --news FILE --texts FILE --out DIR')
  }
  mkdirSync(out, { recursive: true })
  const rows = relabelled(withParts(readJsonLines<LanguageRow>(news)), relabel)
  const labelled = await gatherTexts(rows, readJsonLines<SourceText>(texts))
  const train = languageTrainer(labelled)
  for (const name of parts.split(',')) {
    const part = name === 'all' ? null : Number(name)
    const model: PackedLanguageModel = {
      rankings: SEEDS.map((seed) => train(part, seed)),
      families: fitRelatives(labelled, part),
    }
    const file = part === null ? 'languageModel.data.json' : `fold-${part}.json`
    writeFileSync(join(out, file), `${JSON.stringify(model)}\n`)
    console.log(`${file}: ${model.rankings[0]?.labels.length} labels`)
  }
}

/** A ranking for each: two found 2 to 7 headlines more than one, by folds (docs/measurements.md). */
const SEEDS = [42, 43]

/** The news, and the other texts in languages that the news or the other engine know. */
async function gatherTexts(
  rows: readonly LanguageRow[],
  texts: readonly SourceText[],
): Promise<readonly LabelledText[]> {
  const { languages } = await loadLanguageEngine()
  const wanted = new Set([...languages, ...rows.map(({ lang }) => parseLanguageTag(lang) ?? lang)])
  const labelled = [
    ...rows.flatMap((row) => labelText({ ...row, source: 'news' }, row.part ?? 0)),
    ...writtenNews().flatMap((text) => labelText(text, null)),
    ...capped(texts.filter(({ lang }) => wanted.has(lang))).flatMap((text) =>
      labelText(text, null),
    ),
  ]
  return labelled.filter(isEnough(labelled))
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

function labelText({ text, lang, source }: SourceText, part: number | null): LabelledText[] {
  const tag = parseLanguageTag(lang)
  const evidence = readSample({ title: '', text, hints: [] })
  const { script } = evidence.profile
  return tag !== null && isUsual(tag, script)
    ? [{ text: evidence.text, label: `${tag} ${script}`, source, part }]
    : []
}

const usual = new Map<string, boolean>()

/** Whether a language is mostly written in a script; asked millions of times, answered once. */
function isUsual(tag: string, script: string): boolean {
  const label = `${tag} ${script}`
  const known = usual.get(label) ?? isWrittenIn(tag, script)
  usual.set(label, known)
  return known
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

await main()
