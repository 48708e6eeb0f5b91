import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Context } from './context.ts'
import { messageOf, UsageError } from './errors.ts'
import { keysUnderPrefix, schemaVersion } from './keyspace.ts'

type Parts = Pick<Context, 'redis' | 'keys' | 'entries'>

/** Is told how many keys are done, and how many there are about. */
type Told = (done: number, total: number) => void

/** First line of a snapshot. */
interface Header {
  readonly kind: 'wirefold-snapshot'
  readonly format: 1
  readonly schema: string
}

/** One key: without its prefix, milliseconds it has left (-1 = for ever), and Redis' own dump of it, base64. */
type Row = readonly [key: string, ttlMs: number, dump: string]

/** Last line: what must have been read by then. */
interface Trailer {
  readonly keys: number
  /** SHA-256 of all lines before. */
  readonly digest: string
}

const batch = 200

/**
 * Writes every key under the prefix to a gzip file of JSON lines, whole or not at all. The pipeline has to be at rest: its
 * keys belong together. Returns the number of keys.
 * @throws UsageError when something is at work.
 */
export async function writeBackup(
  parts: Parts,
  path: string,
  tell: Told = () => {},
): Promise<number> {
  const before = await stateOf(parts)
  const unfinished = `${path}.part`
  const total = await parts.redis.dbsize()
  const digest = createHash('sha256')
  let keys = 0
  async function* lines(): AsyncGenerator<string> {
    const add = (value: Header | Row) => {
      const line = `${JSON.stringify(value)}\n`
      digest.update(line)
      return line
    }
    yield add({ kind: 'wirefold-snapshot', format: 1, schema: schemaVersion })
    for await (const rows of readRows(parts)) {
      keys += rows.length
      tell(keys, Math.max(keys, total))
      yield rows.map(add).join('')
    }
    yield `${JSON.stringify({ keys, digest: digest.digest('hex') } satisfies Trailer)}\n`
  }
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(unfinished))
    if ((await stateOf(parts)) !== before) throw atWork
    await rename(unfinished, path)
    return keys
  } catch (error) {
    await rm(unfinished, { force: true })
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    throw new UsageError(`cannot write ${path}: ${messageOf(error)}`)
  }
}

const atWork = new UsageError(
  'the pipeline is at work, and its keys change while they are read: stop wirefold and try again, or copy the append-only file of Redis',
)

/** What changes with any work at all. @throws UsageError when an assigner is in charge. */
async function stateOf({ redis, keys, entries }: Parts): Promise<string> {
  if (await redis.exists(keys.assignerLease)) throw atWork
  const { seen, inFlight, outcomes } = await entries.ledger()
  const due = await redis.zrange(keys.feedsDue, '0', '-1', 'WITHSCORES')
  return JSON.stringify([seen, inFlight, [...outcomes], due, await redis.get(keys.commits)])
}

/** Names of the keys in batches. BullMQ writes its settings as soon as a process starts: they belong to no state. */
async function* stateKeys({ redis, keys }: Parts): AsyncGenerator<readonly string[]> {
  const isSettings = (name: string) => name.startsWith(keys.queues) && name.endsWith(':meta')
  for await (const names of keysUnderPrefix(redis, keys.prefix)) {
    const kept = names.filter((name) => !isSettings(name))
    if (kept.length > 0) yield kept
  }
}

async function* readRows(parts: Parts): AsyncGenerator<readonly Row[]> {
  const { redis, keys } = parts
  for await (const names of stateKeys(parts)) {
    const rows = await Promise.all(
      names.map(async (name): Promise<Row | null> => {
        const [dump, ttlMs] = await Promise.all([redis.dumpBuffer(name), redis.pttl(name)])
        return dump && [name.slice(keys.prefix.length), ttlMs, dump.toString('base64')]
      }),
    )
    yield rows.flatMap((row) => (row ? [row] : []))
  }
}

/**
 * Brings back the keys of a snapshot under this prefix, which must be empty; it may be another one than they came from.
 * The file is read to its end first: one that is damaged changes nothing. Returns the number of keys.
 * @throws UsageError
 */
export async function restoreBackup(
  parts: Parts,
  path: string,
  tell: Told = () => {},
): Promise<number> {
  const count = await checkBackup(path)
  for await (const _ of stateKeys(parts))
    throw new UsageError(
      `there are keys under ${parts.keys.prefix} already: restore under another KEY_PREFIX, or into an empty Redis`,
    )
  let done = 0
  for await (const rows of inBatches(backupRows(path))) {
    await writeRows(parts, rows)
    done += rows.length
    tell(done, count)
  }
  return count
}

async function* inBatches(all: AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = []
  for await (const row of all) {
    rows.push(row)
    if (rows.length < batch) continue
    yield rows
    rows = []
  }
  yield rows
}

async function writeRows({ redis, keys }: Parts, rows: readonly Row[]): Promise<void> {
  const name = (key: string) => `${keys.prefix}${key}`
  await Promise.all(
    rows.map(([key, ttlMs, dump]) =>
      // a scan may name a key twice
      redis.restore(name(key), Math.max(0, ttlMs), Buffer.from(dump, 'base64'), 'REPLACE'),
    ),
  )
}

/** Reads a snapshot to its end. Returns the number of its keys. @throws UsageError when it cannot be used. */
async function checkBackup(path: string): Promise<number> {
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
  if (keys !== lines - 2 || digest.digest('hex') !== expected)
    throw new UsageError(`${path} is damaged or not complete: nothing was restored`)
  return keys
}

function checkHeader(path: string, line: string): void {
  const { kind, format, schema } = parseJson<Header>(line)
  if (kind !== 'wirefold-snapshot' || format !== 1)
    throw new UsageError(`${path} is no snapshot of wirefold`)
  if (schema !== schemaVersion)
    throw new UsageError(
      `${path} is of schema ${schema}, this wirefold needs ${schemaVersion}: restore it with the version that made it`,
    )
}

async function* backupRows(path: string): AsyncGenerator<Row> {
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
