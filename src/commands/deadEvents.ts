import type { Config } from '../shared/config.ts'
import type { Context } from '../shared/context.ts'
import { countDeadEvents, type DeadEvent, openDeadEvents } from '../shared/deadEvents.ts'
import { eventJson } from '../shared/eventStream.ts'
import { withStore } from './openStore.ts'
import { age, count, cut, note, say, table } from './terminal.ts'

/** Which events that a consumer group gave up, and what is done with them. */
export interface DeadEventsWish {
  readonly action: 'list' | 'retry' | 'drop'
  readonly group: string
  readonly reason?: string | undefined
  readonly since?: number | undefined
  readonly json: boolean
}

/** `wirefold dead list|retry|drop --group NAME`: events that a consumer group gave up. */
export function deadEventsCommand(config: Config, wish: DeadEventsWish): Promise<number> {
  return withStore(config, async (context) => {
    await actions[wish.action](context, wish)
    return 0
  })
}

type Action = (context: Context, wish: DeadEventsWish) => Promise<void>

const filterOf = ({ reason, since }: DeadEventsWish) => ({ reason, sinceMs: since })

const actions: Readonly<Record<DeadEventsWish['action'], Action>> = {
  async list(context, wish) {
    const found: DeadEvent[] = []
    for await (const letter of openDeadEvents(context, wish.group).list(filterOf(wish))) {
      if (wish.json) say(letterJson(letter))
      else found.push(letter)
    }
    if (!wish.json)
      say(
        found.length > 0
          ? lettersText(found, context.now())
          : `no dead letters of group ${wish.group}`,
      )
  },
  async retry(context, wish) {
    const { retried, trimmed } = await openDeadEvents(context, wish.group).retry(filterOf(wish))
    if (wish.json) return say(JSON.stringify({ retry: retried, trimmed }))
    say(`${count(retried, 'event')} given to group ${wish.group} again`)
    if (trimmed > 0)
      note(
        `${count(trimmed, 'event')} left the stream long ago: \`dead list --group ${wish.group} --json\` still has them`,
      )
  },
  async drop(context, wish) {
    const dropped = await openDeadEvents(context, wish.group).drop(filterOf(wish))
    say(wish.json ? JSON.stringify({ drop: dropped }) : `${count(dropped, 'dead letter')} removed`)
  },
}

function letterJson({ letterId, failedMs, reason, streamId, fields }: DeadEvent): string {
  const facts = { letterId, failedAt: new Date(failedMs).toISOString(), reason, streamId }
  return `${JSON.stringify(facts).slice(0, -1)},"event":${eventJson({ fields })}}`
}

function lettersText(letters: readonly DeadEvent[], nowMs: number): string {
  const rows = letters.map(({ failedMs, fields, reason }) => [
    `${age(nowMs - failedMs)} ago`,
    (fields['type'] ?? '').replace(/^wirefold\.|\.v\d+$/g, ''),
    cut(`${fields['subject'] ?? ''} ${fields['seq'] ?? ''}`, 40),
    cut(reason, 80),
  ])
  return `${table(rows)}\n${count(letters.length, 'dead letter')}`
}

/** Says which consumer groups have dead letters of their own. */
export async function noteDeadEvents(context: Context): Promise<void> {
  for (const [group, dead] of await countDeadEvents(context))
    note(
      `group ${group} has given up ${count(dead, 'event')}: \`wirefold dead list --group ${group}\``,
    )
}
