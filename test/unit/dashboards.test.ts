import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parser } from '@prometheus-io/lezer-promql'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { boards, dashboardFiles, dashboardFolder } from '../../grafana/generate.ts'
import { createMetrics, metricPrefix } from '../../src/shared/metrics.ts'
import { root } from '../support/sourceTree.ts'

interface Target {
  readonly refId: string
  readonly expr: string
}

interface Panel {
  readonly id: number
  readonly type: string
  readonly title: string
  readonly description?: string
  readonly datasource?: { readonly uid: string }
  readonly targets?: readonly Target[]
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } }
  readonly gridPos: {
    readonly x: number
    readonly y: number
    readonly w: number
    readonly h: number
  }
}

interface Board {
  readonly uid: string
  readonly panels: readonly Panel[]
}

const files = [...dashboardFiles()]
const panelsOf = (text: string) =>
  (JSON.parse(text) as Board).panels.filter(({ type }) => type !== 'row')
const panels = files.flatMap(([file, text]) =>
  panelsOf(text).map((panel) => ({ ...panel, place: `${file}: ${panel.title}` })),
)
const queries = panels.flatMap(({ place, targets }) =>
  (targets ?? []).map(({ expr }) => ({ place, expr })),
)

test('the committed boards are what `npm run dashboards` writes, byte for byte', () => {
  expect(readdirSync(dashboardFolder).toSorted()).toEqual(files.map(([name]) => name).toSorted())
  for (const [name, text] of files) {
    expect(
      readFileSync(join(dashboardFolder, name), 'utf8') === text,
      `npm run dashboards: ${name}`,
    ).toBe(true)
  }
})

test('there are six boards, and each has a name of its own', () => {
  expect(new Set(boards.map(({ name }) => name)).size).toBe(6)
  const ids = files.map(([, text]) => (JSON.parse(text) as Board).uid)
  expect(new Set(ids).size).toBe(6)
})

test('the overview says whether it is healthy with eight figures and six graphs', () => {
  const shown = panelsOf(dashboardFiles().get('overview.json') ?? '')
  expect(shown.filter(({ type }) => type === 'stat')).toHaveLength(8)
  expect(shown.filter(({ type }) => type === 'timeseries')).toHaveLength(6)
})

test('every panel has a title, an explanation, a unit, and asks the chosen data source', () => {
  for (const { place, title, description, datasource, fieldConfig, targets } of panels) {
    expect(title, place).toBeTruthy()
    expect(description, place).toMatch(/\S{3}.*\.$/)
    expect(datasource?.uid, place).toBe(`\${datasource}`)
    expect(fieldConfig?.defaults.unit, place).toBeTruthy()
    expect(targets?.length, place).toBeGreaterThan(0)
  }
})

test('panels and queries of a board are told apart', () => {
  for (const [file, text] of files) {
    const ids = (JSON.parse(text) as Board).panels.map(({ id }) => id)
    expect(new Set(ids).size, file).toBe(ids.length)
    for (const { title, targets = [] } of panelsOf(text))
      expect(new Set(targets.map(({ refId }) => refId)).size, title).toBe(targets.length)
  }
})

test('no panel lies over another or over the edge', () => {
  for (const [file, text] of files) {
    const cells = panelsOf(text).flatMap(({ title, gridPos: { x, y, w, h } }) => {
      expect(x + w, title).toBeLessThanOrEqual(24)
      return Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`)
    })
    expect(new Set(cells).size, file).toBe(cells.length)
  }
})

/** The query as Prometheus gets it. */
const filledIn = (expr: string) =>
  expr.replaceAll('$__rate_interval', '1m').replaceAll(/\$\w+/g, '.*')

test('every query is PromQL', () => {
  const faults = queries.filter(({ expr }) => {
    let isWrong = false
    parser.parse(filledIn(expr)).iterate({
      enter: ({ type }) => {
        isWrong ||= type.isError
      },
    })
    return isWrong
  })
  expect(faults).toEqual([])
})

test('counters are asked for their change, over an interval that suits the scrapes', () => {
  for (const { place, expr } of queries) {
    for (const [, call = '', range = ''] of expr.matchAll(
      /(\w+)\(\w+(?:\{[^}]*\})?\[([^\]]+)\]\)/g,
    )) {
      expect(['rate', 'increase', 'last_over_time'], place).toContain(call)
      if (call === 'rate') expect(range, place).toBe('$__rate_interval')
    }
    expect(expr, place).not.toMatch(/_total(\{[^}]*\})?(?![\w[{])/)
  }
})

/** Named by rules: `record: NAME`. */
function recordedNames(): readonly string[] {
  const { groups } = parse(readFileSync(join(root, 'prometheus/rules/recording.yml'), 'utf8')) as {
    groups: { rules: { record: string }[] }[]
  }
  return groups.flatMap(({ rules }) => rules.map(({ record }) => record))
}

test('no query asks for a metric that does not exist', async () => {
  const known = (await createMetrics().registry.getMetricsAsJSON()).map(({ name }) => name)
  const names = queries.flatMap(({ expr }) =>
    [...expr.matchAll(/\b(wirefold|nodejs|process)[_:][\w:]+/g)].map(([name]) => name),
  )
  const histogramParts = /_(bucket|sum|count)$/
  const unknown = names.filter(
    (name) =>
      ![name, name.replace(histogramParts, '')].some((one) =>
        [...known, ...recordedNames()].includes(one),
      ),
  )
  expect(names.length).toBeGreaterThan(60)
  expect(unknown).toEqual([])
})

test('every metric of the program is on a board or in a rule', async () => {
  const text =
    queries.map(({ expr }) => expr).join('\n') +
    ['alerts.yml', 'recording.yml']
      .map((file) => readFileSync(join(root, 'prometheus/rules', file), 'utf8'))
      .join('\n')
  const own = (await createMetrics().registry.getMetricsAsJSON())
    .map(({ name }) => name)
    .filter((name) => name.startsWith(metricPrefix))
  expect(own.filter((name) => !text.includes(name))).toEqual([])
})
