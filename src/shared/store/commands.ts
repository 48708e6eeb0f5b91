import type { Redis } from 'ioredis'
import type { Keys } from '../keys.ts'
import { OperatorCommand } from '../schemas.ts'

/** A command as it waits; null inside when it cannot be read. */
export interface WaitingCommand {
  readonly commandId: string
  readonly command: OperatorCommand | null
}

const mostTaken = 32

/** What operators want of stories. Commands wait in a stream, and are obeyed in its order. */
export function createCommandStore(redis: Redis, keys: Keys) {
  return {
    /** Puts a command into the stream; returns its id. */
    async give(command: OperatorCommand): Promise<string> {
      return (await redis.xadd(keys.commands, '*', 'command', JSON.stringify(command))) ?? ''
    },

    /** Has the newest command not been obeyed yet? */
    async areWaiting(): Promise<boolean> {
      const [newest, done] = await Promise.all([
        redis.xrevrange(keys.commands, '+', '-', 'COUNT', 1),
        redis.get(keys.commandsDone),
      ])
      return newest[0] !== undefined && newest[0][0] !== done
    },

    /** Commands after the last one obeyed, in their order. */
    async after(lastId: string): Promise<readonly WaitingCommand[]> {
      const entries = await redis.xrange(keys.commands, `(${lastId}`, '+', 'COUNT', mostTaken)
      return entries.map(([commandId, fields]) => ({ commandId, command: readCommand(fields[1]) }))
    },

    /** Stories kept apart: each with its partners. */
    async apart(): Promise<readonly (readonly [string, readonly string[]])[]> {
      const pairs = Object.entries(await redis.hgetall(keys.apart))
      return pairs.map(([id, partners]) => [id, JSON.parse(partners) as string[]] as const)
    },

    /** Stream id of the last command that was obeyed; `0` before the first. */
    async lastObeyed(): Promise<string> {
      return (await redis.get(keys.commandsDone)) ?? '0'
    },

    /** The answer to a command, JSON; null while there is none. */
    answer(commandId: string): Promise<string | null> {
      return redis.get(keys.commandAnswer(commandId))
    },
  }
}

export type CommandStore = ReturnType<typeof createCommandStore>

function readCommand(json: string | undefined): OperatorCommand | null {
  try {
    return OperatorCommand.safeParse(JSON.parse(json ?? '')).data ?? null
  } catch {
    return null
  }
}
