import { expect, test } from 'vitest'
import { openChaos, scaled } from '../support/chaosRun.ts'

/** A tree has ended by itself before its supervisor would kill what is left. */
const graceMs = 25_000

test('a rolling restart under load loses nothing, and every tree drains within its grace period', async ({
  skip,
  onTestFinished,
}) => {
  const chaos = await openChaos({ texts: scaled(90, 900) })
  if (!chaos) return skip('needs a real Redis')
  onTestFinished(() => chaos.close())
  const trees = [chaos.up(), chaos.up(['workers'])]
  const rounds = scaled(1, 3)
  for (let turn = 0; turn < rounds * trees.length; turn += 1) {
    await chaos.reaches((turn + 1) / (rounds * trees.length + 2))
    const at = turn % trees.length
    const asked = performance.now()
    trees[at]?.kill('SIGTERM')
    expect(await trees[at]?.ended).toMatchObject({ code: 0, signal: null })
    expect(performance.now() - asked).toBeLessThan(graceMs)
    trees[at] = at === 0 ? chaos.up() : chaos.up(['workers'])
  }
  console.info(`${rounds * trees.length} restarts: ${await chaos.expectIntact()}`)
})
