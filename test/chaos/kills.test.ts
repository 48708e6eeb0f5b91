import { expect, test } from 'vitest'
import { createRandom } from '../../demo/random.ts'
import { openChaos, scaled } from '../support/chaosRun.ts'
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
