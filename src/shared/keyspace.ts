import type { Redis } from 'ioredis'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'

/** Raised when keys or stored values change in a way older data cannot be read with. */
export const schemaVersion = '2'

type Parts = Pick<Context, 'redis' | 'keys'>

/**
 * Makes sure the keys under the prefix are of this version and of this kind. What the sample news web left is thrown
 * away, unless `joins` says that this run works on what is there, whatever it is; real data are never touched.
 * @throws UsageError when the prefix holds something else.
 */
export async function prepareKeyspace(
  parts: Parts,
  { demo, joins = false, say }: { demo: boolean; joins?: boolean; say: (line: string) => void },
): Promise<void> {
  const { redis, keys } = parts
  await refusePart(parts)
  const [version, marked] = await redis.mget(keys.schema, keys.demo)
  if (version && version !== schemaVersion && (!marked || joins)) {
    throw new UsageError(
      `the data under ${keys.prefix} are of schema ${version}, this wirefold needs ${schemaVersion}: use another KEY_PREFIX or the version that made them`,
    )
  }
  if (marked && joins) return
  if (marked) {
    say(`throwing away what the sample news web left under ${keys.prefix}`)
    await eraseAll(parts)
  } else if (demo && version) {
    throw new UsageError(
      `Redis holds real stories under ${keys.prefix}, and the sample news web would mix with them: set FEEDS, or another KEY_PREFIX`,
    )
  }
  await redis.set(keys.schema, schemaVersion)
  if (demo) await redis.set(keys.demo, '1')
}

/** What stands in the way of all work on a part of a snapshot, and what to do; null when there is nothing. */
export async function findPart({ redis, keys }: Parts) {
  if ((await redis.exists(keys.restoring)) === 0) return null
  return {
    what: `a restore under ${keys.prefix} has not come to its end, and what is there is a part`,
    cure: 'wait for it, or, if it was broken off, run `wirefold restore FILE` again, which begins anew; or use another KEY_PREFIX',
  }
}

/** @throws UsageError when a restore is at work, or was broken off. */
export async function refusePart(parts: Parts): Promise<void> {
  const part = await findPart(parts)
  if (part) throw new UsageError(`${part.what}: ${part.cure}`)
}

async function eraseAll({ redis, keys }: Parts): Promise<void> {
  for await (const names of keysUnderPrefix(redis, keys.prefix)) await redis.unlink(...names)
}

/** Names of all keys under a prefix, in batches that are not empty; one may come twice while keys are written. */
export async function* keysUnderPrefix(
  redis: Redis,
  prefix: string,
): AsyncGenerator<readonly string[]> {
  const pattern = `${prefix.replace(/[[\]*?\\]/g, '\\$&')}:*`
  let cursor = '0'
  do {
    const [following, found] = await redis.scan(cursor, 'MATCH', pattern, 'COUNT', 1_000)
    if (found.length > 0) yield found
    cursor = following
  } while (cursor !== '0')
}
