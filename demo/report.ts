import type { Agreement } from './agreement.ts'
import type { TruthKind } from './planTypes.ts'

/** Colours of the report, those of a terminal; leave out for plain text. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly green: (text: string) => string
  readonly yellow: (text: string) => string
}

/** One story as the report lists it. */
export interface ReportedStory {
  readonly headline: string
  readonly articles: number
  readonly sources: number
  readonly languages: readonly string[]
}

/** What a report is made of. */
export interface ReportFacts {
  readonly elapsedSeconds: number
  /** Publications the web has released so far. */
  readonly released: number
  readonly agreement: Agreement
  /** Listed in this order, as many as there are. */
  readonly stories: readonly ReportedStory[]
}

/** No line is longer. */
const width = 78

const unpainted: Paint = {
  bold: (text) => text,
  dim: (text) => text,
  green: (text) => text,
  yellow: (text) => text,
}

const kindLabels: readonly (readonly [TruthKind, string])[] = [
  ['original', 'agency originals'],
  ['copy', 'copies, word for word'],
  ['cut', 'copies cut in half'],
  ['stub', 'paywall teasers of a copy'],
  ['rewrite', 'rewrites'],
  ['retelling', 'retellings in another language'],
  ['update', 'later versions'],
  ['background', 'old stories, same people'],
  ['template', 'weather and market pages'],
]

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

/** Exactly `length` characters: filled with blanks or cut; then an ellipsis takes the last place. */
function column(text: string, length: number): string {
  const characters = [...text]
  if (characters.length <= length) return text + ' '.repeat(length - characters.length)
  return `${characters.slice(0, length - 1).join('')}…`
}

function kindRow(label: string, clustered: number, together: number, paint: Paint): string {
  const figures = String(clustered).padStart(10) + String(together).padStart(15)
  const mark =
    clustered === together ? paint.green('  all') : paint.yellow(`  ${together - clustered}`)
  return `  ${column(label, 34)}${figures}${mark}`
}

function kindRows({ kinds }: Agreement, paint: Paint): readonly string[] {
  return kindLabels.flatMap(([kind, label]) => {
    const figures = kinds[kind]
    return figures === undefined ? [] : [kindRow(label, figures.clustered, figures.together, paint)]
  })
}

function storyRow({ articles, sources, languages, headline }: ReportedStory): string {
  const figures = String(articles).padStart(5) + String(sources).padStart(9)
  return `${figures}  ${column(languages.join(' '), 18)}  ${column(headline, 42).trimEnd()}`
}

function judgement(agreement: Agreement, paint: Paint): readonly string[] {
  const { bcubed, wronglyMerged, wronglySplit, deadEnds, unknown } = agreement
  const dropped = deadEnds.published - deadEnds.clustered
  return [
    `  agreement (BCubed)   precision ${percent(bcubed.precision)}   recall ${percent(bcubed.recall)}   ${paint.bold(`F1 ${percent(bcubed.f1)}`)}`,
    `  wrongly merged ${wronglyMerged}   wrongly split ${wronglySplit}   dead ends kept out ${dropped} of ${deadEnds.published}${unknown > 0 ? `   unknown ${unknown}` : ''}`,
  ]
}

function heading(
  { elapsedSeconds, released, agreement }: ReportFacts,
  paint: Paint,
): readonly string[] {
  return [
    paint.bold(`The sample news day after ${Math.round(elapsedSeconds)} seconds`),
    paint.dim('─'.repeat(width)),
    `  ${released} texts published   ${agreement.articles} clustered   ${agreement.languages} languages`,
    `  ${agreement.storiesFound} stories found   ${agreement.storiesTrue} true ones`,
  ]
}

function storyTable(stories: readonly ReportedStory[], paint: Paint): readonly string[] {
  if (stories.length === 0) return []
  return ['', paint.dim('texts  outlets  languages           story'), ...stories.map(storyRow)]
}

/** The table shown once a minute: plain text, lines of at most 78 characters, no line break at the end. */
export function renderReport(facts: ReportFacts, paint: Paint = unpainted): string {
  return [
    ...heading(facts, paint),
    '',
    paint.dim(
      `  ${column('texts by kind', 34)}${'clustered'.padStart(10)}${'in their story'.padStart(15)}`,
    ),
    ...kindRows(facts.agreement, paint),
    '',
    ...judgement(facts.agreement, paint),
    ...storyTable(facts.stories, paint),
  ].join('\n')
}
