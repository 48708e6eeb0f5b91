import { expect, test } from 'vitest'
import { outlets } from '../../../demo/outlets.ts'
import { makePages } from '../../../demo/pages.ts'

test('makes as many distinct pages as asked, the same for the same seed', () => {
  const pages = [...makePages(60, 3)]
  expect(new Set(pages.map(({ url }) => url)).size).toBe(60)
  expect(new Set(pages.map(({ html }) => html.toString('latin1'))).size).toBe(60)
  expect([...makePages(60, 3)]).toEqual(pages)
})

test('uses every outlet and repeats some texts in other templates', () => {
  const pages = [...makePages(90, 3)]
  expect(new Set(pages.map(({ url }) => new URL(url).host)).size).toBe(outlets.length)
  const truths = new Set(pages.map(({ truth }) => truth))
  expect(truths.size).toBeGreaterThan(45)
  expect(truths.size).toBeLessThan(90)
})
