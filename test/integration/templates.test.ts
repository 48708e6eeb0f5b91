import { expect, test } from 'vitest'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { eventsOf, takeLease } from '../support/assigning.ts'
import { aReadArticle, noonMs } from '../support/builders.ts'
import { openContext } from '../support/testContext.ts'
import type { Report } from '../support/texts.ts'

const towns = ['Port Ellery', 'Morrow', 'Lindhaven', 'Calder', 'Traunau', 'Brezno'] as const

/** A weather page: one skeleton, other figures and places. */
function weather(town: string, day: number): Report {
  const place = [...town].reduce((sum, letter) => sum * 3 + letter.charCodeAt(0), 0)
  const high = 9 + ((place * 5 + day * 3) % 17)
  const wind = 8 + ((place * 11 + day * 13) % 41)
  return {
    title: `${town} weather forecast, day ${day}`,
    paragraphs: [
      `The forecast for ${town} and the surrounding valleys is issued twice a day by the regional desk.`,
      `Highs will reach ${high} degrees in ${town}, with lows near ${high - 6} degrees before dawn.`,
      `Winds from the west blow at ${wind} kilometres an hour, gusting to ${wind + 17} on the coast road.`,
      `The chance of rain is ${(wind * 7) % 89} per cent, and up to ${wind % 12} millimetres may fall by evening.`,
      `Sunrise is at ${6 + (day % 2)}.${10 + day} and sunset at ${16 + (day % 3)}.${20 + day}, the desk said in its bulletin.`,
      'Readers who keep gardens are reminded to cover tender plants whenever the night is clear and still.',
    ],
  }
}

test('weather pages of other towns and days stay apart, and a reprint of one finds it', async () => {
  const context = openContext()
  const { handler } = createAssigner(context, await takeLease(context))
  const pages = [1, 2, 3].flatMap((day) => towns.map((town) => ({ town, day })))
  for (const { town, day } of pages) {
    const url = `http://desk.example/weather/${town.replace(' ', '-')}/day/${day}`
    await handler(
      aReadArticle({ url, report: weather(town, day), timeMs: noonMs + day * 3_600_000 }),
    )
  }
  const reprint = aReadArticle({
    url: 'http://paper.example/today',
    report: weather('Calder', 3),
    timeMs: noonMs,
  })
  await handler(reprint)
  const events = await eventsOf(context)
  const types = events.map(({ fields }) => fields['type']?.split('.')[2])
  expect(types.filter((type) => type === 'opened')).toHaveLength(pages.length)
  const joined = events.find(({ fields }) => fields['type'] === 'wirefold.story.joined.v1')
  const opened = events.find(({ fields }) => fields['subject'] === joined?.fields['subject'])
  expect(JSON.parse(joined?.fields['data'] ?? '{}').article.id).toBe(reprint.articleId)
  expect(JSON.parse(opened?.fields['data'] ?? '{}').article.title).toBe(
    'Calder weather forecast, day 3',
  )
})
