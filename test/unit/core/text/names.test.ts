import { expect, test } from 'vitest'
import { findNames } from '../../../../src/shared/core/text/names.ts'
import { findWords } from '../../../../src/shared/core/text/tokens.ts'

function namesOf(title: string, body: string) {
  const { words, phrases } = findNames(findWords(title), findWords(body))
  return { words: Object.fromEntries(words), phrases: [...phrases.keys()] }
}

test('takes capitalised words inside a sentence', () => {
  expect(namesOf('', 'On Monday the mayor Anton Weissl spoke.')).toEqual({
    words: { monday: 1, anton: 1, weissl: 1 },
    phrases: ['anton weissl'],
  })
})

test('drops the first word of a sentence if it also occurs in lower case', () => {
  expect(namesOf('', 'Trams stopped. All trams stopped. Kestelburg waits.').words).toEqual({
    kestelburg: 1,
  })
})

test('a headline with all words capitalised names only what the body names', () => {
  const body =
    'the ferry Aurelia has run aground off the port of Halvmere, and boats went out to help her at once'
  expect(namesOf('Ferry Aurelia Runs Aground', body).words).toEqual({ aurelia: 3, halvmere: 1 })
})

test('an English possessive ends a run of names', () => {
  expect(namesOf('', "it was Nordlinje's Aurelia").phrases).toEqual([])
})
