import * as zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { letGo } from '../../../src/shared/codings/letGo.ts'

const content = Buffer.alloc(300_000, 'a page of news ')

// the name of what is let go of is Node's own: where Node has changed it, this fails
test.each([
  ['gzip', zlib.gzipSync(content), zlib.gunzipSync],
  ['deflate', zlib.deflateSync(content), zlib.inflateSync],
  ['br', zlib.brotliCompressSync(content), zlib.brotliDecompressSync],
  ['zstd', zlib.zstdCompressSync(content), zlib.zstdDecompressSync],
])('what decodes %s does not keep the buffer that it wrote into', (_, encoded, decode) => {
  const worked = decode(encoded, { info: true }) as unknown as {
    readonly buffer: Buffer
    readonly engine: { readonly _outBuffer: unknown }
  }
  expect(worked.engine._outBuffer).toBeInstanceOf(Buffer)
  expect(letGo(worked).equals(content)).toBe(true)
  expect(worked.engine._outBuffer).toBeNull()
})
