import { type Command, InvalidArgumentError } from 'commander'
import type { Config } from '../shared/config.ts'
import type { Context } from '../shared/context.ts'
import { type DeadLetter, type DeadLetterFilter, openDeadLetters } from '../shared/deadLetters.ts'
import { failureClasses, UsageError } from '../shared/errors.ts'
import { stageNames, stages } from '../shared/stages.ts'
import { type DeadEventsWish, deadEventsCommand, noteDeadEvents } from './deadEvents.ts'
import { withStore } from './openStore.ts'
import { type JsonFlag, jsonLines, type Run } from './run.ts'
import { age, count, cut, say, table } from './terminal.ts'

type Work = (config: Config) => Promise<number>

interface FilterFlags extends JsonFlag {
  readonly queue?: string
  readonly group?: string
  readonly reason?: string
  readonly since?: number
}

const queueNames: readonly string[] = stageNames.map((stage) => stages[stage].queue)

/** Adds `wirefold dead list|retry|drop`. */
export function addDeadCommands(program: Command, run: Run): void {
  const dead = program
    .command('dead')
    .description('look at items and events that were given up, and try again')
  const add = (action: DeadEventsWish['action'], about: string, ofQueues: FilterWork) =>
    dead
      .command(action)
      .description(about)
      .option('--queue <name>', `of ${queueNames.join(', ')}`, oneOf(queueNames))
      .option('--group <name>', 'events that this consumer group gave up, instead of items')
      .option('--reason <code>', 'why they were given up; of events, some words of it')
      .option('--since <age>', 'failed within 30m, 6h, 2d …, or since an ISO time', parseSince)
      .option(...jsonLines)
      .action((flags: FilterFlags) => run(workOf(action, flags, ofQueues)))
  add('list', 'list dead letters', listDead)
  add('retry', 'put dead letters back to work, with all their attempts', (flags) =>
    change(flags, 'retry'),
  )
  add('drop', 'remove dead letters; the ledger keeps them as failed', (flags) =>
    change(flags, 'drop'),
  )
}

type FilterWork = (flags: FilterFlags) => Work

function workOf(action: DeadEventsWish['action'], flags: FilterFlags, ofQueues: FilterWork): Work {
  const { group, queue, reason } = flags
  if (group !== undefined) {
    if (queue !== undefined) throw new UsageError('dead: give --queue or --group, not both')
    return (config) => deadEventsCommand(config, { ...flags, action, group })
  }
  if (reason !== undefined && !Object.hasOwn(failureClasses, reason)) {
    const codes = Object.keys(failureClasses).join(', ')
    throw new UsageError(`dead: --reason must be one of ${codes}`)
  }
  return ofQueues(flags)
}

const filterOf = ({ queue, reason, since }: FilterFlags): DeadLetterFilter => ({
  queue,
  reason,
  sinceMs: since,
})

function listDead(flags: FilterFlags): Work {
  return (config) =>
    withDeadLetters(config, async (letters, context) => {
      const found: DeadLetter[] = []
      for await (const letter of letters.list(filterOf(flags))) {
        if (flags.json) say(JSON.stringify(letter))
        else found.push(letter)
      }
      if (!flags.json) say(found.length > 0 ? deadText(found, context.now()) : 'no dead letters')
      if (flags.queue === undefined) await noteDeadEvents(context)
      return 0
    })
}

function change(flags: FilterFlags, what: 'retry' | 'drop'): Work {
  const done = { retry: 'put back to work', drop: 'removed' }[what]
  return (config) =>
    withDeadLetters(config, async (letters) => {
      const changed = await letters[what](filterOf(flags))
      say(
        flags.json
          ? JSON.stringify({ [what]: changed })
          : `${count(changed, 'dead letter')} ${done}`,
      )
      return 0
    })
}

/** Dead letters for a person, and how many there are of each reason. */
export function deadText(letters: readonly DeadLetter[], nowMs: number): string {
  const rows = letters.map((letter) => [
    `${age(nowMs - letter.failedMs)} ago`,
    letter.queue,
    letter.reason,
    cut(letter.url || letter.id, 60),
    cut(letter.message, 60),
  ])
  const byReason = Map.groupBy(letters, ({ reason }) => reason)
  const sums = [...byReason].map(([reason, { length }]) => `${length} ${reason}`).join(', ')
  return `${table(rows)}\n${count(letters.length, 'dead letter')}: ${sums}`
}

type Letters = ReturnType<typeof openDeadLetters>

function withDeadLetters(
  config: Config,
  work: (letters: Letters, context: Context) => Promise<number>,
): Promise<number> {
  return withStore(config, async (context) => {
    const letters = openDeadLetters(context)
    try {
      return await work(letters, context)
    } finally {
      await letters.close()
    }
  })
}

function oneOf(names: readonly string[]) {
  return (name: string): string => {
    if (names.includes(name)) return name
    throw new InvalidArgumentError(`must be one of ${names.join(', ')}`)
  }
}

const unitMs: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** `30m`, `6h`, `2d` or an ISO time as milliseconds since the epoch. */
export function parseSince(text: string): number {
  const [, amount, unit = ''] = /^(\d+)([mhd])$/.exec(text) ?? []
  const since = amount ? Date.now() - Number(amount) * (unitMs[unit] ?? 0) : Date.parse(text)
  if (Number.isFinite(since)) return since
  throw new InvalidArgumentError('must be an age such as 30m, 6h, 2d, or an ISO time')
}
