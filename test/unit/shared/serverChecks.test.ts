import { expect, test } from 'vitest'
import { checkServerFacts } from '../../../src/shared/serverChecks.ts'

const good = {
  redis_version: '7.0.15',
  aof_enabled: '1',
  aof_last_write_status: 'ok',
  maxmemory: '1073741824',
  used_memory: '104857600',
  maxmemory_policy: 'noeviction',
}

const findings = (changed: Readonly<Record<string, string>>) =>
  checkServerFacts(new Map(Object.entries({ ...good, ...changed }))).filter(
    ({ level }) => level !== 'ok',
  )

test('a Redis set up as it should be raises no finding, whether it says when it syncs or not', () => {
  expect(findings({})).toEqual([])
  expect(findings({ appendfsync: 'no' })).toEqual([])
  expect(findings({ appendfsync: 'always' })).toEqual([])
})

test.for([
  [{ redis_version: '6.0.16' }, 'problem', /6\.0\.16 is too old/],
  [{ aof_enabled: '0' }, 'warning', /append-only file off/],
  [{ appendfsync: 'everysec' }, 'warning', /loses up to two seconds/],
  [{ aof_last_write_status: 'err' }, 'problem', /cannot write its append-only file/],
  [{ maxmemory_policy: 'allkeys-lru' }, 'problem', /evicts keys when it is full \(allkeys-lru\)/],
  [{ maxmemory: '0' }, 'warning', /no limit/],
  [{ used_memory: '805306368' }, 'warning', /75 % full/],
] as const)('%j is a %s', ([changed, level, what]) => {
  expect(findings(changed)).toEqual([
    { level, what: expect.stringMatching(what), cure: expect.any(String) },
  ])
})
