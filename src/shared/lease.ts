import type { Context } from './context.ts'
import { messageOf } from './errors.ts'
import type { ChargeName } from './keys.ts'
import { type Running, repeat } from './lifecycle.ts'

/** Who died in charge is followed within this time and a third: the lease is prolonged, and asked for, three times as often. */
const leaseMs = 5_000

/** Work that one process at a time does, while others stand by. */
export interface Charge<W extends Running> {
  readonly name: ChargeName
  /** Begins the work, with the lease in hand. The work is closed when the lease is lost or laid down. */
  take(token: number): W
  /** The last to do for work that was closed, with the lease still in hand; not called when it was lost. */
  leave?(work: W): Promise<void>
}

/** A process that has the charge or waits for it. */
export interface Competing<W extends Running> extends Running {
  /** Null while another process is in charge. */
  inCharge(): W | null
}

/**
 * Competes for a lease and does the work while it is held. A holder that was paused too long may not know yet that it lost the
 * lease: what must not be done twice names the token, and is refused by Redis.
 */
export function competeFor<W extends Running>(
  charge: Charge<W>,
  { scripts, keys, log }: Pick<Context, 'scripts' | 'keys' | 'log'>,
): Competing<W> {
  const [lease, fence] = [keys.lease(charge.name), keys.fence(charge.name)]
  let held: { readonly token: number; readonly work: W } | null = null

  const hold = (token: number) => scripts.holdLease([lease, fence], [token, leaseMs])
  const stepDown = async (): Promise<void> => {
    const former = held
    held = null
    await former?.work.close()
  }
  const turn = async (): Promise<void> => {
    const before = held?.token ?? 0
    const token = await hold(before)
    if (token === before) return
    await stepDown()
    // the former work may have taken longer to end than the lease lasts
    const now = await hold(token)
    if (now > 0) held = { token: now, work: charge.take(now) }
  }
  const turns = repeat(leaseMs / 3, turn, (error) => log.debug(`lease: ${messageOf(error)}`))
  return {
    inCharge: () => held?.work ?? null,
    async close() {
      await turns.close()
      const former = held
      await stepDown()
      if (!former) return
      const token = await hold(former.token)
      if (token === former.token) await charge.leave?.(former.work)
      await scripts.releaseLease([lease], [token])
    },
  }
}
