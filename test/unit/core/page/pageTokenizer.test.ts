import fc from 'fast-check'
import { Parser, type ParserOptions } from 'htmlparser2'
import { expect, test } from 'vitest'
import { isWanted, wantedAttributes } from '../../../../src/shared/core/page/attributes.ts'
import { PageTokenizer } from '../../../../src/shared/core/page/pageTokenizer.ts'

/** What the parser says of markup: tags with the attributes that are read, and text as a whole. */
function eventsOf(html: string, options: ParserOptions): readonly string[] {
  const events: string[] = []
  let text = ''
  const note = (event: string) => {
    if (text !== '') events.push(`text ${text}`)
    text = ''
    events.push(event)
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => note(`open ${name} ${readOf(name, attributes)}`),
      ontext: (data) => {
        text += data
      },
      onclosetag: (name) => note(`close ${name}`),
      onend: () => note('end'),
    },
    { ...options, decodeEntities: false },
  )
  parser.end(html)
  return events
}

function readOf(tag: string, attributes: Readonly<Record<string, string>>): string {
  const wanted = wantedAttributes(tag)
  const read = Object.entries(attributes).filter(([name]) =>
    isWanted(wanted, name, { start: 0, end: name.length }),
  )
  return JSON.stringify(read)
}

const theirs = (html: string) => eventsOf(html, {})
const ours = (html: string) => eventsOf(html, { Tokenizer: PageTokenizer })

const space = fc.constantFrom('', ' ', '\n', '\t ', '\f', '\r\n')
const tagName = fc.constantFrom(
  ...'p div DIV a li td tr h1 table svg title Script style textarea xmp br img meta link span option'.split(
    ' ',
  ),
)
const attributeName = fc.constantFrom(
  ...'class CLASS id href content data-x style itemprop a"b =x rel hidden'.split(' '),
)
const value = fc.constantFrom(
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
)
const attribute = fc
  .tuple(space, attributeName, value)
  .map(([gap, name, to]) => ` ${gap}${name}${to}`)
const openTag = fc
  .tuple(tagName, fc.array(attribute, { maxLength: 4 }), space, fc.constantFrom('>', '/>', '/ >'))
  .map(([name, attributes, gap, end]) => `<${name}${attributes.join('')}${gap}${end}`)
const closeTag = fc
  .tuple(tagName, space, fc.constantFrom('', ' x="y"', '/'))
  .map(([name, gap, rest]) => `</${gap}${name}${gap === '' ? '' : rest}>`)
const other = fc.constantFrom(
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
)
const text = fc.constantFrom('a', 'some words ', '\n', '"', "'", '=', '/', '>', '-->')
const markup = fc
  .array(fc.oneof(openTag, closeTag, other, text), { maxLength: 30 })
  .map((pieces) => `${pieces.join('')}</script></style></title></textarea></xmp>.`)

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
