import type { Context } from '../shared/context.ts'
import type { Ledger } from '../shared/store/entries.ts'
import { ledgerJson, ledgerText } from './ledger.ts'
import { count } from './terminal.ts'

/** What a run has done: the ledger, feeds, those that could not be read, events in the stream. */
export interface Summary {
  readonly ledger: Ledger
  readonly feeds: number
  readonly failing: number
  readonly events: number
}

/** Counts it from the store. */
export async function summaryOf({ entries, feeds, redis, keys }: Context): Promise<Summary> {
  const all = await feeds.all()
  return {
    ledger: await entries.ledger(),
    feeds: all.length,
    failing: all.filter(({ state }) => state.failures > 0).length,
    events: await redis.xlen(keys.events),
  }
}

/** One object; the ledger as `wirefold ledger --json` prints it. */
export function summaryJson({ ledger, ...counts }: Summary): object {
  return { ledger: ledgerJson(ledger), ...counts }
}

/** The same for a person; `stream` is the key of the events. */
export function summaryText({ ledger, feeds, failing, events }: Summary, stream: string): string {
  const health = failing === 0 ? 'all read' : `${failing} could not be read (see above)`
  return [
    '',
    ledgerText(ledger),
    `${count(feeds, 'feed')}, ${health}`,
    `${count(events, 'event')} in ${stream}`,
  ].join('\n')
}
