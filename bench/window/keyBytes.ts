import type { Context } from '../../src/shared/context.ts'
import { keysUnderPrefix } from '../../src/shared/keyspace.ts'

/** One key in so many is asked for its size, where a kind has many. */
const oneIn = 50
/** Elements of a large key that Redis looks at. */
const elements = 200

/** Bytes Redis keeps under a prefix, by kind of key: the first word behind the prefix. */
export async function bytesByKind({
  redis,
  keys,
}: Context): Promise<Readonly<Record<string, number>>> {
  const bytes = new Map<string, number>()
  const seen = new Map<string, number>()
  for await (const names of keysUnderPrefix(redis, keys.prefix)) {
    const asked = names.flatMap((name) => {
      const [kind = '', ...rest] = name.slice(keys.prefix.length + 1).split(':')
      const before = seen.get(kind) ?? 0
      seen.set(kind, before + 1)
      const weight = rest.length > 0 && before >= oneIn ? oneIn : 1
      return weight === 1 || before % oneIn === 0 ? [{ name, kind, weight }] : []
    })
    const sizes = await Promise.all(
      asked.map(({ name }) => redis.memory('USAGE', name, 'SAMPLES', elements)),
    )
    for (const [at, { kind, weight }] of asked.entries())
      bytes.set(kind, (bytes.get(kind) ?? 0) + weight * Number(sizes[at] ?? 0))
  }
  return Object.fromEntries([...bytes].toSorted(([, left], [, right]) => right - left))
}
