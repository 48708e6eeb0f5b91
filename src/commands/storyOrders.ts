import type { Command } from 'commander'
import type { Config } from '../shared/config.ts'
import type { Context } from '../shared/context.ts'
import { articleIdNamed } from '../shared/core/copies/canonicalUrl.ts'
import { UsageError } from '../shared/errors.ts'
import { pause } from '../shared/lifecycle.ts'
import { OperatorCommand } from '../shared/schemas.ts'
import { withRunning } from './openStore.ts'
import { type JsonFlag, jsonObject, type Run } from './run.ts'
import { say } from './terminal.ts'

/** How long an order is waited for. The assigner looks for orders twice a second. */
const waitMs = 15_000
const lookEveryMs = 50

interface Answer {
  readonly ok: boolean
  readonly message: string
  readonly story: string | null
}

/** Orders about stories: the assigner obeys them in the stream of articles. */
export function addStoryOrders(story: Command, run: Run): void {
  const give = (order: object, options: JsonFlag) =>
    run((config) => orderCommand(config, order, options))
  story
    .command('merge')
    .description('make two stories one, for good: it is not taken apart again')
    .argument('<a>')
    .argument('<b>')
    .option(...jsonObject)
    .action((a: string, b: string, options) => give({ kind: 'merge', stories: [a, b] }, options))
  story
    .command('split')
    .description('make some articles of a story a story of their own; the two stay apart')
    .argument('<id>')
    .requiredOption('--articles <list>', 'URLs or ids of articles, separated by commas', parseNames)
    .option(...jsonObject)
    .action((id: string, options: { articles: string[]; json: boolean }) =>
      give({ kind: 'split', story: id, articles: options.articles }, options),
    )
  story
    .command('pin')
    .description('make the title of an article the headline of its story')
    .argument('<id>')
    .argument('[article]', 'URL or id; none with --undo')
    .option('--undo', 'let the story choose its headline again', false)
    .option(...jsonObject)
    .action((id: string, name: string | undefined, options: { undo: boolean; json: boolean }) => {
      if (options.undo === (name !== undefined))
        throw new UsageError('pin: name an article, or give --undo')
      return give({ kind: 'pin', story: id, article: name ? articleIdNamed(name) : null }, options)
    })
  story
    .command('keep-apart')
    .description('two stories never become one by themselves')
    .argument('<a>')
    .argument('<b>')
    .option('--undo', 'they may become one again', false)
    .option(...jsonObject)
    .action((a: string, b: string, options: { undo: boolean; json: boolean }) =>
      give({ kind: 'keep_apart', stories: [a, b], undo: options.undo }, options),
    )
}

function parseNames(text: string): string[] {
  return text.split(',').flatMap((name) => (name.trim() ? articleIdNamed(name.trim()) : []))
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
