import { expect, test } from 'vitest'
import { memoized } from '../../../../src/shared/core/text/memoized.ts'

function counted(most: number) {
  const asked: string[] = []
  const answer = memoized(most, (text) => {
    asked.push(text)
    return text === 'none' ? undefined : text.length
  })
  return { asked, answer }
}

test('an answer is made once, one that is nothing too', () => {
  const { asked, answer } = counted(5)
  expect([answer('en'), answer('none'), answer('en'), answer('none')]).toEqual([
    2,
    undefined,
    2,
    undefined,
  ])
  expect(asked).toEqual(['en', 'none'])
})

test('what is too long to be a tag is answered afresh, and a full table begins anew', () => {
  const { asked, answer } = counted(2)
  const long = 'x'.repeat(1_000)
  for (const text of [long, 'a', 'b', 'a', 'c', 'c', 'a', long]) answer(text)
  expect(asked).toEqual([long, 'a', 'b', 'c', 'a', long])
})
