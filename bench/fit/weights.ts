import { parseArgs } from 'node:util'
import {
  HEADLINE_MODEL,
  JOIN_MODEL,
  LINK_MODEL,
  type Model,
} from '../../src/shared/core/stories/weights.ts'
import { packed, readArticles } from '../storyData.ts'
import { fitCalibration } from './embeddings.ts'
import { joinExamples, linkExamples } from './examples.ts'
import { type Example, fitLogistic } from './logistic.ts'

/** As it is, and denser, where more stories look alike. */
const DENSITIES = [1, 4]
/** A few hundred pairs of hard cases beside 80,000 others. */
const HARD_WEIGHT = 10
/** Translations keep every name and number: many pairs, all of them easy. */
const TRANSLATION_WEIGHT = 0.2

/**
 * Fits the weights of `JOIN_MODEL` and `LINK_MODEL` and prints them for `weights.ts`:
 * `npm run fit -- --stream FILE.jsonl [--translations FILE.jsonl] [--hard FILE.jsonl …]`, labelled articles each. With
 * `--headlines FILE.jsonl` it fits `HEADLINE_MODEL` on articles without a text, with `--embeddings DIR` it prints what the
 * sentence model there counts for, for `wirefold.json` in that folder.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      stream: { type: 'string' },
      translations: { type: 'string' },
      hard: { type: 'string', multiple: true, default: [] },
      headlines: { type: 'string' },
      embeddings: { type: 'string' },
    },
  })
  if (values.embeddings !== undefined) {
    const files = [...(values.stream ? [values.stream] : []), ...values.hard]
    const calibration = await fitCalibration(values.embeddings, files.map(readArticles))
    return console.log(JSON.stringify(calibration))
  }
  if (values.headlines !== undefined) {
    const examples = [...joinExamples(readArticles(values.headlines), 'headline')]
    return console.log(JSON.stringify({ headline: fitModel(HEADLINE_MODEL, examples) }))
  }
  if (values.stream === undefined) throw new Error('no --stream FILE.jsonl given')
  const { stream, translations, hard } = values
  console.log(JSON.stringify(fitStream({ stream, translations: translations ?? null, hard })))
}

interface Files {
  readonly stream: string
  readonly translations: string | null
  readonly hard: readonly string[]
}

function fitStream({ stream: file, translations, hard }: Files) {
  const stream = readArticles(file)
  const joins = DENSITIES.flatMap((density) => [...joinExamples(packed(stream, density), 'join')])
  const translated = { weight: TRANSLATION_WEIGHT, inventedTimes: true }
  const links = [
    ...linkExamples(stream, { weight: 1, inventedTimes: true }),
    ...(translations ? linkExamples(readArticles(translations), translated) : []),
    ...hard.flatMap((path) => [
      ...linkExamples(readArticles(path), { weight: HARD_WEIGHT, inventedTimes: false }),
    ]),
  ]
  return { join: fitModel(JOIN_MODEL, joins), link: fitModel(LINK_MODEL, links) }
}

function fitModel({ terms }: Model, examples: readonly Example[]): Model {
  const [bias = 0, ...weights] = fitLogistic(examples, terms.length)
  return {
    bias: round(bias),
    terms: terms.map(([signals], index) => [signals, round(weights[index] ?? 0)] as const),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

await main()
