import type { Config } from '../shared/config.ts'
import type { Context } from '../shared/context.ts'
import { UsageError } from '../shared/errors.ts'
import { pause } from '../shared/lifecycle.ts'
import { OperatorCommand } from '../shared/schemas.ts'
import { withRunning } from './openStore.ts'
import { say } from './terminal.ts'

/** How long an order is waited for. The assigner looks for orders twice a second. */
const waitMs = 15_000
const lookEveryMs = 50

interface Answer {
  readonly ok: boolean
  readonly message: string
  readonly story: string | null
}

/** `wirefold story merge|split|pin|keep-apart`: gives the assigner an order and tells what became of it. */
export async function orderCommand(
  config: Config,
  order: object,
  { json }: { json: boolean },
): Promise<number> {
  const command = OperatorCommand.safeParse(order)
  if (!command.success) {
    throw new UsageError(
      'stories are named by ids like s0123456789abcdef0123, see `wirefold stories`',
    )
  }
  return withRunning(config, async (context) => {
    const answer = await giveOrder(context, command.data)
    say(json ? JSON.stringify(answer) : answer.message)
    return answer.ok ? 0 : 1
  })
}

async function giveOrder({ commands }: Context, command: OperatorCommand): Promise<Answer> {
  const id = await commands.give(command)
  const deadline = AbortSignal.timeout(waitMs)
  while (!deadline.aborted) {
    const answer = await commands.answer(id)
    if (answer) return JSON.parse(answer) as Answer
    await pause(lookEveryMs, deadline)
  }
  const message = `no assigner has answered within ${waitMs / 1_000} s: order ${id} waits until one runs`
  return { ok: false, message, story: null }
}
