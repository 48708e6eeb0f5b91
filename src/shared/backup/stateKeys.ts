import type { Context } from '../context.ts'
import { keysUnderPrefix } from '../keyspace.ts'

/** What backup and restore work on. */
export type BackupParts = Pick<Context, 'redis' | 'keys' | 'entries' | 'queues'>

/** Is told how many keys are done, and how many there are about. */
export type ToldKeys = (done: number, total: number) => void

/**
 * Names of the keys in batches. BullMQ writes its settings as soon as a process starts: they belong to no state, nor does
 * the mark of an unfinished restore.
 */
export async function* stateKeys({ redis, keys }: BackupParts): AsyncGenerator<readonly string[]> {
  const isSettings = (name: string) => name.startsWith(keys.queues) && name.endsWith(':meta')
  const isState = (name: string) => !isSettings(name) && name !== keys.restoring
  for await (const names of keysUnderPrefix(redis, keys.prefix)) {
    const kept = names.filter(isState)
    if (kept.length > 0) yield kept
  }
}
