import { Minhash } from 'minhash'
import { fingerprintText, signText } from '../src/shared/core/copies/fingerprint.ts'
import { countUnits, type Damage, damages } from './copies/damage.ts'
import { type CopyIndex, indexFingerprints } from './copies/index.ts'
import { measureRedisPath } from './copies/redisPath.ts'
import { readJsonLines } from './jsonLines.ts'
import { randomNumbers } from './storyData.ts'

/** What the benchmark is called with. */
export interface CopiesBenchArguments {
  /** JSON lines with `id`, `title`, `text`, `lang` and `time`, or a folder of such files. */
  readonly data: string | null
  readonly json: boolean
  /** The `minhash` package is always measured beside: nothing more. */
  readonly peers: boolean
}

/** Recall, false links and speed of the fingerprints: one JSON object, printed last. */
export const bench = { name: 'copies', run }

interface Row {
  readonly id: string
  readonly title?: string
  readonly text?: string
}

/** Articles of this many words are damaged; shorter ones are only indexed. */
const fewestUnits = 350
const mostCopies = 1000
const seed = 7

async function run(args: CopiesBenchArguments): Promise<void> {
  if (args.data === null) {
    console.error(
      'bench copies needs --data FILE.jsonl or a folder of such files; nothing measured',
    )
    return
  }
  const texts = distinctTexts(readJsonLines<Row>(args.data))
  const fingerprints = texts.map(fingerprintText)
  const index = indexFingerprints(fingerprints)
  const originals = [...texts.keys()].filter((position) => isLong(texts[position] ?? ''))
  const damaged = originals.slice(0, mostCopies)
  const result = {
    articles: texts.length,
    damaged: damaged.length,
    recall: Object.fromEntries(
      damages.map((damage) => [damage.name, recallOf(damage, { texts, damaged, index })]),
    ),
    ...linksBetweenOriginals(texts, index),
    ...compareWithPackage(damaged.map((position) => texts[position] ?? '')),
    ...(await measureRedisPath(texts)),
  }
  console.log(JSON.stringify(result, null, args.json ? 0 : 2))
}

/** Texts of title-only rows and texts seen before are left out: they have no wrong or right copy. */
function distinctTexts(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.map((row) => row.text ?? ''))].filter((text) => text !== '')
}

function isLong(text: string): boolean {
  return countUnits(text) >= fewestUnits
}

interface DamageRun {
  readonly texts: readonly string[]
  readonly damaged: readonly number[]
  readonly index: CopyIndex
}

/** The share of damaged copies whose article is found and verified. */
function recallOf(damage: Damage, { texts, damaged, index }: DamageRun): number {
  const random = randomNumbers(seed)
  const found = damaged.filter((position) => {
    const copy = damage.apply(texts[position] ?? '', random)
    return index.copiesOf(fingerprintText(copy)).includes(position)
  })
  return rounded(found.length / Math.max(1, damaged.length))
}

/** Exact overlaps below which a link is an error of the estimate and not a copy in the data. */
const notCopyJaccard = 0.3
const notCopyContainment = 0.5

/** Links among the articles as they are; a false one joins texts that share too little to be copies. */
function linksBetweenOriginals(texts: readonly string[], index: CopyIndex) {
  let links = 0
  let falseLinks = 0
  texts.forEach((text, position) => {
    for (const other of index.copiesOf(fingerprintText(text)).filter((found) => found > position)) {
      links++
      if (!sharesEnough(text, texts[other] ?? '')) falseLinks++
    }
  })
  return { links, falseLinks }
}

function sharesEnough(a: string, b: string): boolean {
  const shinglesA = new Set(shinglesOf(a))
  const shinglesB = new Set(shinglesOf(b))
  const shared = shinglesA.intersection(shinglesB).size
  const jaccard = shared / (shinglesA.size + shinglesB.size - shared)
  const containment = shared / Math.min(shinglesA.size, shinglesB.size)
  return jaccard >= notCopyJaccard || containment >= notCopyContainment
}

/** Plain word 3-grams; of texts without spaces, runs of 5 characters. */
function shinglesOf(text: string): readonly string[] {
  const normalized = text.normalize('NFKC').toLowerCase()
  const words = normalized.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const isSpaced = normalized.length / Math.max(1, words.length) < 12
  const units = isSpaced ? words : [...words.join('')]
  const [size, separator] = isSpaced ? [3, ' '] : [5, '']
  return units
    .map((_, start) => units.slice(start, start + size).join(separator))
    .slice(0, 1 - size)
}

const comparedTexts = 200

/** Time from text to signature against the `minhash` package, in one run, and the share of equal values. */
function compareWithPackage(texts: readonly string[]) {
  const sample = texts.filter(isSpacedText).slice(0, comparedTexts)
  for (const text of sample) signText(text)
  const ours = timed(sample, signText)
  const theirs = timed(sample, packageSignature)
  const values = ours.results.flatMap((signature) => [...signature])
  const expected = theirs.results.flat()
  const equal = values.filter((value, index) => value === expected[index]).length
  return {
    identical: values.length === expected.length ? equal / Math.max(1, values.length) : 0,
    speedup: rounded(theirs.seconds / ours.seconds),
    signaturesPerSecond: Math.round(sample.length / ours.seconds),
  }
}

function isSpacedText(text: string): boolean {
  return !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Mymr}\p{scx=Khmr}]/u.test(
    text,
  )
}

function packageSignature(text: string): readonly number[] {
  const minhash = new Minhash()
  for (const shingle of shinglesOf(text)) minhash.update(shingle)
  return minhash.hashvalues
}

function timed<Result>(texts: readonly string[], work: (text: string) => Result) {
  const start = process.hrtime.bigint()
  const results = texts.map(work)
  return { results, seconds: Number(process.hrtime.bigint() - start) / 1e9 }
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
