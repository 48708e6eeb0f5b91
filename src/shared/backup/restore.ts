import { UsageError } from '../errors.ts'
import { backupRows, checkBackup, type Row } from './file.ts'
import { type BackupParts, stateKeys, type ToldKeys } from './stateKeys.ts'

const batch = 200

/**
 * Brings back the keys of a snapshot under this prefix, which must be empty; it may be another one than they came from.
 * The file is read to its end first: one that is damaged changes nothing. Returns the number of keys.
 * @throws UsageError
 */
export async function restoreBackup(
  parts: BackupParts,
  path: string,
  tell: ToldKeys = () => {},
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

async function writeRows({ redis, keys }: BackupParts, rows: readonly Row[]): Promise<void> {
  const name = (key: string) => `${keys.prefix}${key}`
  await Promise.all(
    rows.map(([key, ttlMs, dump]) =>
      // a scan may name a key twice
      redis.restore(name(key), Math.max(0, ttlMs), Buffer.from(dump, 'base64'), 'REPLACE'),
    ),
  )
}
