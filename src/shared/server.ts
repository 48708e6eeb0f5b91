import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Log } from './log.ts'

/** What a path answers. */
export interface Page {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** Paths and the functions that answer them. */
export type Routes = Readonly<Record<string, () => Promise<Page>>>

/** A listening server. */
export interface HttpServer {
  readonly port: number
  close(): Promise<void>
}

interface Listening {
  readonly host: string
  readonly port: number
  /** Name of the setting that gives the port. */
  readonly setting: string
  readonly log: Log
}

/** Serves read-only pages. */
export async function serve(routes: Routes, listening: Listening): Promise<HttpServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const route = routes[path]
    const answer = route ? route() : Promise.resolve(text(404, 'not found\n'))
    answer
      .catch((error: unknown) => text(500, `${String(error)}\n`))
      .then(({ status, contentType, body }) => {
        response.writeHead(status, { 'content-type': contentType })
        response.end(request.method === 'HEAD' ? undefined : body)
      })
  })
  return listenOn(server, listening)
}

/** A port that is taken is replaced by a free one, with a warning: looking on must not stop work. */
export async function listenOn(
  server: Server,
  { host, port, setting, log }: Listening,
): Promise<HttpServer> {
  if (!(await listen(server, host, port))) {
    await listen(server, host, 0)
    log.warn(`port ${port} is taken: using ${portOf(server)} instead (set ${setting} to choose)`)
  }
  return {
    port: portOf(server),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A plain-text answer. */
export function text(status: number, body: string): Page {
  return { status, contentType: 'text/plain; charset=utf-8', body }
}

async function listen(server: Server, host: string, port: number): Promise<boolean> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return false
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
