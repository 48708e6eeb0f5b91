import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWanted, wantedAttributes } from '../../../../src/shared/core/page/attributes.ts'
import { PageTokenizer } from '../../../../src/shared/core/page/pageTokenizer.ts'
import { anyMarkup, markupEvents } from '../../../support/markupEvents.ts'

/** The attributes that are read. */
function readOf(tag: string, attributes: Readonly<Record<string, string>>): string {
  const wanted = wantedAttributes(tag)
  const read = Object.entries(attributes).filter(([name]) =>
    isWanted(wanted, name, { start: 0, end: name.length }),
  )
  return JSON.stringify(read)
}

const theirs = (html: string) => markupEvents(html, {}, readOf)
const ours = (html: string) => markupEvents(html, { Tokenizer: PageTokenizer }, readOf)

const markup = anyMarkup({
  spaces: ['', ' ', '\n', '\t ', '\f', '\r\n'],
  tagNames:
    'p div DIV a li td tr h1 table svg title Script style textarea xmp br img meta link span option'.split(
      ' ',
    ),
  attributeNames: 'class CLASS id href content data-x style itemprop a"b =x rel hidden'.split(' '),
  values: [
    '',
    '=',
    '=""',
    '= "a b"',
    "='it&amp;s'",
    '=bare',
    '=bare/',
    ' = "<p>"',
    '=a"b',
    '="a\nb"',
  ],
  mostAttributes: 4,
  afterEndTags: ['', ' x="y"', '/'],
  others: [
    '<!-- a > b -->',
    '<!-->',
    '<!--->',
    '<!-- a --- b --->',
    '<!doctype html>',
    '<![CDATA[ <p> ]]>',
    '<?xml version="1.0"?>',
    '</ 1>',
    '</!x>',
    '<3',
    ' < ',
    '<<',
    '&amp; &lt',
    'текст',
    '</scripty>',
  ],
  texts: ['a', 'some words ', '\n', '"', "'", '=', '/', '>', '-->'],
  ending: '</script></style></title></textarea></xmp>.',
})

test('pages are cut as htmlparser2 cuts them', () => {
  fc.assert(
    fc.property(markup, (html) => {
      expect(ours(html)).toEqual(theirs(html))
    }),
    { numRuns: 2_000 },
  )
})

test('a page cut off anywhere ends without its last, unfinished tag', () => {
  fc.assert(
    fc.property(markup, fc.nat(), (html, at) => {
      const events = ours(html.slice(0, at % (html.length + 1)))
      expect(events.at(-1)).toBe('end')
    }),
  )
})

test('only the first of two attributes of one name counts, in any case', () => {
  expect(ours('<p CLASS="a" class="b" onclick="c">')).toEqual([
    'open p [["class","a"]]',
    'close p',
    'end',
  ])
})

test('an end tag without a name is text, as htmlparser2 has it', () => {
  for (const html of ['<</>.', 'a</>b', '</ >', '<p>x</\n>y</p>'])
    expect(ours(html), html).toEqual(theirs(html))
})
