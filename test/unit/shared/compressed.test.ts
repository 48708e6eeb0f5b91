import { zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compress, decompress } from '../../../src/shared/store/compressed.ts'

test('what was compressed comes back, whatever its length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
      expect(decompress(compress(bytes))).toEqual(Buffer.from(bytes))
    }),
  )
  for (const length of [0, 1, 255, 256, 65_791, 65_792, 1_000_000]) {
    const bytes = Buffer.alloc(length, 'page ')
    expect(decompress(compress(bytes)).equals(bytes)).toBe(true)
  }
})

test('a frame that does not say its length is read all the same', () => {
  const bytes = Buffer.from('an older page '.repeat(20_000))
  expect(decompress(zstdCompressSync(bytes)).equals(bytes)).toBe(true)
})
