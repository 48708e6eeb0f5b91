import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { HonoAdapter } from '@bull-board/hono'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context } from '../shared/context.ts'

/** Where the board of the queues lies. */
export const queueBoardPath = '/queues'

/** Bull-board over the queues of the stages: jobs can be looked at, retried and removed there. */
export function queueBoard({ queues }: Pick<Context, 'queues'>) {
  const serverAdapter = new HonoAdapter(serveStatic)
  serverAdapter.setBasePath(queueBoardPath)
  const shown = queues.all().map((queue) => new BullMQAdapter(queue))
  createBullBoard({ queues: shown, serverAdapter })
  return serverAdapter.registerPlugin()
}
