import { expect, test } from 'vitest'
import { openProxy } from '../support/chaosProxy.ts'
import { openChaos, scaled } from '../support/chaosRun.ts'
import { eventually } from '../support/eventually.ts'

const noRedis = 'needs a real Redis'
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1_000))

test('what was acknowledged is still there after Redis was killed, every time', async ({
  skip,
  onTestFinished,
}) => {
  const chaos = await openChaos({ texts: scaled(60, 900), redis: 'own' })
  if (!chaos) return skip(noRedis)
  onTestFinished(() => chaos.close())
  const tree = chaos.up()
  const kills = scaled(2, 3)
  for (let number = 1; number <= kills; number += 1) {
    await chaos.reaches(number / (kills + 1))
    const told = await chaos.watcher.events()
    await chaos.redis?.kill()
    await chaos.redis?.start()
    await eventually('Redis to be back', () => tree.stderr().split('Redis is back').length > number)
    const kept = await chaos.watcher.events()
    expect(kept.slice(0, told.length)).toEqual(told)
  }
  console.info(`${kills} kills of Redis: ${await chaos.expectIntact()}`)
})

test('a Redis that cannot be reached for half a minute costs time and nothing else', async ({
  skip,
  onTestFinished,
}) => {
  const chaos = await openChaos({ texts: scaled(60, 900), redis: 'own' })
  if (!chaos) return skip(noRedis)
  onTestFinished(() => chaos.close())
  const proxy = await openProxy(chaos.redis?.url ?? '')
  onTestFinished(() => proxy.close())
  chaos.up([], { REDIS_URL: proxy.url })
  const outage = scaled(3, 30)
  await chaos.reaches(0.15)
  proxy.turn('hole')
  await seconds(outage)
  proxy.turn('fair')
  await chaos.reaches(0.35)
  proxy.turn('refused')
  await seconds(outage)
  proxy.turn('fair')
  await chaos.reaches(0.55)
  proxy.halfClose()
  await chaos.reaches(0.75)
  proxy.turn('slow')
  await seconds(outage)
  proxy.turn('fair')
  console.info(`${outage} s each of a hole, refusal and delay: ${await chaos.expectIntact()}`)
})

test('a full disk under the append-only file stops the work, and room on it lets it go on', async ({
  skip,
  onTestFinished,
}) => {
  const chaos = await openChaos({ texts: scaled(60, 600), redis: 'own' })
  if (!chaos) return skip(noRedis)
  onTestFinished(() => chaos.close())
  chaos.up()
  await chaos.reaches(0.2)
  const lifted = await chaos.redis?.fillDisk()
  if (!lifted) return skip('needs prlimit')
  const isRefusing = async () => /aof_last_write_status:err/.test(await chaos.watcher.redis.info())
  await eventually('Redis to refuse writes', isRefusing, 60_000)
  const before = (await chaos.watcher.events()).length
  await seconds(scaled(3, 30))
  expect((await chaos.watcher.events()).length).toBe(before)
  await lifted()
  console.info(`disk full: ${await chaos.expectIntact()}`)
})
