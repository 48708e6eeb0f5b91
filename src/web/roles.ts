import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Context } from '../shared/context.ts'
import type { Running } from '../shared/lifecycle.ts'
import { type HttpServer, listenOn } from '../shared/server.ts'
import { createApp } from './app.ts'
import { openReadModel } from './readModel.ts'

/** A web role that listens. */
export type RunningWeb = Running & Pick<HttpServer, 'port'>

/** Role `web`: story page, API and feed. One a machine is enough. */
export async function startWeb(context: Context): Promise<RunningWeb> {
  const { config, log } = context
  const model = await openReadModel(context)
  const server = createServer(getRequestListener(createApp(context, model).fetch))
  const { HTTP_HOST: host, HTTP_PORT: port } = config
  const listening = await listenOn(server, { host, port, setting: 'HTTP_PORT', log })
  log.info(
    `story page at http://${host}:${listening.port}/, API at /api, feed at /feeds/stories.atom`,
  )
  return {
    port: listening.port,
    async close() {
      await listening.close()
      await model.close()
    },
  }
}
