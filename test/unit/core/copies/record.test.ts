import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CopyRecord,
  packRecord,
  recordBytes,
  unpackRecord,
} from '../../../../src/shared/core/copies/record.ts'

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((digits) => digits.join(''))

const records: fc.Arbitrary<CopyRecord> = fc.record({
  signature: fc.uint8Array({ minLength: 128, maxLength: 128 }),
  shingleCount: fc.integer({ min: 1, max: 0xffffffff }),
  timeSeconds: fc.integer({ min: 0, max: 0xffffffff }),
  articleId: hex(20).map((digits) => `a${digits}`),
  textHash: hex(16),
})

test('a record comes back as it was packed', () => {
  fc.assert(
    fc.property(records, (record) => {
      const packed = packRecord(record)
      expect(packed.length).toBe(recordBytes)
      expect(unpackRecord(packed)).toEqual(record)
    }),
  )
})

test('a text without shingles keeps its id and time', () => {
  const record = {
    signature: new Uint8Array(0),
    shingleCount: 0,
    timeSeconds: 1_700_000_000,
    articleId: 'a0123456789abcdef0123',
    textHash: '',
  }
  expect(unpackRecord(packRecord(record))).toEqual(record)
})

test('bytes of another length are no record', () => {
  expect(unpackRecord(Buffer.alloc(recordBytes - 1))).toBeNull()
  expect(unpackRecord(Buffer.alloc(0))).toBeNull()
})

test('the layout is fixed, because stored records outlive a release', () => {
  const packed = packRecord({
    signature: new Uint8Array(128).fill(7),
    shingleCount: 258,
    timeSeconds: 1,
    articleId: 'a00112233445566778899',
    textHash: 'ffeeddccbbaa9988',
  })
  expect(packed.toString('hex')).toBe(
    `${'07'.repeat(128)}0201000001000000${'00112233445566778899'}${'ffeeddccbbaa9988'}`,
  )
})
