import { once } from 'node:events'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'

/** Serves one page of 100 KB, plain or with gzip, and tells its parent where. */
const words =
  'The council voted on the harbour after a long debate; the ferry will run again on Monday. '
const page = Buffer.from(
  `<!doctype html><meta charset="utf-8"><title>Vote</title><p>${words.repeat(1_100)}`,
).subarray(0, 100_000)
const isGzip = process.argv[2] === 'gzip'
const body = isGzip ? gzipSync(page) : page
const headers = {
  'content-type': 'text/html; charset=utf-8',
  ...(isGzip ? { 'content-encoding': 'gzip' } : {}),
}
const server = createServer((_, response) => void response.writeHead(200, headers).end(body))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.send?.(`127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
process.on('disconnect', () => process.exit(0))
