import { expect, test } from 'vitest'
import {
  ConfigError,
  classifyFailure,
  failureClasses,
  messageOf,
  PipelineError,
  UsageError,
} from '../../../src/shared/errors.ts'

test('knows three classes of failure', () => {
  expect(new Set(Object.values(failureClasses))).toEqual(
    new Set(['transient', 'throttled', 'permanent']),
  )
})

test('names every failure in snake case, since the code is a metric label', () => {
  for (const code of Object.keys(failureClasses)) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
})

test('leaves a failure that has its code as it is', () => {
  const failure = new PipelineError('host_busy', 'wait', { retryAfterMs: 7 })
  expect(classifyFailure(failure)).toBe(failure)
})

test.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTCONN'])(
  'takes %s for a Redis that is away',
  (code) => {
    const thrown = Object.assign(new Error('socket'), { code })
    expect(classifyFailure(thrown)).toMatchObject({ code: 'redis_unavailable', cause: thrown })
  },
)

test('takes a closed connection for a Redis that is away', () => {
  expect(classifyFailure(new Error('Connection is closed.')).code).toBe('redis_unavailable')
})

test.each([
  [new TypeError('x is not a function')],
  ['a string'],
  [undefined],
  [null],
  [{ odd: 1 }],
])('calls %o unexpected', (thrown) => {
  expect(classifyFailure(thrown)).toMatchObject({ code: 'unexpected', cause: thrown })
})

test('puts any message on one line of at most 500 characters', () => {
  expect(messageOf(new Error('first\n  second\tthird'))).toBe('first second third')
  expect(messageOf(new TypeError())).toBe('TypeError')
  expect(messageOf(42)).toBe('42')
  expect(messageOf('long '.repeat(1_000))).toHaveLength(500)
})

test('lists wrong settings one a line, as a mistake of the operator', () => {
  const error = new ConfigError(['A: wrong', 'B: missing'])
  expect(error).toBeInstanceOf(UsageError)
  expect(error.message).toBe('wrong settings:\n  A: wrong\n  B: missing')
})
