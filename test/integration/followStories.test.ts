import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { withMovingStore } from '../../src/commands/openStore.ts'
import { startJsRedis } from '../../src/shared/provide/redisProcess.ts'
import { eventually } from '../support/eventually.ts'
import { openContext } from '../support/testContext.ts'

const urlOf = (port: number) => `redis://127.0.0.1:${port}`

test('work that goes on is begun again where Redis came back, on another port', async () => {
  const { config } = openContext()
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-moving-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const running = { ...config, REDIS_URL: '', DATA_DIR: folder }
  const note = (url: string) => {
    mkdirSync(join(folder, 'live'), { recursive: true })
    writeFileSync(join(folder, 'live', 'redis.url'), url)
  }
  const first = await startJsRedis()
  note(urlOf(first.port))
  const stop = new AbortController()
  const places: string[] = []
  const work = withMovingStore(running, stop.signal, async ({ redis }, signal) => {
    places.push(`${redis.options.port}`)
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
  })
  await eventually('it works at the first', () => places.length === 1)
  await first.stop()
  note(inject('redisUrl'))
  await eventually('it works at the second', () => places.length === 2)
  stop.abort()
  await work
  expect(places).toEqual([urlOf(first.port), inject('redisUrl')].map((url) => new URL(url).port))
})
