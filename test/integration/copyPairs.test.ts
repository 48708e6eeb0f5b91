import { expect, test } from 'vitest'
import { runStage } from '../../src/shared/runStage.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { eventsOf, takeLease } from '../support/assigning.ts'
import { aReadArticle, noonMs } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { openContext } from '../support/testContext.ts'
import type { Report } from '../support/texts.ts'

const pairs = 400
const sayings = [
  'ferry',
  'comet',
  'budget',
  'school',
  'harbour',
  'museum',
  'orchard',
  'tunnel',
  'archive',
  'market',
]

/** Reports that share no phrase of five words with each other. */
function report(number: number): Report {
  const word = (at: number) =>
    `${sayings[(number * 7 + at * 3) % sayings.length]}${(number * 31 + at * 17) % 997}`
  const sentence = (from: number) =>
    `${Array.from({ length: 24 }, (_, at) => word(from + at)).join(' ')}.`
  return {
    title: `${word(1)} ${word(2)} ${word(3)}`,
    paragraphs: [sentence(0), sentence(40), sentence(80)],
  }
}

test('of copies that arrive together none misses the other', async () => {
  const context = openContext()
  const articles = Array.from({ length: pairs }, (_, number) =>
    ['one', 'two'].map((paper) =>
      aReadArticle({
        url: `http://${paper}-${number}.example/a`,
        report: report(number),
        timeMs: noonMs,
      }),
    ),
  ).flat()
  const assigner = createAssigner(context, await takeLease(context, 0, 600_000))
  const stage = runStage('assign', assigner.handler, context)
  await context.queues.enqueue(
    'assign',
    articles.map((payload) => ({ id: payload.entryId, payload })),
  )
  await eventually(
    'all are assigned',
    async () => {
      // stories that split add events of their own: the queue says when the last article is through
      const { waiting, active } = await context.queues.depth('assign')
      return waiting + active === 0
    },
    50_000,
  )
  await stage.close()
  const stories = Map.groupBy(await eventsOf(context), ({ fields }) => fields['subject'])
  const sizes = [...stories.values()].map((events) => events.length)
  expect(sizes.filter((size) => size < 2)).toEqual([])
}, 60_000)
