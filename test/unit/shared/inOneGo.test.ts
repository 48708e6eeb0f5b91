import * as zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { inOneGo } from '../../../src/shared/codings/inOneGo.ts'

const content = Buffer.alloc(300_000, 'a page of news ')

// the name of what is let go of is Node's own: where Node has changed it, this fails
test.each([
  ['gzip', zlib.gzipSync(content), zlib.gunzipSync],
  ['deflate', zlib.deflateSync(content), zlib.inflateSync],
  ['br', zlib.brotliCompressSync(content), zlib.brotliDecompressSync],
  ['zstd', zlib.zstdCompressSync(content), zlib.zstdDecompressSync],
])('what decodes %s does not keep the buffer that it wrote into', (_, encoded, decode) => {
  const engines: { readonly _outBuffer: unknown }[] = []
  const decoded = inOneGo((bytes, options) => {
    const worked = decode(bytes, options) as unknown as { engine: { _outBuffer: unknown } }
    expect(worked.engine._outBuffer).toBeInstanceOf(Buffer)
    engines.push(worked.engine)
    return worked
  })
  expect(decoded(encoded, {}).equals(content)).toBe(true)
  expect(engines.map(({ _outBuffer }) => _outBuffer)).toEqual([null])
})
