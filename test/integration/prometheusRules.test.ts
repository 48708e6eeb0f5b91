import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type TestContext, test } from 'vitest'
import { parse } from 'yaml'
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
