import { messageOf, UsageError } from '../errors.ts'
import { ReplyError } from '../ioredis.ts'
import { backupRows, checkBackup, endsKey, type Row } from './file.ts'
import { type BackupParts, stateKeys, type ToldKeys } from './stateKeys.ts'
import { writeStreamPart } from './streams.ts'

const batch = 200

/**
 * Brings back the keys of a snapshot under this prefix, which must be empty; it may be another one than they came from.
 * The file is read to its end first: one that is damaged changes nothing. A mark says that what is there is a part, until
 * all is there; what lies behind such a mark is erased first. Returns the number of keys.
 * @throws UsageError
 */
export async function restoreBackup(
  parts: BackupParts,
  path: string,
  tell: ToldKeys = () => {},
): Promise<number> {
  const count = await checkBackup(path)
  await makeRoom(parts)
  const { redis, keys } = parts
  try {
    await redis.set(keys.restoring, '1')
    let done = 0
    for await (const rows of inBatches(backupRows(path))) {
      await writeRows(parts, rows)
      done += rows.filter(endsKey).length
      tell(done, count)
    }
    await redis.del(keys.restoring)
    return count
  } catch (error) {
    throw error instanceof ReplyError ? refused(error) : error
  }
}

async function makeRoom(parts: BackupParts): Promise<void> {
  const { redis, keys } = parts
  const isPart = (await redis.exists(keys.restoring)) > 0
  for await (const names of stateKeys(parts)) {
    if (!isPart)
      throw new UsageError(
        `there are keys under ${keys.prefix} already: restore under another KEY_PREFIX, or into an empty Redis`,
      )
    await redis.unlink(...names)
  }
}

/** What to do by what Redis answers. */
const cures: readonly (readonly [answer: RegExp, cure: string])[] = [
  [/^OOM/, 'give it more memory (REDIS_MAX_MEMORY_MB, or maxmemory of a Redis of your own)'],
  [/DUMP payload/, 'use a Redis that is not older than the one the snapshot is from'],
  [/^/, 'mend that'],
]

function refused(answer: unknown): UsageError {
  const text = messageOf(answer)
  const cure = cures.find(([pattern]) => pattern.test(text))?.[1]
  return new UsageError(
    `Redis did not take the whole snapshot (${text}): ${cure}, then run \`wirefold restore\` again, which begins anew`,
  )
}

async function* inBatches(all: AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = []
  for await (const row of all) {
    rows.push(row)
    // a part is as large as a batch
    if (rows.length < batch && typeof row[2] === 'string') continue
    yield rows
    rows = []
  }
  yield rows
}

async function writeRows({ redis, keys }: BackupParts, rows: readonly Row[]): Promise<void> {
  const write = async ([key, ttlMs, value]: Row) => {
    const name = `${keys.prefix}${key}`
    const leftMs = Math.max(0, ttlMs)
    if (typeof value !== 'string') return writeStreamPart(redis, name, value, leftMs)
    // a scan may name a key twice
    await redis.restore(name, leftMs, Buffer.from(value, 'base64'), 'REPLACE')
  }
  await Promise.all(rows.map(write))
}
