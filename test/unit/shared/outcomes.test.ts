import { expect, test } from 'vitest'
import { pageDropReasons } from '../../../src/shared/core/page/types.ts'
import { done, drop, dropReasons, next } from '../../../src/shared/outcomes.ts'

test('names every drop reason once, in snake case', () => {
  expect(new Set(dropReasons).size).toBe(dropReasons.length)
  for (const reason of dropReasons) expect(reason).toMatch(/^[a-z]+(_[a-z]+)*$/)
})

test('knows every reason a page can be dropped for', () => {
  expect(dropReasons).toEqual(expect.arrayContaining([...pageDropReasons]))
})

test('says what became of an item in three ways', () => {
  expect(next({ id: 1 })).toEqual({ kind: 'next', payload: { id: 1 } })
  expect(drop('fetch_gone', 'HTTP 410')).toEqual({
    kind: 'drop',
    reason: 'fetch_gone',
    detail: 'HTTP 410',
  })
  expect(done).toEqual({ kind: 'done' })
})
