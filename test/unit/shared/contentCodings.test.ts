import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import {
  type ContentCoding,
  codingOf,
  decodeWhole,
} from '../../../src/shared/codings/contentCodings.ts'

const coders = {
  gzip: gzipSync,
  'x-gzip': gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
}

const coding = (name: string) => codingOf(name) as ContentCoding

test.each(Object.entries(coders))('%s: content of any length comes back', (name, encode) => {
  for (const length of [0, 1, 63, 64, 65_535, 65_536, 300_000]) {
    const content = Buffer.alloc(length, 'a page of news ')
    expect(decodeWhole(coding(name), encode(content), 300_000).equals(content)).toBe(true)
  }
})

test.each(Object.entries(coders))('%s: nothing is decoded beyond the limit', (name, encode) => {
  const bomb = encode(Buffer.alloc(5_000_000))
  expect(() => decodeWhole(coding(name), bomb, 100_000)).toThrow(
    expect.objectContaining({ code: 'ERR_BUFFER_TOO_LARGE' }),
  )
})

test('a length that is claimed falsely changes nothing', () => {
  const content = Buffer.from('a page of news '.repeat(500))
  for (const claim of [0, 1, 7_499, 7_501, 0xff_ff_ff_ff]) {
    const lying = gzipSync(content)
    lying.writeUInt32LE(claim, lying.length - 4)
    const decode = () => decodeWhole(coding('gzip'), lying, 100_000)
    // zlib itself checks the length; what matters is that it is zlib that says so
    expect(decode).toThrow('incorrect length check')
  }
  const members = Buffer.concat([gzipSync(content), gzipSync('the end')])
  expect(decodeWhole(coding('gzip'), members, 100_000).toString()).toBe(`${content}the end`)
})

test('an empty last member, which claims a length of nothing, costs nothing', () => {
  const content = Buffer.alloc(1_000_000, 'a page of news ')
  const bytes = Buffer.concat([gzipSync(content), gzipSync('')])
  const steps: number[] = []
  const counting = {
    ...coding('gzip'),
    decode: (...[given, options]: Parameters<ContentCoding['decode']>) => {
      steps.push(options.chunkSize)
      return coding('gzip').decode(given, options)
    },
  }
  expect(decodeWhole(counting, bytes, 2_000_000).equals(content)).toBe(true)
  expect(steps[0]).toBeGreaterThanOrEqual(bytes.length)
})

test('a name that every object has is no coding', () => {
  expect([codingOf('constructor'), codingOf('__proto__'), codingOf('')]).toEqual([null, null, null])
})
