import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createKeys } from '../../../src/shared/keys.ts'

const keys = createKeys('{wf}')
const built = Object.entries(keys)
  .filter(([name]) => name !== 'prefix')
  .map(([, key]) =>
    typeof key === 'function' ? key('x' as never, 'y' as never, 'z' as never) : key,
  )

test('every key begins with the prefix, so that a hash tag keeps all in one slot', () => {
  for (const key of built) expect(key).toMatch(/^\{wf\}:./)
})

test('no two keys are the same', () => {
  expect(new Set(built).size).toBe(built.length)
})

test('the table of keys has a row for every key', () => {
  const source = readFileSync(new URL('../../../src/shared/keys.ts', import.meta.url), 'utf8')
  const rows = [...source.matchAll(/^ \* \| `([^`]+)` \|/gm)].map(([, key]) =>
    key?.replace(/:\*$/, '').replace(/<[^>]+>/g, '?'),
  )
  const shapes = built.map((key) => key.slice('{wf}:'.length).replace(/\b[xyz]\b/g, '?'))
  expect(rows.toSorted()).toEqual(shapes.toSorted())
})
