import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'json-schema-to-typescript'
import { configTable } from '../shared/config.ts'
import { eventJsonSchema } from '../shared/eventJsonSchema.ts'
import { createMetrics, metricPrefix } from '../shared/metrics.ts'
import { type EventType, eventData } from '../shared/schemas.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The JSON Schemas of all events, by the file they are kept in, relative to the checkout. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const types = Object.keys(eventData) as EventType[]
  return new Map(
    types.map((type) => [
      `schemas/${type}.json`,
      `${JSON.stringify(eventJsonSchema(type), null, 2)}\n`,
    ]),
  )
}

/** File of the event types for consumers. */
export const eventTypesFile = 'src/shared/client/eventTypes.ts'

/** The events as TypeScript, from the same JSON Schemas: one union that `type` tells apart. */
export async function eventTypes(): Promise<string> {
  const types = Object.keys(eventData) as EventType[]
  const schemas = types.map(
    (type): Defined => ({ title: typeName(type), ...eventJsonSchema(type) }),
  )
  const $defs = Object.assign({}, ...schemas.map((schema) => schema.$defs))
  const root = { $defs, oneOf: schemas.map(({ $defs: _, ...schema }) => schema) }
  const source = await compile(root as object, 'WirefoldEvent', {
    additionalProperties: false,
    bannerComment: '// Written by `npm run docs` from schemas.ts: change it there.',
    style: { semi: false, singleQuote: true, printWidth: 100, trailingComma: 'all' },
  })
  return `${source.trimEnd()}\n\n/** Names of the event types. */\nexport type WirefoldEventType = WirefoldEvent['type']\n`
}

/** A schema with the parts it shares with others. */
interface Defined {
  readonly title: string
  readonly $defs?: object
}

/** `wirefold.story.opened.v1` → `StoryOpened`. */
function typeName(type: EventType): string {
  const words = type.split('.').slice(1, 3)
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** The table of metrics (Markdown), one row a metric of this program. */
export function metricsTable(): string {
  const rows = createMetrics()
    .registry.getMetricsAsArray()
    .map((metric) => metric as unknown as MetricFacts)
    .filter(({ name }) => name.startsWith(metricPrefix))
    .map(({ name, type, labelNames, help }) => {
      const labels = labelNames.map((label) => `\`${label}\``).join(', ')
      return `| \`${name}\` | ${type} | ${labels} | ${help} |`
    })
  return ['| metric | type | labels | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** What the metrics of prom-client know of themselves, beyond their declared types. */
interface MetricFacts {
  readonly name: string
  readonly help: string
  readonly type: string
  readonly labelNames: readonly string[]
}

/** File of the rules for Kubernetes. */
const rulesFile = 'deploy/k8s/rules.yaml'

/** The rules of Prometheus as a ConfigMap: kustomize reads no file outside its folder. */
export function rulesManifest(): string {
  const folder = join(root, 'prometheus/rules')
  const data = readdirSync(folder).map((file) => {
    const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
    return `  ${file}: |\n${lines.map((line) => (line ? `    ${line}` : '')).join('\n')}\n`
  })
  const head = '# Written by `npm run docs` from prometheus/rules: change them there.\n'
  const meta = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: wirefold-rules\ndata:\n'
  return head + meta + data.join('')
}

/** Tables by the name of the marks they stand between. */
const tables = { config: configTable, metrics: metricsTable }

/** Documents that hold generated tables, relative to the checkout. */
export const documentsWithTables = ['README.md', 'docs/metrics.md'] as const

/** A document with its tables renewed; where a pair of marks is missing, nothing happens. */
export function withTables(document: string): string {
  return Object.entries(tables).reduce((text, [name, table]) => {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
    const [from, to] = [text.indexOf(start), text.indexOf(end)]
    if (from === -1 || to < from) return text
    return `${text.slice(0, from + start.length)}\n\n${table()}\n\n${text.slice(to)}`
  }, document)
}

async function writeDocuments(): Promise<void> {
  mkdirSync(join(root, 'schemas'), { recursive: true })
  for (const [path, text] of schemaFiles()) writeFileSync(join(root, path), text)
  writeFileSync(join(root, eventTypesFile), await eventTypes())
  writeFileSync(join(root, rulesFile), rulesManifest())
  for (const file of documentsWithTables) {
    const path = join(root, file)
    writeFileSync(path, withTables(readFileSync(path, 'utf8')))
  }
}

if (import.meta.main) await writeDocuments()
