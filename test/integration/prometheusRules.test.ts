import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, type TestContext, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { createMetrics } from '../../src/shared/metrics.ts'
import { needProgram } from '../support/debianProgram.ts'
import { root } from '../support/sourceTree.ts'

/** `apt-get` may have to bring promtool. */
const withDownloadMs = 300_000

const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface Rule {
  readonly alert?: string
  readonly record?: string
  readonly expr: string
  readonly for?: string
  readonly labels?: { readonly severity: string }
  readonly annotations?: { readonly summary: string; readonly runbook_url: string }
}

function rulesOf(file: string): readonly Rule[] {
  const { groups } = parse(read(`prometheus/rules/${file}`)) as { groups: { rules: Rule[] }[] }
  return groups.flatMap(({ rules }) => rules)
}

const recording = rulesOf('recording.yml')
const alerts = rulesOf('alerts.yml')

async function promtool(task: TestContext, ...args: string[]): Promise<string> {
  const { path, env } = await needProgram('promtool', task)
  const { stdout } = await promisify(execFile)(path, args, { cwd: join(root, 'prometheus'), env })
  return stdout
}

test(
  'promtool finds nothing wrong with the configuration and its rules',
  async (task) => {
    const found = await promtool(task, 'check', 'config', 'prometheus.yml')
    expect(found).toContain(`${alerts.length} rules found`)
    expect(found).toContain(`${recording.length} rules found`)
  },
  withDownloadMs,
)

test(
  'every alert fires on its trouble and not before its time; a healthy system raises none',
  async (task) => {
    expect(await promtool(task, 'test', 'rules', 'tests/alerts.yml')).toContain('SUCCESS')
  },
  withDownloadMs,
)

/** Pages that wait, pages read a second (null = none yet), and the readers KEDA then wants. */
const scalings: readonly (readonly [number, number | null, number])[] = [
  [0, 0, 2],
  // the first pages after a quiet night
  [1, null, 2],
  [1, 0, 2],
  [1, 0.01, 2],
  [100, 0.2, 2],
  [300, 1, 5],
  [300, 30, 2],
  [7_200, 30, 4],
  [90_000, 30, 8],
  // nobody reads
  [90_000, 0, 8],
]

test(
  'readers are as many as the work that waits wants: few pages at a low rate are no backlog',
  async (task) => {
    const { spec } = parse(read('deploy/k8s/autoscaling.yaml'))
    const { query, threshold } = spec.triggers[0].metadata
    const scaled = `ceil(${query} / ${threshold})`
    const tests = scalings.map(([waiting, perSecond, readers]) => ({
      interval: '1m',
      input_series: [
        { series: 'wirefold_queue_jobs{queue="pages", state="waiting"}', values: `${waiting}x20` },
        ...(perSecond === null
          ? []
          : [
              {
                series: 'wirefold_stage_duration_seconds_count{stage="read", outcome="next"}',
                values: `0+${perSecond * 60}x20`,
              },
            ]),
      ],
      promql_expr_test: [
        {
          // promtool shows the expression only
          expr: `clamp(${scaled}, ${spec.minReplicaCount}, ${spec.maxReplicaCount}) # ${waiting} at ${perSecond}/s`,
          eval_time: '20m',
          exp_samples: [{ labels: '{}', value: readers }],
        },
      ],
    }))
    const folder = mkdtempSync(join(tmpdir(), 'wirefold-scaling-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'scaling.yml')
    const rule_files = [join(root, 'prometheus/rules/recording.yml')]
    writeFileSync(file, stringify({ rule_files, evaluation_interval: '1m', tests }))
    expect(await promtool(task, 'test', 'rules', file)).toContain('SUCCESS')
  },
  withDownloadMs,
)

interface AlertTest {
  readonly alertname: string
  readonly exp_alerts: readonly unknown[]
}

test('no alert is without a test that it fires and one that it keeps quiet', () => {
  const { tests } = parse(read('prometheus/tests/alerts.yml')) as {
    tests: { alert_rule_test?: AlertTest[] }[]
  }
  const cases = tests.flatMap(({ alert_rule_test: list }) => list ?? [])
  const named = (fires: boolean) =>
    new Set(cases.filter((one) => one.exp_alerts.length > 0 === fires).map((one) => one.alertname))
  const names = new Set(alerts.map(({ alert }) => alert))
  expect(names.size).toBeGreaterThanOrEqual(12)
  expect(named(true)).toEqual(names)
  expect(named(false)).toEqual(names)
})

test('every alert waits, has a severity and a section in the runbook', () => {
  const runbook = read('docs/operations.md')
  for (const { alert, for: waits, labels, annotations } of alerts) {
    expect(waits, alert).toMatch(/^\d+m$/)
    expect(labels?.severity, alert).toMatch(/^(critical|warning)$/)
    expect(annotations?.summary, alert).toBeTruthy()
    expect(annotations?.runbook_url).toBe(`docs/operations.md#${alert?.toLowerCase()}`)
    expect(runbook).toContain(`\n### ${alert}\n`)
  }
})

test('rules ask for no metric that does not exist', async () => {
  const known = (await createMetrics().registry.getMetricsAsJSON()).map(({ name }) => name)
  const recorded = recording.map(({ record }) => record)
  const parts = /_(bucket|sum|count)$/
  for (const { expr } of [...recording, ...alerts]) {
    for (const [name] of expr.matchAll(/\b(wirefold|nodejs)[_:][\w:]+/g)) {
      expect([...known, ...recorded]).toContain(
        known.includes(name) ? name : name.replace(parts, ''),
      )
    }
  }
})
