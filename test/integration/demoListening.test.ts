import { get } from 'node:http'
import { expect, test } from 'vitest'
import { openDoors } from '../../demo/listening.ts'

function statusOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    }).on('error', reject)
  })
}

test('gives every outlet a port of its own on 127.0.0.1 where the loopback addresses do not exist', async () => {
  // TEST-NET-1 (RFC 5737) belongs to no machine, as 127.0.1.x belongs to no Mac
  const handler = (host: string) => ({
    host,
    handler: (_: unknown, response: { writeHead(status: number): { end(): unknown } }) => {
      response.writeHead(204).end()
    },
  })
  const doors = await openDoors([handler('192.0.2.1'), handler('192.0.2.2')], 0)
  try {
    expect(doors.map(({ host }) => host)).toEqual(['127.0.0.1', '127.0.0.1'])
    expect(new Set(doors.map(({ port }) => port)).size).toBe(2)
    for (const { host, port } of doors) expect(await statusOf(`http://${host}:${port}/`)).toBe(204)
  } finally {
    await Promise.all(doors.map((door) => door.close()))
  }
})
