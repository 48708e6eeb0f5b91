import { expect, test } from 'vitest'
import { createRandom } from '../../demo/random.ts'
import { createKeys } from '../../src/shared/keys.ts'
import { stages } from '../../src/shared/stages.ts'
import { type ChaosRun, openChaos, scaled } from '../support/chaosRun.ts'
import { eventually } from '../support/eventually.ts'

test('nothing is lost or told twice when processes of two trees are killed again and again', async ({
  skip,
  onTestFinished,
}) => {
  const kills = scaled(6, 50)
  const chaos = await openChaos({ texts: scaled(90, 3_750) })
  if (!chaos) return skip('needs a real Redis')
  onTestFinished(() => chaos.close())
  const random = createRandom(11)
  chaos.up()
  let second = chaos.up(['workers'])
  const killed: string[] = []
  const killOne = async (number: number) => {
    // now and then a whole tree goes, and is started anew
    if (number % 10 === 9) {
      second.kill('SIGKILL')
      await second.ended
      second = chaos.up(['workers'])
      return 'tree'
    }
    const running = () => chaos.bench.processes('role ')
    await eventually('a process to run', () => running().length > 0)
    process.kill(random.pick(running()), 'SIGKILL')
    return 'process'
  }
  for (let number = 0; number < kills; number += 1) {
    await chaos.reaches((number + 1) / (kills + 2))
    killed.push(await killOne(number))
  }
  const figures = await chaos.expectIntact()
  console.info(`${killed.length} kills: ${figures}`)
  expect(killed).toHaveLength(kills)
})

/** Pages that a reader has in hand: those BullMQ has locked for it. */
async function pagesInHand({ bench, watcher: { redis } }: ChaosRun): Promise<readonly string[]> {
  const queue = `${createKeys(bench.prefix).queues}:${stages.read.queue}`
  const active = await redis.lrange(`${queue}:active`, 0, -1)
  const locks = await Promise.all(active.map((id) => redis.exists(`${queue}:${id}:lock`)))
  return active.filter((_, at) => locks[at] === 1)
}

test('pages of a reader that was killed are read by another, and those after them go on', async ({
  skip,
  onTestFinished,
}) => {
  const chaos = await openChaos({ texts: scaled(60, 300) })
  if (!chaos) return skip('needs a real Redis')
  onTestFinished(() => chaos.close())
  const { redis } = chaos.watcher
  const { arrivals } = createKeys(chaos.bench.prefix)
  chaos.up([], { READERS: '1' })
  const holds: number[] = []
  for (let kill = 1; kill <= scaled(1, 5); kill += 1) {
    // from the start on: on a slow day the last page may be read before the first look
    await chaos.reaches((kill - 1) / 10)
    const caught = await eventually(
      'a reader at work',
      async () => {
        const [pid] = chaos.bench.processes('role reader')
        const inHand = pid ? await pagesInHand(chaos) : []
        return inHand.length > 0 ? { pid, inHand } : null
      },
      60_000,
    )
    process.kill(caught.pid ?? 0, 'SIGKILL')
    const killedMs = performance.now()
    const haveLeft = async () =>
      (await redis.zmscore(arrivals, ...caught.inHand)).every((place) => place === null)
    await eventually('its pages to have left the order', haveLeft, 60_000)
    holds.push(Math.round(performance.now() - killedMs))
  }
  console.info(`held up for ${holds.join(', ')} ms: ${await chaos.expectIntact()}`)
})
