import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** One address of the sample web with the handler that answers there. */
export interface Door {
  readonly host: string
  readonly handler: RequestListener
}

/** A listening server and how to end it at once. */
export interface OpenDoor {
  readonly host: string
  readonly port: number
  readonly close: () => Promise<void>
}

/** How often another free port is tried when the first address has it and another has not. */
const portAttempts = 20

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function open(door: Door, port: number): Promise<OpenDoor> {
  const server = createServer(door.handler)
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { host: door.host, port: await listen(server, port, door.host), close }
}

/** Opens every door at the same port, or none. */
async function openTogether(doors: readonly Door[], port: number): Promise<readonly OpenDoor[]> {
  const opened: OpenDoor[] = []
  try {
    for (const door of doors) opened.push(await open(door, opened[0]?.port ?? port))
    return opened
  } catch (error) {
    await Promise.all(opened.map((door) => door.close()))
    throw error
  }
}

/** Opens every door at a port of its own on one address: for systems without the 127.0.1.x addresses. */
async function openApart(doors: readonly Door[], host: string): Promise<readonly OpenDoor[]> {
  const opened: OpenDoor[] = []
  for (const door of doors) opened.push(await open({ ...door, host }, 0))
  return opened
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/**
 * Listens at every door, all at `port` (0 = any port that is free on all of them; a port in use rejects with EADDRINUSE).
 * Where the addresses do not exist (macOS has only 127.0.0.1) every door gets a port of its own on 127.0.0.1.
 */
export async function openDoors(
  doors: readonly Door[],
  port: number,
): Promise<readonly OpenDoor[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openTogether(doors, port)
    } catch (error) {
      if (codeOf(error) === 'EADDRNOTAVAIL') return openApart(doors, '127.0.0.1')
      if (codeOf(error) !== 'EADDRINUSE' || port !== 0 || attempt === portAttempts) throw error
    }
  }
}
