import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { createServer, type Socket } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { createAddressGuard } from '../../src/shared/http/addressGuard.ts'
import { createHttpClient, type HttpClient, type HttpResult } from '../../src/shared/http/client.ts'
import { openNewsSite, type Route } from '../support/newsSite.ts'

const maxBytes = 1_000_000

function openClient(allowed: readonly string[], totalTimeoutMs = 20_000): HttpClient {
  const client = createHttpClient({
    userAgent: 'wirefold-test',
    guard: createAddressGuard(allowed),
    totalTimeoutMs,
  })
  onTestFinished(() => client.close())
  return client
}

/** Asks a site that answers `route` at `/page`. */
async function ask(route: Route, totalTimeoutMs?: number): Promise<HttpResult> {
  const site = await openNewsSite({ '/page': route })
  return openClient([site.host], totalTimeoutMs).get({ url: site.url('/page'), maxBytes })
}

/** A server that speaks whatever the function writes, below HTTP. */
async function openRawServer(speak: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => speak(socket))
    onTestFinished(() => void socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
}

function bodyOf(result: HttpResult): string {
  if (!result.ok) throw new Error(`refused: ${result.message}`)
  return Buffer.from(result.response.body).toString()
}

const refused = (refusal: string) => ({ ok: false, refusal })

test('reads a page and says who asks', async () => {
  const site = await openNewsSite({ '/page': 'hello' })
  const result = await openClient([site.host]).get({ url: site.url('/page'), maxBytes })
  expect(result).toMatchObject({ ok: true, response: { status: 200, url: site.url('/page') } })
  expect(bodyOf(result)).toBe('hello')
  expect(site.requests('/page')).toMatchObject([{ 'user-agent': 'wirefold-test' }])
})

test.each([
  ['gzip', gzipSync('hello')],
  ['x-gzip', gzipSync('hello')],
  ['GZIP', gzipSync('hello')],
  ['deflate', deflateSync('hello')],
  ['br', brotliCompressSync('hello')],
  ['zstd', zstdCompressSync('hello')],
  ['identity', Buffer.from('hello')],
])('decodes a body in %s', async (encoding, body) => {
  expect(bodyOf(await ask({ headers: { 'content-encoding': encoding }, body }))).toBe('hello')
})

test.each([
  ['gzip', gzipSync(Buffer.alloc(50_000_000))],
  ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
  ['zstd', zstdCompressSync(Buffer.alloc(50_000_000))],
  ['identity', Buffer.alloc(20_000_000)],
])('a bomb in %s ends at the limit', async (encoding, body) => {
  const result = await ask({ headers: { 'content-encoding': encoding }, body })
  expect(result).toMatchObject(refused('too_large'))
})

test('an endless body without a length ends at the limit', async () => {
  const result = await ask((_, response) => {
    const write = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) {}
    }
    response.on('drain', write)
    write()
  })
  expect(result).toMatchObject(refused('too_large'))
})

test.each([
  ['stacked', 'gzip, br', gzipSync('hello')],
  ['repeated', ['gzip', 'gzip'], gzipSync(gzipSync('hello'))],
  ['unknown', 'compress', Buffer.from('hello')],
  ['nameless', ',', Buffer.from('hello')],
  ['unknown', 'constructor', Buffer.from('hello')],
  ['wrong', 'gzip', Buffer.from('hello')],
  ['cut off', 'gzip', gzipSync('hello '.repeat(1_000)).subarray(0, 20)],
  ['wrong', 'br', Buffer.from('hello, this is no brotli')],
  ['wrong', 'zstd', Buffer.from('hello, this is no zstd')],
])('refuses a body in a %s encoding: %s', async (_, encoding, body) => {
  const result = await ask({ headers: { 'content-encoding': encoding }, body })
  expect(result).toMatchObject(refused('bad_encoding'))
})

test('lets go of the connection when it cannot decode the body', async () => {
  const gone = Promise.withResolvers<void>()
  const result = await ask((_, response) => {
    response.on('close', gone.resolve)
    response.writeHead(200, { 'content-encoding': 'compress' }).write('never finished')
  })
  expect(result).toMatchObject(refused('bad_encoding'))
  await gone.promise
})

const drip = (response: ServerResponse) => {
  const timer = setInterval(() => response.write('.'), 20)
  response.on('close', () => clearInterval(timer))
}

test('a server that drips its body cannot hold us longer than the total time', async () => {
  const asked = ask((_, response) => drip(response.writeHead(200)), 300)
  await expect(asked).rejects.toMatchObject({ code: 'http_timeout' })
})

test('a server that drips the body of an error is known by its status', async () => {
  const result = await ask((_, response) => drip(response.writeHead(404)), 300)
  expect(result).toMatchObject({ ok: true, response: { status: 404 } })
})

test('a server that never answers runs into the total time', async () => {
  await expect(ask(() => {}, 300)).rejects.toMatchObject({ code: 'http_timeout' })
})

test('an address where nobody listens is unreachable', async () => {
  const site = await openNewsSite()
  await site.close()
  const asked = openClient(['127.0.0.1']).get({ url: site.url('/'), maxBytes })
  await expect(asked).rejects.toMatchObject({ code: 'http_unreachable' })
})

test.each([
  ['a flood of headers', `HTTP/1.1 200 OK\r\n${'x-filler: 0123456789\r\n'.repeat(20_000)}\r\n`],
  ['one endless header', `HTTP/1.1 200 OK\r\nx-filler: ${'a'.repeat(1_000_000)}\r\n\r\n`],
  ['something else than HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['a body shorter than it says', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort'],
  ['nothing', ''],
])('a server that speaks %s breaks the protocol', async (_, text) => {
  const url = await openRawServer((socket) => socket.end(text))
  const asked = openClient(['127.0.0.1'], 3_000).get({ url, maxBytes })
  await expect(asked).rejects.toMatchObject({ code: 'http_protocol_error' })
})

test('follows redirects and says where they led', async () => {
  const site = await openNewsSite({
    '/old': { status: 301, headers: { location: '/moved' } },
    '/moved': { status: 302, headers: { location: './new?a=1#top' } },
    '/new?a=1': 'arrived',
  })
  const result = await openClient([site.host]).get({ url: site.url('/old'), maxBytes })
  expect(bodyOf(result)).toBe('arrived')
  expect(result).toMatchObject({ response: { url: site.url('/new?a=1') } })
})

test.each([
  ['in a circle', { '/page': '/b', '/b': '/page' }],
  ['to itself', { '/page': '/page' }],
  [
    'too often',
    Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [at === 0 ? '/page' : `/${at}`, `/${at + 1}`]),
    ),
  ],
])('refuses redirects that lead %s', async (_, steps) => {
  const routes = Object.entries(steps).map(([path, location]): [string, Route] => [
    path,
    { status: 302, headers: { location } },
  ])
  const site = await openNewsSite(Object.fromEntries(routes))
  const result = await openClient([site.host]).get({ url: site.url('/page'), maxBytes })
  expect(result).toMatchObject(refused('redirect_loop'))
})

test('refuses a redirect that says no place', async () => {
  expect(await ask({ status: 302 })).toMatchObject(refused('redirect_loop'))
})

test.each([
  'http://127.0.0.1:9/',
  'http://[::1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2130706433:81/',
  'http://localhost:9/',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1:6379/_FLUSHALL',
])('refuses a redirect to %s', async (location) => {
  expect(await ask({ status: 302, headers: { location } })).toMatchObject(
    refused('private_address'),
  )
})

test('a redirect to a place that is no address is refused for what it is', async () => {
  const result = await ask({ status: 302, headers: { location: 'http://[nowhere/' } })
  expect(result).toMatchObject(refused('redirect_loop'))
})

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.0.1./',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://１２７.０.０.１/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://%31%32%37.0.0.1/',
  'http://user:word@127.0.0.1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/',
  'http://168.63.129.16/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::]/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:168.63.129.16]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b:1::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://localhost/',
  'http://LOCALHOST/',
  'http://93.184.216.34:22/',
  'http://93.184.216.34:6379/',
  'ftp://93.184.216.34/',
  'file:///etc/passwd',
  'data:text/html,hello',
])('refuses %s', async (url) => {
  const result = await openClient([]).get({ url, maxBytes })
  expect(result).toMatchObject(refused('private_address'))
})

const guard = createAddressGuard(['10.0.0.5', 'intranet:8000', '192.168.7.0/24', '[::1]:81'])

test.each([
  { address: '93.184.216.34', host: 'a.example', port: 443 },
  { address: '2606:4700::1111', host: 'a.example', port: 80 },
  { address: '10.0.0.5', host: 'a.example', port: 9_999 },
  { address: '10.9.9.9', host: 'intranet', port: 8_000 },
  { address: '192.168.7.200', host: '192.168.7.200', port: 1_234 },
  { address: '::1', host: '::1', port: 81 },
])('may connect to $address for $host:$port', (target) => {
  expect(guard.isAllowed(target)).toBe(true)
})

test.each([
  { address: '93.184.216.34', host: 'a.example', port: 22 },
  { address: '10.0.0.6', host: 'a.example', port: 80 },
  { address: '10.9.9.9', host: 'intranet', port: 8_001 },
  { address: '192.168.8.1', host: '192.168.8.1', port: 80 },
  { address: '::1', host: '::1', port: 80 },
  { address: 'not an address', host: 'a.example', port: 80 },
])('may not connect to $address for $host:$port', (target) => {
  expect(guard.isAllowed(target)).toBe(false)
})

test('a name is connected to at the address that was checked', async () => {
  const site = await openNewsSite({ '/page': 'hello' })
  const port = site.host.split(':')[1]
  const url = `http://localhost:${port}/page`
  expect(await openClient([`127.0.0.1:${port}`]).get({ url, maxBytes })).toMatchObject({ ok: true })
  expect(await openClient([`127.0.0.1:${Number(port) + 1}`]).get({ url, maxBytes })).toMatchObject(
    refused('private_address'),
  )
})
