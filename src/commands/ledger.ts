import type { Config } from '../shared/config.ts'
import { isBalanced, type Ledger } from '../shared/store/entries.ts'
import { withStore } from './openStore.ts'
import { say, table } from './terminal.ts'

/** `wirefold ledger`: what became of every entry. Exit code 1 when it does not add up. */
export async function ledgerCommand(config: Config, { json }: { json: boolean }): Promise<number> {
  const ledger = await withStore(config, ({ entries }) => entries.ledger())
  say(json ? JSON.stringify(ledgerJson(ledger)) : ledgerText(ledger))
  return isBalanced(ledger) ? 0 : 1
}

/** The ledger as one object: `seen`, `inFlight`, `clustered`, `dropped` and `failed` by reason, `balanced`. */
export function ledgerJson(ledger: Ledger): object {
  return {
    seen: ledger.seen,
    clustered: ledger.outcomes.get('clustered') ?? 0,
    dropped: Object.fromEntries(byReason(ledger, 'dropped')),
    failed: Object.fromEntries(byReason(ledger, 'failed')),
    inFlight: ledger.inFlight,
    balanced: isBalanced(ledger),
  }
}

/** The ledger for a person. */
export function ledgerText(ledger: Ledger): string {
  const rows = [
    ['clustered', String(ledger.outcomes.get('clustered') ?? 0)],
    ...byReason(ledger, 'dropped').map(([reason, count]) => [`dropped  ${reason}`, String(count)]),
    ...byReason(ledger, 'failed').map(([reason, count]) => [`failed   ${reason}`, String(count)]),
    ['in flight', String(ledger.inFlight)],
    ['seen', String(ledger.seen)],
  ]
  const verdict = isBalanced(ledger)
    ? 'adds up: every entry has exactly one place'
    : 'DOES NOT ADD UP: please report this as a bug, with the output of `wirefold doctor`'
  return `${table(rows)}\n${verdict}`
}

function byReason(
  { outcomes }: Ledger,
  kind: 'dropped' | 'failed',
): readonly (readonly [string, number])[] {
  return [...outcomes]
    .filter(([outcome]) => outcome.startsWith(`${kind}:`))
    .map(([outcome, count]) => [outcome.slice(kind.length + 1), count] as const)
    .sort((left, right) => right[1] - left[1])
}
