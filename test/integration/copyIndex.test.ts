import { expect, test } from 'vitest'
import { isCopy } from '../../src/shared/core/copies/overlap.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { anchorsOfArticle, createCopyIndex } from '../../src/workers/assign/copyIndex.ts'
import { takeLease } from '../support/assigning.ts'
import { aReadArticle, noonMs } from '../support/builders.ts'
import { openContext } from '../support/testContext.ts'
import { type Report, reports } from '../support/texts.ts'

const windowMs = 72 * 3_600_000
// a window begins here, so that steps of a window do what they say
const startMs = Math.ceil(noonMs / windowMs) * windowMs

/** An index and an assigner that share a clock the test sets. */
async function openIndex() {
  const clock = { nowMs: startMs }
  const context = openContext()
  const assigner = createAssigner(context, await takeLease(context))
  return {
    context,
    clock,
    commit: (name: string, report: Report = reports.ferry) =>
      assigner.handler(articleOf(name, report, clock.nowMs)),
    find: async (report: Report = reports.ferry, name = 'another') => {
      const article = articleOf(name, report)
      const index = createCopyIndex(context, await context.stories.generations())
      const moment = { streamMs: clock.nowMs, number: (await context.stories.commits()) + 1 }
      const found = await index.find(article, anchorsOfArticle(article), moment)
      return found.filter(isCopy).map(({ articleId }) => articleId)
    },
  }
}

function articleOf(name: string, report: Report, timeMs = startMs) {
  return aReadArticle({ url: `http://${name}.example/report`, report, timeMs })
}

const idOf = (name: string) => articleOf(name, reports.ferry).articleId

test('of two articles committed one after the other, the second finds the first', async () => {
  const { commit, find } = await openIndex()
  await commit('first')
  expect(await find()).toEqual([idOf('first')])
  await commit('second')
  expect((await find()).toSorted()).toEqual([idOf('first'), idOf('second')].toSorted())
})

test('finds copies after many other articles', async () => {
  const { commit, find } = await openIndex()
  await commit('first')
  for (let at = 0; at < 260; at += 1) {
    await commit(`other-${at}`, numbered(at))
  }
  await commit('last', reports.comet)
  expect(await find()).toEqual([idOf('first')])
  expect(await find(reports.comet)).toEqual([idOf('last')])
})

/** A text that shares nothing with the others. */
function numbered(number: number): Report {
  const words = Array.from({ length: 60 }, (_, at) => `w${number}x${at}`)
  return { title: `Report ${number}`, paragraphs: [words.join(' ')] }
}

test('never takes an article for a copy of itself', async () => {
  const { commit, find } = await openIndex()
  await commit('first')
  expect(await find(reports.ferry, 'first')).toEqual([])
})

test('finds the whole text of a copy that was cut', async () => {
  const { commit, find } = await openIndex()
  await commit('whole')
  const cut = { ...reports.ferry, paragraphs: reports.ferry.paragraphs.slice(0, 1) }
  expect(await find(cut)).toEqual([idOf('whole')])
})

test('finds the cut copy of a whole text', async () => {
  const { commit, find } = await openIndex()
  await commit('cut', { ...reports.ferry, paragraphs: reports.ferry.paragraphs.slice(0, 1) })
  expect(await find()).toEqual([idOf('cut')])
})

test('does not take a report on another event for a copy', async () => {
  const { commit, find } = await openIndex()
  await commit('ferry')
  expect(await find(reports.comet)).toEqual([])
})

test('names the same text before a similar one', async () => {
  const { commit, find } = await openIndex()
  await commit('cut', { ...reports.ferry, paragraphs: reports.ferry.paragraphs.slice(0, 2) })
  await commit('same')
  expect(await find()).toEqual([idOf('same'), idOf('cut')])
})

test('finds a copy to the letter though many other texts have all its phrases', async () => {
  const { commit, find } = await openIndex()
  for (let at = 0; at < 24; at += 1) {
    const paragraphs = [...reports.ferry.paragraphs, `Edition number ${at} has this to add.`]
    await commit(`longer-${at}`, { ...reports.ferry, paragraphs })
  }
  await commit('same')
  expect((await find())[0]).toEqual(idOf('same'))
})

test('still finds a text that many have printed', async () => {
  const { commit, find } = await openIndex()
  for (let at = 0; at < 24; at += 1) await commit(`paper-${at}`)
  const found = await find()
  expect(found.length).toBeGreaterThanOrEqual(1)
  expect(found.length).toBeLessThanOrEqual(8)
})

test('finds a copy for at least a window and forgets it after two', async () => {
  const { context, clock, commit, find } = await openIndex()
  clock.nowMs = startMs + windowMs / 2
  await commit('first')
  clock.nowMs += windowMs
  expect(await find()).toEqual([idOf('first')])
  clock.nowMs += windowMs
  expect(await find()).toEqual([])
  const anchors = await context.redis.keys(`${context.keys.prefix}:copies:*`)
  expect(anchors.length).toBeGreaterThan(2)
  for (const key of anchors) {
    const ttlMs = await context.redis.pttl(key)
    expect(ttlMs).toBeGreaterThan(2 * windowMs - 60_000)
    expect(ttlMs).toBeLessThanOrEqual(2 * windowMs)
  }
})

test('a text of fewer than two words has no copies', async () => {
  const { commit, find } = await openIndex()
  const word = { title: 'One word', paragraphs: ['Ferry'] }
  await commit('first', word)
  expect(await find(word)).toEqual([])
})
