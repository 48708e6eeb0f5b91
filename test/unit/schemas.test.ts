import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import {
  documentsWithTables,
  eventTypes,
  eventTypesFile,
  metricsTable,
  schemaFiles,
  withTables,
} from '../../src/commands/docs.ts'
import { eventData } from '../../src/shared/schemas.ts'
import { root } from '../support/sourceTree.ts'

const renew = 'run `npm run docs` and commit what it writes'

test.each([...schemaFiles()])('%s is up to date', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8'), renew).toBe(text)
})

test('the types for consumers are up to date', async () => {
  expect(readFileSync(join(root, eventTypesFile), 'utf8'), renew).toBe(await eventTypes())
})

test('there is a schema for every event type and no other', () => {
  const committed = globSync('schemas/*.json', { cwd: root }).toSorted()
  expect(committed).toEqual([...schemaFiles().keys()].toSorted())
  expect(committed).toHaveLength(Object.keys(eventData).length)
})

test.each([...schemaFiles()])('%s is a valid JSON Schema of draft 2020-12', (_, text) => {
  const ajv = new Ajv2020({ strict: true })
  addFormats.default(ajv)
  const schema = JSON.parse(text)
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  expect(ajv.compile(schema)({})).toBe(false)
})

test.each(documentsWithTables)('the tables of %s are up to date', (file) => {
  const text = readFileSync(join(root, file), 'utf8')
  expect(text).toMatch(/<!-- (config|metrics):start -->/)
  expect(text, renew).toBe(withTables(text))
})

test('tables are renewed between their marks and nowhere else', () => {
  const before =
    '# Title\n<!-- metrics:start -->\nworn-out text\n<!-- metrics:end -->\nafter <!-- config:start -->'
  const after = withTables(before)
  expect(after).toContain(metricsTable())
  expect(after).not.toContain('worn-out')
  expect(after).toMatch(/^# Title\n<!-- metrics:start -->\n\n\|/)
  expect(after).toMatch(/\|\n\n<!-- metrics:end -->\nafter <!-- config:start -->$/)
  expect(withTables(after)).toBe(after)
  expect(withTables('no marks')).toBe('no marks')
})

test('the table of metrics names every metric with its unit, its labels and its meaning', () => {
  const rows = metricsTable().split('\n').slice(2)
  expect(rows).toContain(
    '| `wirefold_items_total` | counter | `outcome`, `reason` | Entries that got their outcome. |',
  )
  for (const row of rows)
    expect(row).toMatch(/^\| `wirefold_[a-z_]+` \| (counter|gauge|histogram) \| .*\| .+\. \|$/)
})
