import { itemAt } from '../demo/random.ts'
import {
  createLanguageDetector,
  languageDetector,
  loadLanguageModel,
} from '../src/shared/core/text/language.ts'
import { languageGroupOf, parseLanguageTag } from '../src/shared/core/text/languageCodes.ts'
import {
  loadCld3,
  loadLanguageEngine,
  shortTextEngine,
} from '../src/shared/core/text/languageEngines.ts'
import type { Language } from '../src/shared/core/text/types.ts'
import { readJsonLines } from './jsonLines.ts'
import { readFoldModels } from './language/folds.ts'
import { PARTS, withParts } from './language/parts.ts'
import { type Detector, loadPeers } from './language/peers.ts'
import { type LabelledSample, type LanguageRow, samplesByKind } from './language/samples.ts'

/** What the benchmark is called with. */
export interface LanguageBenchArguments {
  /** JSON lines with `text`, `lang` and `kind`, or a folder of such files. */
  readonly data: string | null
  readonly json: boolean
  /** Also measure other packages, and the engine that stands in where the compiled one is missing. */
  readonly peers: boolean
  /** Folder of models, each fitted without a fifth of the data: every text is judged by the one that lacks it. */
  readonly models?: string
}

/** Accuracy and speed of the language detector: one JSON object, printed last. */
export const bench = { name: 'language', run }

/** Labels with little or no news on the web; they are scored apart, as kinds ending in `Rare`. */
const rareLabels: ReadonlySet<string> = new Set(
  (
    'ba bem bo dv dz ee eo ff fj fo ha hmn ig la lb lg mg mi nd nso ny om rw sd sm sn ss st ti tk tn to ts ' +
    'tt ty ug ve wo xh yo zu'
  ).split(' '),
)

async function run(args: LanguageBenchArguments): Promise<void> {
  if (args.data === null) {
    console.error(
      'bench language needs --data FILE.jsonl or a folder of such files; nothing measured',
    )
    return
  }
  const rows = readJsonLines<LanguageRow>(args.data)
  const kinds = samplesByKind(args.models === undefined ? rows : withParts(rows))
  const judge =
    args.models === undefined
      ? judgeBy(await createLanguageDetector())
      : await judgeByFolds(args.models)
  const result = measure(judge, kinds)
  const peers = args.peers ? await measurePeers(kinds) : {}
  console.log(JSON.stringify({ ...result, ...peers }, null, args.json ? 0 : 2))
}

async function measurePeers(kinds: ReadonlyMap<string, readonly LabelledSample[]>) {
  const [engine, model, peers] = await Promise.all([loadCld3(), loadLanguageModel(), loadPeers()])
  const fallback = languageDetector({ engine, shortEngine: shortTextEngine, model })
  return {
    fallback: measure(judgeBy(fallback), kinds),
    peers: Object.fromEntries(peers.map((peer) => [peer.engine, measure(judgeBy(peer), kinds)])),
  }
}

/** What is measured. */
interface Judge {
  readonly engine: string
  judge(labelled: LabelledSample): Language
}

function judgeBy(detector: Detector): Judge {
  return { engine: detector.engine, judge: ({ sample }) => detector.detect(sample) }
}

async function judgeByFolds(folder: string): Promise<Judge> {
  const engine = await loadLanguageEngine()
  const detectors = readFoldModels(folder).map((model) =>
    languageDetector({ engine, shortEngine: shortTextEngine, model }),
  )
  return {
    engine: `${engine.name}, ${PARTS} folds`,
    judge: ({ sample, part }) => itemAt(detectors, part).detect(sample),
  }
}

function measure(
  judge: Judge,
  kinds: ReadonlyMap<string, readonly LabelledSample[]>,
): Record<string, unknown> {
  const result: Record<string, unknown> = { engine: judge.engine }
  for (const [kind, samples] of kinds) {
    result[kind] = score(judge, samples)
    const common = samples.filter(({ lang }) => !rareLabels.has(lang))
    if (common.length < samples.length) result[`${kind}Common`] = score(judge, common)
  }
  return { ...result, textsPerSecond: measureSpeed(judge, kinds.get('news') ?? []) }
}

/** Means over the labels of the share found: exactly, or a language treated as one with it. */
function score(judge: Judge, samples: readonly LabelledSample[]) {
  const strict: number[] = []
  const lenient: number[] = []
  for (const [label, group] of Map.groupBy(samples, ({ lang }) => lang)) {
    const found = group.map((labelled) => judge.judge(labelled))
    strict.push(share(found, (language) => isLabel(language, label)))
    lenient.push(share(found, (language) => language.group === groupOfLabel(label)))
  }
  return { strict: mean(strict), lenient: mean(lenient), n: samples.length, labels: strict.length }
}

/** A label with a script asks for the script too. */
function isLabel(language: Language, label: string): boolean {
  const [primary, script] = label.split('-')
  const lang = label === 'zh-Hant' ? label : (parseLanguageTag(primary ?? '') ?? 'und')
  return language.lang === lang && (script === undefined || language.script === script)
}

function groupOfLabel(label: string): string {
  return languageGroupOf(parseLanguageTag(label) ?? 'und')
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length
}

function mean(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0)
  return Math.round((sum / values.length) * 10_000) / 10_000
}

const timedLength = 1000
const timedPasses = 3

/** Texts of 1,000 characters a second of this process's CPU, the best of three passes. */
function measureSpeed(judge: Judge, news: readonly LabelledSample[]): number {
  const samples = news.map((labelled) => {
    const { text } = labelled.sample
    const timed = text.padEnd(timedLength, ` ${text}`).slice(0, timedLength)
    return { ...labelled, sample: { ...labelled.sample, text: timed } }
  })
  const speeds = Array.from({ length: timedPasses }, () => {
    const start = process.cpuUsage()
    for (const sample of samples) judge.judge(sample)
    const { user, system } = process.cpuUsage(start)
    return samples.length / ((user + system) / 1e6)
  })
  return Math.round(Math.max(...speeds))
}
