import type { LookupAddress } from 'node:dns'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createAddressGuard, type Resolve } from '../../src/shared/http/addressGuard.ts'
import { createHttpClient, type HttpClient } from '../../src/shared/http/client.ts'
import { openNewsSite } from '../support/newsSite.ts'

const maxBytes = 100_000

/** What must not be reached: listens on every loopback address and counts who connects to which of them. */
async function openTrap(): Promise<{ port: number; connections: string[] }> {
  const connections: string[] = []
  const server = createServer((socket) => {
    connections.push(socket.localAddress ?? '')
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\nconnection: close\r\n\r\nsecret')
  }).listen(0, '::')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, connections }
}

function openClient(allowed: readonly string[], resolve?: Resolve): HttpClient {
  const guard = createAddressGuard(allowed)
  const client = createHttpClient({
    userAgent: 'wirefold-test',
    guard,
    ...(resolve && { resolve }),
  })
  onTestFinished(() => client.close())
  return client
}

const refused = { ok: false, refusal: 'private_address' }

/** The loopback host in every spelling the URL standard understands, and addresses that stand for it or are special. */
const literals = [
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '127.0.1',
  '2130706433',
  '017700000001',
  '0x7f000001',
  '0x7F.1',
  '0177.0.0.0x1',
  '127.255.255.254',
  '①②⑦.⓪.⓪.①',
  '１２７.0.0.1',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  'user:secret@127.0.0.1',
  'public.example@127.0.0.1',
  '0',
  '0.0.0.0',
  '[::1]',
  '[::]',
  '[0:0::0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::127.0.0.1]',
  '[2002:7f00:1::]',
  '[2002:7f00:0001::1]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[2001:2::1]',
  '[2001:10::1]',
  '[2001:20::1]',
  '[3fff::1]',
  '[5f00::1]',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '2852039166',
  '0xA9FEA9FE',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '192.88.99.1',
  '192.175.48.1',
  '192.52.193.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  'localhost',
  'LOCALHOST',
]

test.each(literals)('no packet goes to %s, asked for or redirected to', async (host) => {
  const trap = await openTrap()
  const site = await openNewsSite()
  const client = openClient([site.host])
  for (const port of [`:${trap.port}`, '']) {
    const url = `http://${host}${port}/`
    expect(await client.get({ url, maxBytes })).toMatchObject(refused)
    for (const status of [301, 302, 303, 307, 308]) {
      site.answer('/go', { status, headers: { location: Buffer.from(url).toString('latin1') } })
      expect(await client.get({ url: site.url('/go'), maxBytes })).toMatchObject(refused)
    }
  }
  expect(trap.connections).toEqual([])
})

test.each(['//127.0.0.1', '//2130706433', 'https://127.0.0.1', '/\\127.0.0.1'])(
  'no packet goes where the relative redirect %s leads, after others',
  async (place) => {
    const trap = await openTrap()
    const site = await openNewsSite({ '/one': { status: 302, headers: { location: '/two' } } })
    site.answer('/two', { status: 301, headers: { location: `${place}:${trap.port}/` } })
    const result = await openClient([site.host]).get({ url: site.url('/one'), maxBytes })
    expect(result).toMatchObject(refused)
    expect(trap.connections).toEqual([])
  },
)

test.each([
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1/',
  'data:,x',
  'javascript:1',
  'ws://127.0.0.1/',
  'blob:http://127.0.0.1/x',
])('a redirect to %s is refused for its scheme', async (location) => {
  const site = await openNewsSite({ '/go': { status: 302, headers: { location } } })
  const result = await openClient([site.host]).get({ url: site.url('/go'), maxBytes })
  expect(result).toMatchObject(refused)
})

/** A name service that gives its answers one after the other, the last one for ever. */
function nameService(...answers: readonly (readonly string[])[]) {
  const asked: string[] = []
  const resolve: Resolve = (host, _, callback) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? []
    asked.push(host)
    const found = answer.map(
      (address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }),
    )
    queueMicrotask(() => callback(null, found))
  }
  return { asked, resolve }
}

test.each([
  [['127.0.0.1']],
  [['::1']],
  [['::ffff:127.0.0.1']],
  [['10.0.0.1', '192.168.0.1']],
  [['127.0.0.1', '::1', '169.254.169.254']],
  [['0.0.0.0']],
  [['64:ff9b::7f00:1']],
  [['fe80::1%lo']],
  [['nonsense']],
  [[]],
])('no packet goes to a name that is %j', async (addresses) => {
  const trap = await openTrap()
  const { asked, resolve } = nameService(addresses)
  const client = openClient([], resolve)
  for (const port of ['', `:${trap.port}`]) {
    const url = `http://paper.example${port}/`
    expect(await client.get({ url, maxBytes })).toMatchObject(refused)
  }
  expect(asked.length).toBeGreaterThan(0)
  expect(trap.connections).toEqual([])
})

test('of a mixed answer only the addresses that are allowed are connected to', async () => {
  const trap = await openTrap()
  const { resolve } = nameService(['127.0.0.1', '::1', '127.0.0.9', '10.0.0.1'])
  const client = openClient(['127.0.0.9'], resolve)
  for (let turn = 0; turn < 5; turn += 1) {
    const url = `http://paper.example:${trap.port}/`
    expect(await client.get({ url, maxBytes })).toMatchObject({ ok: true })
  }
  expect(new Set(trap.connections)).toEqual(new Set(['::ffff:127.0.0.9']))
})

test('a name that changes its mind is refused from then on, and was asked once a connection', async () => {
  const trap = await openTrap()
  const { asked, resolve } = nameService(['127.0.0.9'], ['127.0.0.1'])
  const client = openClient(['127.0.0.9'], resolve)
  const url = `http://paper.example:${trap.port}/`
  expect(await client.get({ url, maxBytes })).toMatchObject({ ok: true })
  expect(asked).toHaveLength(1)
  expect(await client.get({ url, maxBytes })).toMatchObject(refused)
  expect(trap.connections).toEqual(['::ffff:127.0.0.9'])
})

test.each([22, 25, 53, 3306, 6379, 9200, 11211, 65_535])(
  'port %i of the public web is not asked',
  async (port) => {
    const { resolve } = nameService(['93.184.216.34'])
    const client = openClient([], resolve)
    for (const host of ['paper.example', '93.184.216.34']) {
      expect(await client.get({ url: `http://${host}:${port}/`, maxBytes })).toMatchObject(refused)
    }
  },
)

test('credentials of a URL are not sent, and cookies are neither kept nor sent', async () => {
  const headers = { 'set-cookie': 'id=1; Path=/', location: '/page' }
  const site = await openNewsSite({
    '/go': { status: 302, headers },
    '/page': { headers, body: 'x' },
  })
  const client = openClient([site.host])
  const url = site.url('/go').replace('//', '//reader:secret@')
  for (let turn = 0; turn < 2; turn += 1) await client.get({ url, maxBytes })
  const sent = [...site.requests('/go'), ...site.requests('/page')]
  expect(sent).toHaveLength(4)
  for (const request of sent) {
    expect(Object.keys(request)).not.toContain('authorization')
    expect(Object.keys(request)).not.toContain('cookie')
  }
})

test('validators are sent to the site that gave them and to no other', async () => {
  const other = await openNewsSite({ '/feed': 'x' })
  const site = await openNewsSite({
    '/near': { status: 302, headers: { location: '/feed' } },
    '/far': { status: 302, headers: { location: other.url('/feed') } },
    '/feed': 'x',
  })
  const client = openClient([site.host, other.host])
  const headers = { 'if-none-match': '"1"', accept: 'application/rss+xml' }
  for (const path of ['/near', '/far']) await client.get({ url: site.url(path), maxBytes, headers })
  expect(site.requests('/feed')).toMatchObject([{ 'if-none-match': '"1"' }])
  expect(other.requests('/feed')).toMatchObject([{ accept: 'application/rss+xml' }])
  expect(other.requests('/feed')[0]).not.toHaveProperty('if-none-match')
})
