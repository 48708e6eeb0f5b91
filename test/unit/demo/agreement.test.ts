import { expect, test } from 'vitest'
import { type ClusteredArticle, measureAgreement } from '../../../demo/agreement.ts'
import { demoEvents } from '../../../demo/events/index.ts'
import { planPublications } from '../../../demo/plan.ts'
import type { PublishedAddress, TruthKind } from '../../../demo/planTypes.ts'
import { renderReport } from '../../../demo/report.ts'

const [pattern] = planPublications(demoEvents, { seed: 7, startMs: 0, durationSeconds: 120 })

function published(id: string, kind: TruthKind, storyId: string | null): PublishedAddress {
  if (pattern === undefined) throw new Error('the plan is empty')
  const lang = id.startsWith('de') ? 'de' : 'en'
  const text = { ...pattern.text, lang }
  return { ...pattern, id, text, truth: { kind, storyId }, url: `http://127.0.1.2:8090/${id}?id=1` }
}

/** Two true stories, quake (4 texts) and bank (2), and a dead end. */
const publications = [
  published('wire', 'original', 'quake'),
  published('copy', 'copy', 'quake'),
  published('de-quake', 'retelling', 'quake'),
  published('update', 'update', 'quake'),
  published('bank', 'original', 'bank'),
  published('bank-rewrite', 'rewrite', 'bank'),
  published('wall', 'consent', null),
]

const placed = (id: string, storyId: string): ClusteredArticle => ({
  url: `http://127.0.1.2:8090/${id}?id=1&utm_source=rss`,
  storyId,
})

/** S1 holds three quake texts and one bank text; S2 the other bank text; S3 the update of the quake. */
const clustered = [
  placed('wire', 'S1'),
  placed('copy', 'S1'),
  placed('de-quake', 'S1'),
  placed('update', 'S3'),
  placed('bank', 'S1'),
  placed('bank-rewrite', 'S2'),
]

test('computes BCubed as by hand', () => {
  const { bcubed } = measureAgreement(publications, clustered)
  // precision: 3 x 3/4 + 1 + 1/4 + 1 over 6; recall: 3 x 3/4 + 1/4 + 1/2 + 1/2 over 6
  expect(bcubed.precision).toBeCloseTo(4.5 / 6)
  expect(bcubed.recall).toBeCloseTo(3.5 / 6)
  expect(bcubed.f1).toBeCloseTo((2 * 4.5 * 3.5) / (6 * 8))
})

test('counts stories, kinds, languages and mistakes', () => {
  const agreement = measureAgreement(publications, clustered)
  expect(agreement).toMatchObject({
    articles: 6,
    languages: 2,
    storiesFound: 3,
    storiesTrue: 2,
    wronglyMerged: 1,
    wronglySplit: 2,
    deadEnds: { published: 1, clustered: 0 },
    unknown: 0,
  })
  expect(agreement.kinds).toEqual({
    original: { clustered: 2, together: 2 },
    copy: { clustered: 1, together: 1 },
    retelling: { clustered: 1, together: 1 },
    update: { clustered: 1, together: 0 },
    rewrite: { clustered: 1, together: 0 },
  })
})

test('takes the last story of an address and reports what it does not know', () => {
  const more = [...clustered, placed('update', 'S1'), placed('wall', 'S4'), placed('other', 'S5')]
  const agreement = measureAgreement(publications, [...more, { url: 'no url', storyId: 'S1' }])
  expect(agreement.kinds.update).toEqual({ clustered: 1, together: 1 })
  expect(agreement.deadEnds.clustered).toBe(1)
  expect(agreement.unknown).toBe(2)
})

test('gives zeros where nothing was clustered', () => {
  expect(measureAgreement(publications, [])).toMatchObject({
    articles: 0,
    bcubed: { precision: 0, recall: 0, f1: 0 },
  })
})

test('renders a table of lines of at most 80 characters', () => {
  const headline = 'Động đất mạnh làm rung chuyển thung lũng ở miền bắc Chile, hai người chết'
  const story = {
    headline,
    articles: 12,
    sources: 9,
    languages: ['en', 'vi', 'es', 'pt', 'ru', 'pl'],
  }
  const agreement = measureAgreement(publications, clustered)
  const report = renderReport({ elapsedSeconds: 60, released: 7, agreement, stories: [story] })
  for (const line of report.split('\n')) expect([...line].length).toBeLessThanOrEqual(80)
  expect(report).toMatchInlineSnapshot(`
    "The sample news day after 60 seconds
    ──────────────────────────────────────────────────────────────────────────────
      7 texts published   6 clustered   2 languages
      3 stories found   2 true ones

      texts by kind                      clustered in their story
      agency originals                           2              2  all
      copies, word for word                      1              1  all
      rewrites                                   1              0  -1
      retellings in another language             1              1  all
      later versions                             1              0  -1

      agreement (BCubed)   precision 75.0 %   recall 58.3 %   F1 65.6 %
      wrongly merged 1   wrongly split 2   dead ends kept out 1 of 1

    texts  outlets  languages           story
       12        9  en vi es pt ru pl   Động đất mạnh làm rung chuyển thung lũng …"
  `)
})
