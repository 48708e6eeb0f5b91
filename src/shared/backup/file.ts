import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { messageOf, UsageError } from '../errors.ts'
import { schemaVersion } from '../keyspace.ts'
import type { StreamPart } from './streams.ts'

/** First line of a snapshot. */
export interface Header {
  readonly kind: 'wirefold-snapshot'
  readonly format: 2
  readonly schema: string
}

/**
 * One key: without its prefix, milliseconds it has left (-1 = for ever), and Redis' own dump of it, base64, or one of the parts of
 * a long stream, which follow each other.
 */
export type Row = readonly [key: string, ttlMs: number, value: string | StreamPart]

/** Whether a key is whole with this row. */
export const endsKey = ([, , value]: Row): boolean =>
  typeof value === 'string' || value.end !== null

/** Last line: what must have been read by then. */
export interface Trailer {
  readonly keys: number
  /** SHA-256 of all lines before. */
  readonly digest: string
}

/** Reads a snapshot to its end. Returns the number of its keys. @throws UsageError when it cannot be used. */
export async function checkBackup(path: string): Promise<number> {
  const digest = createHash('sha256')
  let last = ''
  let lines = 0
  for await (const line of backupLines(path)) {
    if (lines === 0) checkHeader(path, line)
    if (lines > 0) digest.update(`${last}\n`)
    last = line
    lines += 1
  }
  const { keys, digest: expected } = parseJson<Trailer>(last)
  if (keys === undefined || digest.digest('hex') !== expected)
    throw new UsageError(`${path} is damaged or not complete: nothing was restored`)
  return keys
}

function checkHeader(path: string, line: string): void {
  const { kind, format, schema } = parseJson<Header>(line)
  // the first format had no streams in parts
  if (kind !== 'wirefold-snapshot' || ![1, 2].includes(Number(format)))
    throw new UsageError(`${path} is no snapshot of wirefold`)
  if (schema !== schemaVersion)
    throw new UsageError(
      `${path} is of schema ${schema}, this wirefold needs ${schemaVersion}: restore it with the version that made it`,
    )
}

/** The keys of a snapshot that was checked. */
export async function* backupRows(path: string): AsyncGenerator<Row> {
  for await (const line of backupLines(path)) {
    if (line.startsWith('[')) yield JSON.parse(line) as Row
  }
}

async function* backupLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const unpacked = createGunzip()
  file.on('error', (error) => unpacked.destroy(error))
  try {
    yield* createInterface({ input: file.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY })
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${messageOf(error)}`)
  } finally {
    file.destroy()
  }
}

function parseJson<T extends object>(line: string): Partial<T> {
  try {
    return Object(JSON.parse(line)) as Partial<T>
  } catch {
    return {}
  }
}
