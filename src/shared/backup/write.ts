import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { lstat, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { messageOf, UsageError } from '../errors.ts'
import { lastId } from '../eventStream.ts'
import { refusePart, schemaVersion } from '../keyspace.ts'
import { endsKey, type Header, type Row, type Trailer } from './file.ts'
import { type BackupParts, stateKeys, type ToldKeys } from './stateKeys.ts'
import { longestDumped, readStream } from './streams.ts'

/**
 * Writes every key under the prefix to a gzip file of JSON lines, whole or not at all. The pipeline has to be at rest: its
 * keys belong together. Returns the number of keys.
 * @throws UsageError when something is at work, and where a file cannot be written.
 */
export async function writeBackup(
  parts: BackupParts,
  path: string,
  tell: ToldKeys = () => {},
): Promise<number> {
  await refuseNoFile(path)
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
    yield add({ kind: 'wirefold-snapshot', format: 2, schema: schemaVersion })
    for await (const rows of readRows(parts)) {
      keys += rows.filter(endsKey).length
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

/** What is renamed to `path` takes its place: a link or a device would be gone, `/dev/stdout` for the whole machine. */
async function refuseNoFile(path: string): Promise<void> {
  const there = await lstat(path).catch(() => null)
  if (there && !there.isFile()) throw new UsageError(`cannot write ${path}: it is no plain file`)
}

const atWork = new UsageError(
  'the pipeline is at work, and its keys change while they are read: stop wirefold and try again, or copy the append-only file of Redis',
)

/**
 * What changes with any work at all: each job that moves is told in the events of its queue. @throws UsageError when an assigner is
 * in charge, or what is there is a part.
 */
async function stateOf(parts: BackupParts): Promise<string> {
  const { redis, keys, entries, queues } = parts
  await refusePart(parts)
  if (await redis.exists(keys.lease('assigner'))) throw atWork
  const { seen, inFlight, outcomes } = await entries.ledger()
  const due = await redis.zrange(keys.feedsDue, '0', '-1', 'WITHSCORES')
  const moves = queues.all().map((queue) => lastId(redis, queue.toKey('events')))
  const moved = [await redis.get(keys.commits), ...(await Promise.all(moves))]
  return JSON.stringify([seen, inFlight, [...outcomes], due, moved])
}

async function* readRows(parts: BackupParts): AsyncGenerator<readonly Row[]> {
  const { redis, keys } = parts
  const keyOf = (name: string) => name.slice(keys.prefix.length)
  for await (const names of stateKeys(parts)) {
    const long = await longStreams(parts, names)
    const rows = await Promise.all(
      names.map(async (name): Promise<Row | null> => {
        if (long.includes(name)) return null
        const [dump, ttlMs] = await Promise.all([redis.dumpBuffer(name), redis.pttl(name)])
        return dump && [keyOf(name), ttlMs, dump.toString('base64')]
      }),
    )
    yield rows.flatMap((row) => (row ? [row] : []))
    for (const name of long) {
      const ttlMs = await redis.pttl(name)
      for await (const part of readStream(redis, name)) yield [[keyOf(name), ttlMs, part]]
    }
  }
}

/** The streams that grow with the work, where they are long. */
async function longStreams(
  { redis, keys }: BackupParts,
  names: readonly string[],
): Promise<readonly string[]> {
  const streams = names.filter((name) => name === keys.events || name === keys.inputs)
  const lengths = await Promise.all(streams.map((name) => redis.xlen(name)))
  return streams.filter((_, at) => (lengths[at] ?? 0) > longestDumped)
}
