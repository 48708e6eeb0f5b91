import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { fieldOf, parseHead, type WarcRecord } from './record.ts'

/** A file that is not what it says; what stood before the place was read. */
export class WarcError extends Error {
  override readonly name = 'WarcError'
}

const headEnd = '\r\n\r\n'
const maxHeadBytes = 64_000
const maxBlockBytes = 50_000_000

/**
 * The records of a WARC file, compressed or not, one at a time. A file that was cut off ends with its last whole record.
 * `progress` is told of the bytes read from the file.
 * @throws WarcError where the file is no WARC file, or a record is larger than 50 MB.
 */
export async function* readWarc(
  path: string,
  progress: (bytes: number) => void = () => {},
): AsyncGenerator<WarcRecord> {
  const file = createReadStream(path)
  file.on('data', (chunk) => progress(chunk.length))
  const bytes = /\.gz(\.\w+)?$/.test(path) ? file.pipe(createGunzip()) : file
  file.on('error', (error) => bytes.destroy(error))
  let pending: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
      for (let next = takeRecord(pending, path); next; next = takeRecord(pending, path)) {
        pending = next.rest
        yield next.record
      }
    }
  } catch (error) {
    if (!isCutOff(error)) throw error
  } finally {
    file.destroy()
  }
}

/** A process that dies leaves half a record behind. */
function isCutOff(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
}

/** The first record of some bytes, and what follows it; null when it is not there whole. */
function takeRecord(bytes: Buffer, path: string): { record: WarcRecord; rest: Buffer } | null {
  const end = bytes.indexOf(headEnd)
  if (end === -1) {
    if (bytes.length > maxHeadBytes) throw new WarcError(`${path} is no WARC file`)
    return null
  }
  const fields = parseHead(bytes.toString('utf8', 0, end).trimStart())
  if (!fields) throw new WarcError(`${path} is no WARC file, or is damaged`)
  const length = Number(fieldOf({ fields, block: bytes }, 'content-length'))
  if (!(length >= 0 && length <= maxBlockBytes)) {
    throw new WarcError(`${path} holds a record of impossible length`)
  }
  const start = end + headEnd.length
  const after = start + length + headEnd.length
  if (bytes.length < after) return null
  return {
    record: { fields, block: Buffer.from(bytes.subarray(start, start + length)) },
    rest: bytes.subarray(after),
  }
}
