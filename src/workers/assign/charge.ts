import type { Context } from '../../shared/context.ts'
import { messageOf } from '../../shared/errors.ts'
import { type Running, repeat } from '../../shared/lifecycle.ts'
import { type RunningStage, runStage } from '../../shared/runStage.ts'
import { type Assigner, createAssigner } from './assignArticle.ts'

/** A dead assigner is followed within this time. Prolonged three times as often. */
const leaseMs = 5_000
/** Orders of operators are looked for this often. */
const ordersEveryMs = 500

interface InCharge {
  readonly token: number
  readonly assigner: Assigner
  readonly stage: RunningStage
}

/**
 * Competes for the assigner's lease; while it is held, runs the stage `assign`. A second process does the same and waits:
 * it is the standby. The fencing token of the lease goes with every commit, so an assigner that lost its lease without
 * noticing can do no harm.
 */
export function runAssigner(context: Context): Running {
  let inCharge: InCharge | null = null

  const holdLease = (token: number) => {
    const { scripts, keys } = context
    return scripts.holdLease([keys.assignerLease, keys.assignerFence], [token, leaseMs])
  }
  const stepDown = async (): Promise<void> => {
    const former = inCharge
    inCharge = null
    await former?.stage.close()
    context.metrics.openStories.remove()
  }
  const takeCharge = (token: number): void => {
    const assigner = createAssigner(context, token)
    inCharge = { token, assigner, stage: runStage('assign', assigner.handler, context) }
    context.log.debug({ token }, 'assigner in charge')
  }
  const turn = async (): Promise<void> => {
    const held = inCharge?.token ?? 0
    const token = await holdLease(held)
    if (token === held) return
    await stepDown()
    if (token > 0) takeCharge(token)
  }
  const turns = repeat(leaseMs / 3, turn, (error) =>
    context.log.debug(`lease: ${messageOf(error)}`),
  )
  const obeyAll = async () => inCharge?.assigner.obeyAll()
  const orders = repeat(ordersEveryMs, obeyAll, (error) =>
    context.log.debug(`orders: ${messageOf(error)}`),
  )
  return {
    async close() {
      await turns.close()
      await orders.close()
      const former = inCharge
      await stepDown()
      if (!former) return
      const held = await holdLease(former.token)
      if (held === former.token) await former.assigner.save()
      await context.scripts.releaseLease([context.keys.assignerLease], [held])
    },
  }
}
