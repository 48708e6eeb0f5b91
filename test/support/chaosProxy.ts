import { once } from 'node:events'
import { createServer, type Socket, connect as tcpConnect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { oneAtATime } from '../../src/shared/lifecycle.ts'

/** What becomes of bytes on their way. */
type Weather = 'fair' | 'slow' | 'hole' | 'refused'

/** A way to a server that can be disturbed. Like any TCP connection it may be late or end, but what passes keeps its order. */
export interface ChaosProxy {
  readonly url: string
  /**
   * `slow`: every piece takes 100 ms; `hole`: connections stand and nothing passes; `refused`: all connections are broken
   * and new ones too.
   */
  turn(weather: Weather): void
  /** Ends one direction of every connection, and leaves the other open. */
  halfClose(): void
  close(): Promise<void>
}

const slowMs = 100

/** Opens a proxy on a free loopback port. */
export async function openProxy(url: string): Promise<ChaosProxy> {
  const target = new URL(url)
  const pairs = new Set<readonly [Socket, Socket]>()
  let weather: Weather = 'fair'
  const pass = (from: Socket, to: Socket) => {
    // TCP keeps the order, so a piece sent in fair weather must not overtake the slow ones before it
    const inTurn = oneAtATime()
    from.on('data', (piece) => {
      const onItsWay = weather === 'slow' ? pause(slowMs) : null
      void inTurn(async () => {
        await onItsWay
        to.write(piece)
      })
    })
    from.on('end', () => void inTurn(async () => to.end()))
    from.on('error', () => to.destroy())
    from.on('close', () => to.destroy())
    if (weather === 'hole') from.pause()
  }
  const server = createServer({ allowHalfOpen: true }, (client) => {
    client.on('error', () => {})
    const upstream = tcpConnect({
      host: target.hostname,
      port: Number(target.port),
      allowHalfOpen: true,
    })
    if (weather === 'refused') client.destroy()
    const pair = [client, upstream] as const
    pairs.add(pair)
    client.once('close', () => pairs.delete(pair))
    pass(client, upstream)
    pass(upstream, client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const sockets = () => [...pairs].flat()
  return {
    url: `redis://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    turn(next) {
      weather = next
      if (next === 'refused') for (const socket of sockets()) socket.destroy()
      else for (const socket of sockets()) next === 'hole' ? socket.pause() : socket.resume()
    },
    halfClose() {
      for (const [client] of pairs) client.end()
    },
    async close() {
      for (const socket of sockets()) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
