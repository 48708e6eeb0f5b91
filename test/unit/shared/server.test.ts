import { expect, onTestFinished, test } from 'vitest'
import type { Log } from '../../../src/shared/log.ts'
import { type Routes, serve, text } from '../../../src/shared/server.ts'

async function open(routes: Routes, port = 0) {
  const warnings: string[] = []
  const log = { warn: (line: string) => warnings.push(line) } as unknown as Log
  const server = await serve(routes, { host: '127.0.0.1', port, setting: 'METRICS_PORT', log })
  onTestFinished(() => server.close())
  return { server, warnings, url: (path: string) => `http://127.0.0.1:${server.port}${path}` }
}

const hello: Routes = { '/hello': async () => text(200, 'hello\n') }

test('answers the paths it knows, whatever the query', async () => {
  const { url } = await open(hello)
  const response = await fetch(url('/hello?x=1'))
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('hello\n')
})

test('any other path is not found', async () => {
  const { url } = await open(hello)
  for (const path of ['/', '/hello/', '/constructor', '/__proto__', '/../hello/x']) {
    expect((await fetch(url(path))).status).toBe(404)
  }
})

test('HEAD has no body', async () => {
  const { url } = await open(hello)
  const response = await fetch(url('/hello'), { method: 'HEAD' })
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
})

test('a page that fails is an error and leaves the server running', async () => {
  const { url } = await open({ ...hello, '/bad': () => Promise.reject(new Error('no Redis')) })
  expect((await fetch(url('/bad'))).status).toBe(500)
  expect((await fetch(url('/hello'))).status).toBe(200)
})

test('takes a free port when the wanted one is taken, and says how to choose', async () => {
  const first = await open(hello)
  const second = await open(hello, first.server.port)
  expect(second.server.port).not.toBe(first.server.port)
  expect(second.warnings).toEqual([
    `port ${first.server.port} is taken: using ${second.server.port} instead (set METRICS_PORT to choose)`,
  ])
  expect((await fetch(second.url('/hello'))).status).toBe(200)
})
