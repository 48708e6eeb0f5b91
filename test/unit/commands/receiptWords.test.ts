import { expect, test } from 'vitest'
import { candidateWords, evidenceWords } from '../../../src/commands/receiptWords.ts'
import type { Receipt, ReceiptCandidate } from '../../../src/shared/core/stories/receipt.ts'

const candidate: ReceiptCandidate = {
  storyId: 's1',
  score: 0.98,
  model: 'join',
  refusal: null,
  signals: { terms: 0.612, title: 0, names: 0.4, near: 1 },
}
const receipt: Receipt = {
  rule: 'same_story',
  weightsVersion: '1',
  thresholds: {},
  candidates: [{ ...candidate, refusal: 'low_score', signals: { terms: 0.1 } }, candidate],
  evidence: {
    names: ['vučić', 'patrushev', 'nikolai patrushev'],
    numbers: ['120'],
    dates: ['02-21'],
    countries: ['RS'],
    terms: ['meeting'],
  },
}

test('says what is shared as a reader would, with the likeness to the story that was chosen', () => {
  expect(evidenceWords(receipt)).toBe(
    'share Vučić, Nikolai Patrushev, 21 Feb, Serbia, 120; cosine .61',
  )
})

test('without names and numbers words are told; across languages the cosine is that of names', () => {
  const evidence = { names: [], numbers: [], dates: [], countries: [], terms: ['flood', 'rain'] }
  const linked = { ...candidate, model: 'link' as const, signals: { names: 1 } }
  expect(evidenceWords({ ...receipt, evidence, candidates: [linked] })).toBe(
    'share flood, rain; cosine of names 1.00',
  )
  expect(evidenceWords({ ...receipt, evidence: null })).toBeNull()
})

test.each([
  [null, true, 'chosen · words .61 · names .40'],
  [null, false, 'fits, less well · words .61 · names .40'],
  ['low_score', false, 'not near enough · words .61 · names .40'],
  ['one_kind', false, 'kept apart: evidence of one kind only · words .61 · names .40'],
] as const)('a candidate with the refusal %s, chosen: %s', (refusal, isChosen, words) => {
  expect(candidateWords({ ...candidate, refusal }, isChosen)).toBe(words)
})

test('look-alikes are told by what only one of them has', () => {
  const differences = { names: ['giada morra'], numbers: ['43'] }
  const other = { ...candidate, refusal: 'other_names_and_figures' as const, differences }
  expect(candidateWords(other, false)).toBe(
    'kept apart: other names and other figures (only here: Giada Morra, 43) · words .61 · names .40',
  )
})
