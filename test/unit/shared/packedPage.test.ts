import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codingOf } from '../../../src/shared/codings/contentCodings.ts'
import { packPage, unpackPage } from '../../../src/shared/store/packedPage.ts'

const body = Buffer.from('<p>The ferry ran aground on a sandbank.</p>'.repeat(3_000))
const sentAs = {
  gzip: gzipSync(body),
  br: brotliCompressSync(body),
  zstd: zstdCompressSync(body),
  deflate: deflateSync(body),
}

function sent(name: keyof typeof sentAs, bytes: Buffer = sentAs[name]) {
  const coding = codingOf(name)
  if (!coding) throw new Error(`no coding ${name}`)
  return { body, encoded: { coding, bytes } }
}

test.each(['gzip', 'br', 'zstd'] as const)('a page sent as %s is kept as it was sent', (name) => {
  const packed = packPage(sent(name))
  expect(packed.subarray(-sentAs[name].length)).toEqual(sentAs[name])
  expect(packed.length - sentAs[name].length).toBeLessThan(3)
  expect(unpackPage(packed).equals(body)).toBe(true)
})

test('a page that was sent plain, in another coding, or hardly compressed is compressed', () => {
  const stored = gzipSync(body, { level: 0 })
  for (const page of [{ body }, sent('deflate'), sent('gzip', stored)]) {
    const packed = packPage(page)
    expect(packed.length).toBeLessThan(body.length / 100)
    expect(unpackPage(packed).equals(body)).toBe(true)
  }
})

test('whatever a page holds, it comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.nat(40), (bytes, times) => {
      const page = Buffer.concat(Array.from({ length: times }, () => bytes))
      for (const [name, coded] of Object.entries({
        gzip: gzipSync(page),
        br: brotliCompressSync(page),
        zstd: zstdCompressSync(page),
      })) {
        const coding = codingOf(name)
        const encoded = coding && { coding, bytes: coded }
        expect(unpackPage(packPage({ body: page, encoded })).equals(page)).toBe(true)
      }
    }),
  )
})

test('what is no packed page is refused', () => {
  expect(() => unpackPage(Buffer.from('plain'))).toThrow('not a packed page')
})
