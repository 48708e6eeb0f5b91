import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWorld, decide } from '../../../../src/shared/core/stories/world.ts'
import { arrive, fold, groupsOf, lookAlikes, wantedGroups } from './wire.ts'

const anyOrder = fc.shuffledSubarray([...lookAlikes], { minLength: lookAlikes.length })

test('two transfers, verdicts, strikes and quakes stay apart, and so do pages of one template', () => {
  expect(groupsOf(createWorld(), lookAlikes)).toEqual(wantedGroups(lookAlikes))
})

test('look-alikes stay apart in any order of arrival', () => {
  fc.assert(
    fc.property(anyOrder, (articles) => {
      expect(groupsOf(createWorld(), articles)).toEqual(wantedGroups(lookAlikes))
    }),
    { numRuns: 30 },
  )
})

test('the receipt of a refusal shows the anchors that spoke against the join', () => {
  const world = createWorld()
  const [first, second] = ['transfer-a1', 'transfer-b1'].map((id) =>
    lookAlikes.find((article) => article.id === id),
  )
  if (!first || !second) throw new Error('fixture without transfers')
  fold(world, arrive(first, 0))
  const { action, receipt } = decide(world, arrive(second, 1))
  expect(action).toBe('open')
  expect(receipt.candidates[0]?.signals).toMatchObject({ figures: 0 })
  expect(receipt.candidates[0]?.signals['mainNames']).toBeLessThan(0.6)
})

test('a page of a template is no copy of another, however alike they are', () => {
  const world = createWorld()
  const [first, second] = lookAlikes.filter(({ id }) => id.startsWith('weather'))
  if (!first || !second) throw new Error('fixture without weather')
  const { storyId, clusterId } = fold(world, arrive(first, 0)).decision
  const copies = [
    { articleId: first.id, storyId, clusterId, jaccard: 0.85, containment: 0.95, lang: 'en' },
  ]
  expect(decide(world, arrive(second, 1, { copies })).action).toBe('open')
})

test('the same text is a copy, whatever its story has taken in since', () => {
  const world = createWorld()
  const [first, second] = lookAlikes.filter(({ id }) => id.startsWith('weather'))
  if (!first || !second) throw new Error('fixture without weather')
  const { storyId, clusterId } = fold(world, arrive(first, 0)).decision
  const same = { jaccard: 1, containment: 1, sameText: true, lang: 'en' }
  const copies = [{ articleId: first.id, storyId, clusterId, ...same }]
  expect(decide(world, arrive(second, 1, { copies }))).toMatchObject({ action: 'join', storyId })
})
