import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { childrenOf, parseRoles } from '../../../src/commands/roles.ts'

const namesOf = (roles: readonly string[], READERS: number, once = false) =>
  childrenOf(roles, { once, config: { READERS } }).map(({ name }) => name)

test('a run has one process of each role and as many readers as it is told', () => {
  const roles = parseRoles([], { WEBHOOK_URL: '' })
  expect(namesOf(roles, 1)).toEqual(['producers', 'reader', 'assigner', 'web'])
  expect(namesOf(roles, 3)).toEqual([
    'producers',
    'reader',
    'reader-2',
    'reader-3',
    'assigner',
    'web',
  ])
  expect(namesOf(['assigner', 'producers'], 3, true)).toEqual(['assigner', 'producers'])
})

test('events are sent where there is somebody to call, and nowhere else', () => {
  const WEBHOOK_URL = 'https://receiver.example/'
  expect(parseRoles([], { WEBHOOK_URL })).toContain('webhook')
  expect(parseRoles(['webhook'], { WEBHOOK_URL })).toEqual(['webhook'])
  expect(parseRoles([], { WEBHOOK_URL: '' })).not.toContain('webhook')
  expect(() => parseRoles(['webhook'], { WEBHOOK_URL: '' })).toThrow(/needs WEBHOOK_URL/)
})

test('every reader runs the same role under the same limits', () => {
  const [first, second] = childrenOf(['reader'], { once: true, config: { READERS: 2 } })
  expect(first?.args).toEqual(['role', 'reader', '--once'])
  expect(second).toEqual({ ...first, name: 'reader-2' })
})

test('without a number there is a reader for every core, up to four', () => {
  expect(namesOf(['reader'], 0)).toHaveLength(Math.min(availableParallelism(), 4))
})
