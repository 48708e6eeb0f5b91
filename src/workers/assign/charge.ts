import type { Context } from '../../shared/context.ts'
import { messageOf } from '../../shared/errors.ts'
import { competeFor } from '../../shared/lease.ts'
import { type Running, repeat } from '../../shared/lifecycle.ts'
import { runStage } from '../../shared/runStage.ts'
import { type Assigner, createAssigner } from './assignArticle.ts'

/** Orders of operators are looked for this often. */
const ordersEveryMs = 500

interface InCharge extends Running {
  readonly assigner: Assigner
}

/**
 * Competes for the assigner's lease; while it is held, runs the stage `assign`. A second process does the same and waits:
 * it is the standby. The fencing token of the lease goes with every commit, so an assigner that lost its lease without
 * noticing can do no harm.
 */
export function runAssigner(context: Context): Running {
  const { log } = context
  const take = (token: number) => takeCharge(context, token)
  const leave = ({ assigner }: InCharge) => assigner.save()
  const charge = competeFor({ name: 'assigner', take, leave }, context)
  const obeyAll = async () => charge.inCharge()?.assigner.obeyAll()
  const orders = repeat(ordersEveryMs, obeyAll, (error) => log.debug(`orders: ${messageOf(error)}`))
  return {
    async close() {
      await orders.close()
      await charge.close()
    },
  }
}

function takeCharge(context: Context, token: number): InCharge {
  const { openStories } = context.metrics
  const assigner = createAssigner(context, token)
  const stage = runStage('assign', assigner.handler, context)
  // told once the memory is loaded
  openStories.remove()
  context.log.debug({ token }, 'assigner in charge')
  return {
    assigner,
    async close() {
      await stage.close()
      openStories.remove()
    },
  }
}
