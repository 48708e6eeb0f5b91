import { parseArgs } from 'node:util'
import { createRandom, type Random } from '../../demo/random.ts'
import { parseLanguageTag } from '../../src/shared/core/text/languageCodes.ts'
import {
  type LanguageEngine,
  loadCld,
  loadCld3,
  shortTextEngine,
} from '../../src/shared/core/text/languageEngines.ts'
import type { LanguageModel } from '../../src/shared/core/text/languageModel.ts'
import { readSample } from '../../src/shared/core/text/languageSample.ts'
import { readSignals, signalNames } from '../../src/shared/core/text/languageSignals.ts'
import { candidatesOf, viewMain, viewText } from '../../src/shared/core/text/languageViews.ts'
import { readJsonLines } from '../jsonLines.ts'
import { readFoldModels, relabelled } from '../language/folds.ts'
import { PARTS, withParts } from '../language/parts.ts'
import { type LanguageRow, labelledSample } from '../language/samples.ts'

/**
 * Fits the weights of the language signals, `languageWeights.ts`, and prints them:
 *
 *     languageWeights.ts --news NEWS.jsonl --models DIR [--relabel nso=st] [--check]
 *
 * DIR holds `fold-0.json` to `fold-4.json` of `languageModel.ts`: every text is viewed through the model
 * that has not seen it. `--check` prints instead how many headlines without a claim such weights get right, and how many
 * those get right that were fitted without the part of the headline: as far apart, as the weights know their texts by heart.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      news: { type: 'string' },
      models: { type: 'string' },
      relabel: { type: 'string', multiple: true, default: [] },
      check: { type: 'boolean', default: false },
    },
  })
  if (values.news === undefined || values.models === undefined) {
    throw new Error('needs --news FILE --models DIR')
  }
  const rows = withParts(readJsonLines<LanguageRow>(values.news))
  const truths = relabelled(rows, values.relabel).map(({ lang }) => parseLanguageTag(lang) ?? lang)
  const models = readFoldModels(values.models)
  const engines = [loadCld(), await loadCld3()].filter((engine) => engine !== null)
  for (const engine of engines) {
    const choices = collectChoices({ rows, truths, models }, engine)
    if (values.check) {
      console.log(`${engine.name}: ${checkFolds(choices)}`)
      continue
    }
    const short = fitChoices(choices.filter(({ isShort }) => isShort))
    const long = fitChoices(choices.filter(({ isShort }) => !isShort))
    for (const [name, weights] of Object.entries({ short, long })) {
      const named = signalNames.map((signal, at) => `${signal}: ${round(weights[at] ?? 0)}`)
      console.log(`${engine.name}.${name}: { ${named.join(', ')} },`)
    }
  }
}

/** The signals of all candidates of one text, and which of them is right. */
interface Choice {
  readonly candidates: readonly (readonly number[])[]
  readonly right: number
  /** How much it counts. */
  readonly weight: number
  readonly isShort: boolean
  /** The part of the data its text is in. */
  readonly part: number
  readonly isBareHeadline: boolean
}

/** Shares of pages whose claim is right, `en` whatever the text is in, and any other; the rest claims nothing. */
const CLAIMS = { right: 0.7, english: 0.13, other: 0.05, none: 0.5 }

/** Letters below which the weights for short texts hold, as in `languageDecision.ts`. */
const SHORT = 40

interface Material {
  readonly rows: readonly LanguageRow[]
  /** The tag of each row's language. */
  readonly truths: readonly string[]
  /** By fold. */
  readonly models: readonly LanguageModel[]
}

function collectChoices({ rows, truths, models }: Material, engine: LanguageEngine): Choice[] {
  const random = createRandom(7)
  const langs = [...new Set(rows.map(({ lang }) => lang))]
  return rows.flatMap((row, at) => {
    const model = models[row.part ?? 0]
    if (model === undefined) return []
    return variantsOf(row, langs, random).flatMap(({ row: variant, hints, weight }) => {
      const evidence = readSample(labelledSample(variant, hints).sample)
      const engines = { engine, shortEngine: shortTextEngine, model }
      const views = viewText(engines, viewMain(engine, evidence), evidence)
      const tags = [...candidatesOf(views, evidence)]
      const right = tags.indexOf(truths[at] ?? row.lang)
      const candidates = tags.map((tag) => readSignals(tag, views))
      const isShort = evidence.profile.letters < SHORT
      const isBareHeadline = variant === row && row.kind === 'headline' && hints.length === 0
      const part = row.part ?? 0
      return right < 0 ? [] : [{ candidates, right, weight, isShort, part, isBareHeadline }]
    })
  })
}

interface Variant {
  readonly row: LanguageRow
  readonly hints: readonly string[]
  readonly weight: number
}

/** A text as it is, with claims of all sorts, and a few words of it. */
function variantsOf(row: LanguageRow, langs: readonly string[], random: Random): Variant[] {
  const words = row.text.split(/\s+/)
  const from = random.between(0, words.length - 1)
  const piece = { ...row, text: words.slice(from, from + random.between(1, 4)).join(' ') }
  return [
    { row, hints: [], weight: CLAIMS.none },
    { row, hints: [row.lang], weight: CLAIMS.right },
    { row, hints: ['en'], weight: CLAIMS.english },
    { row, hints: [random.pick(langs)], weight: CLAIMS.other },
    { row: piece, hints: [], weight: CLAIMS.none },
  ]
}

/** How many headlines are right by weights fitted to all choices, and by weights fitted without their part. */
function checkFolds(choices: readonly Choice[]): string {
  const counts = [true, false].map((isShort) => {
    const own = choices.filter((choice) => choice.isShort === isShort)
    const headlines = own.filter(({ isBareHeadline }) => isBareHeadline)
    const all = fitChoices(own)
    const cut = Array.from({ length: PARTS }, (_, part) =>
      fitChoices(own.filter((choice) => choice.part !== part)),
    )
    return {
      of: headlines.length,
      all: headlines.filter((choice) => isRight(choice, all)).length,
      cut: headlines.filter((choice) => isRight(choice, cut[choice.part] ?? [])).length,
    }
  })
  const sum = (field: 'of' | 'all' | 'cut') => counts.reduce((total, one) => total + one[field], 0)
  return `${sum('of')} headlines, right ${sum('all')}, by weights fitted without their part ${sum('cut')}`
}

function isRight({ candidates, right }: Choice, weights: readonly number[]): boolean {
  const scores = candidates.map((values) => scoreOf(values, weights))
  return scores.indexOf(Math.max(...scores)) === right
}

function scoreOf(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)
}

const STEPS = 1_200
const RATE = 1.5
const PENALTY = 0.0005

/** A conditional logit: the weights under which the right candidates are likeliest, by gradient descent. */
function fitChoices(choices: readonly Choice[]): readonly number[] {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0)
  let weights = signalNames.map(() => 0)
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => weight * PENALTY)
    for (const choice of choices) addSlope(slope, choice, weights)
    weights = weights.map(
      (weight, at) => weight - RATE * ((slope[at] ?? 0) / total + weight * PENALTY),
    )
  }
  return weights
}

function addSlope(slope: number[], choice: Choice, weights: readonly number[]): void {
  const scores = choice.candidates.map((values) => scoreOf(values, weights))
  const top = Math.max(...scores)
  const exps = scores.map((score) => Math.exp(score - top))
  const all = exps.reduce((sum, value) => sum + value, 0)
  for (const [index, values] of choice.candidates.entries()) {
    const miss = choice.weight * ((exps[index] ?? 0) / all - Number(index === choice.right))
    for (const [at, value] of values.entries()) slope[at] = (slope[at] ?? 0) + miss * value
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

await main()
