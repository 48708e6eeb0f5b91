import { expect, test } from 'vitest'
import { anAssigner, eventsOf } from '../support/assigning.ts'
import { aReadArticle, noonMs } from '../support/builders.ts'
import { openContext } from '../support/testContext.ts'
import { type Report, reports } from '../support/texts.ts'

const hourMs = 3_600_000

/** A text that shares nothing with the others. */
function numbered(number: number): Report {
  const words = Array.from({ length: 40 }, (_, at) => `w${number}x${at}`)
  return { title: `Report q${number}`, paragraphs: [words.join(' ')] }
}

test('a story past its window is closed with one event and takes no more articles', async () => {
  const context = openContext({ settings: { STORY_WINDOW_HOURS: 1 } })
  const assigner = await anAssigner(context)
  const commit = (name: string, report: Report, timeMs: number) =>
    assigner.handler(aReadArticle({ url: `http://${name}.example/report`, report, timeMs }))
  await commit('old', reports.ferry, noonMs)
  const [opened] = await eventsOf(context)
  const storyId = opened?.fields['subject'] ?? ''
  const laterMs = noonMs + 26 * hourMs
  for (let at = 1; at < 65; at += 1) await commit(`new-${at}`, numbered(at), laterMs + at)
  const closed = (await eventsOf(context)).filter(({ fields }) =>
    fields['type']?.includes('closed'),
  )
  expect(closed).toHaveLength(1)
  expect(closed[0]?.fields).toMatchObject({ subject: storyId, seq: '2', id: `${storyId}.closed` })
  expect(await context.stories.story(storyId)).toMatchObject({ state: 'closed', size: 1 })

  await commit('again', reports.ferry, laterMs + hourMs)
  const last = (await eventsOf(context)).at(-1)
  expect(last?.fields['type']).toBe('wirefold.story.opened.v1')
  expect(last?.fields['subject']).not.toBe(storyId)
})
