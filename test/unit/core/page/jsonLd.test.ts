import { expect, test } from 'vitest'
import { readStructuredArticle } from '../../../../src/shared/core/page/jsonLd.ts'

const read = (...blocks: string[]) => readStructuredArticle(blocks)

test('articles are found in graphs, arrays and nested entities', () => {
  const article = '{"@type":["Thing","NewsArticle"],"headline":"Found"}'
  for (const block of [
    article,
    `[${article}]`,
    `{"@graph":[{"@type":"WebSite"},${article}]}`,
    `{"@type":"WebPage","mainEntity":${article}}`,
  ]) {
    expect(read(block)?.headline).toBe('Found')
  }
})

test.each([
  '<!-- {"@type":"NewsArticle","headline":"Found"} -->',
  '//<![CDATA[\n{"@type":"NewsArticle","headline":"Found"}\n//]]>',
  '{"@type":"NewsArticle","headline":"Found",}',
  '{"@type":"NewsArticle",\n"headline":"Found","description":"a\u0009b\nc"};',
])('%s is repaired', (block) => {
  expect(read(block)?.headline).toBe('Found')
})

test('authors are strings, objects or lists of either', () => {
  const authors = (json: string) =>
    read(`{"@type":"Article","headline":"x","author":${json}}`)?.authors
  expect(authors('"A. Writer"')).toEqual(['A. Writer'])
  expect(authors('{"name":"A. Writer"}')).toEqual(['A. Writer'])
  expect(authors('[{"name":"A. Writer"},"B. Reader",null]')).toEqual(['A. Writer', 'B. Reader'])
})

test('an author may be referred to by its id; a person who publishes names no site', () => {
  const graph = `{"@graph":[{"@type":"NewsArticle","headline":"x","author":{"@id":"#mara"},"publisher":{"@id":"#mara"}},
    {"@type":["Person","Organization"],"@id":"#mara","name":"Mara Ellison"}]}`
  expect(read(graph)).toMatchObject({ authors: ['Mara Ellison'], publisher: null })
  expect(read(graph.replace('"#mara"},"pub', '"#other"},"pub'))?.authors).toEqual([])
})

test.each(['false', '"False"', '"false"'])('isAccessibleForFree %s means metered', (value) => {
  expect(read(`{"@type":"Article","headline":"x","isAccessibleForFree":${value}}`)?.isMetered).toBe(
    true,
  )
})

test('entities in headlines are resolved', () => {
  expect(read('{"@type":"Article","headline":"Salt &amp; pepper &#8211; again"}')?.headline).toBe(
    'Salt & pepper – again',
  )
})

test('one broken block does not hide the next one', () => {
  expect(read('{', '{"@type":"Article","headline":"Found"}')?.headline).toBe('Found')
})

test('pages without articles or videos have none', () => {
  expect(read('{"@type":"Organization","name":"x"}', '[]', 'null', '3', '')).toBeNull()
})
