import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areNear, packedSounds, soundKey } from '../../../../src/shared/core/stories/soundKeys.ts'

const anySkeleton = fc
  .array(fc.constantFrom(...'abdfgklmnprstv'), { minLength: 1, maxLength: 8 })
  .map((sounds) => sounds.join(''))

function near(a: string, b: string): boolean {
  const [one = 0, other = 0] = [a, b].map((name) => packedSounds('sound', soundKey('sound', name)))
  return areNear('sound', one, other)
}

test('different skeletons of up to eight sounds have different keys', () => {
  fc.assert(
    fc.property(anySkeleton, anySkeleton, (a, b) => {
      expect(soundKey('sound', a) === soundKey('sound', b)).toBe(a === b)
      expect(packedSounds('coarse', soundKey('coarse', a))).toBe(
        packedSounds('sound', soundKey('sound', a)),
      )
    }),
  )
})

test.each([
  ['knsmb', 'knsmkb'],
  ['ptrsn', 'btrsn'],
  ['brmbrbsk', 'brbrbsk'],
  ['ptrsn', 'ptrs'],
])('%s and %s differ in one sound', (a, b) => {
  expect(near(a, b)).toBe(true)
})

test.each([
  ['knsmb', 'knsmb'],
  ['slnsk', 'slnks'],
  ['ptn', 'ptr'],
  ['knsmb', 'mrnsk'],
])('%s and %s are not near', (a, b) => {
  expect(near(a, b)).toBe(false)
})

test('nearness is symmetric, and a changed sound of a long name is always near', () => {
  const longName = fc
    .array(fc.constantFrom(...'bdfgklm'), { minLength: 6, maxLength: 8 })
    .map((sounds) => sounds.join(''))
  fc.assert(
    fc.property(longName, anySkeleton, fc.nat(5), (name, other, place) => {
      expect(near(name, other)).toBe(near(other, name))
      expect(near(name, `${name.slice(0, place)}n${name.slice(place + 1)}`)).toBe(true)
    }),
  )
})
