import fc from 'fast-check'
import { Parser, type ParserOptions } from 'htmlparser2'
import { expect, test } from 'vitest'
import { XmlTokenizer } from '../../../../src/shared/core/feed/xmlTokenizer.ts'

/** What the parser says of XML: tags with their attributes, CDATA sections, and text as a whole. */
function eventsOf(xml: string, options: ParserOptions): readonly string[] {
  const events: string[] = []
  let text = ''
  const note = (event: string) => {
    if (text !== '') events.push(`text ${text}`)
    text = ''
    events.push(event)
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => note(`open ${name} ${JSON.stringify(attributes)}`),
      ontext: (data) => {
        text += data
      },
      onclosetag: (name) => note(`close ${name}`),
      oncdatastart: () => note('cdata'),
      oncdataend: () => note('end of cdata'),
      onend: () => note('end'),
    },
    { ...options, xmlMode: true, decodeEntities: false },
  )
  parser.end(xml)
  return events
}

const theirs = (xml: string) => eventsOf(xml, {})
const ours = (xml: string) => eventsOf(xml, { Tokenizer: XmlTokenizer })

const space = fc.constantFrom('', ' ', '\n', '\t ', '\r\n')
const tagName = fc.constantFrom(
  ...'rss item Item title link dc:date _x é 名 1 script style -a <b "q'.split(' '),
)
const attributeName = fc.constantFrom(
  ...'xmlns xmlns:dc href HREF rel type xml:lang a"b =x'.split(' '),
)
const value = fc.constantFrom('', '=', '=""', '= "a b"', "='it&amp;s'", '=bare/', ' = "<p>"')
const attribute = fc
  .tuple(space, attributeName, value)
  .map(([gap, name, to]) => ` ${gap}${name}${to}`)
const openTag = fc
  .tuple(tagName, fc.array(attribute, { maxLength: 3 }), space, fc.constantFrom('>', '/>', '/ >'))
  .map(([name, attributes, gap, end]) => `<${name}${attributes.join('')}${gap}${end}`)
const closeTag = fc.tuple(tagName, space).map(([name, gap]) => `</${gap}${name}${gap}>`)
const other = fc.constantFrom(
  '<!-- a > b -->',
  '<!-->',
  '<!-- a --- b --->',
  '<!DOCTYPE rss>',
  '<![CDATA[ <p> ]]>',
  '<![CDATA[]]>',
  '<![CDATA[ a ]]]>',
  '<![cdata[ a ]]>',
  '<?xml version="1.0"?>',
  '</>',
  '<//x>',
  '< ',
  '<>',
)
const text = fc.constantFrom(
  'a',
  'some words ',
  '\n',
  '"',
  '=',
  '/',
  '>',
  ']]>',
  '&amp; &lt',
  'текст',
)
const document = fc
  .array(fc.oneof(openTag, closeTag, other, text), { maxLength: 30 })
  .map((pieces) => `${pieces.join('')}"'>]]>-->.`)

test('feeds are cut as htmlparser2 cuts them', () => {
  fc.assert(
    fc.property(document, (xml) => {
      expect(ours(xml)).toEqual(theirs(xml))
    }),
    { numRuns: 2_000 },
  )
})

test('a feed cut off anywhere ends without its last, unfinished tag', () => {
  fc.assert(
    fc.property(document, fc.nat(), (xml, at) => {
      const events = ours(xml.slice(0, at % (xml.length + 1)))
      expect(events.at(-1)).toBe('end')
    }),
  )
})

test('a CDATA section cut off by the end is read as far as it goes', () => {
  expect(ours('<title><![CDATA[Ferries & bri')).toEqual(theirs('<title><![CDATA[Ferries & bri'))
})

test('a tag with too many attributes is left where the reader stops', () => {
  let read = 0
  const parser = new Parser(
    {
      onattribute() {
        read += 1
        if (read === 10) parser.pause()
      },
    },
    { xmlMode: true, decodeEntities: false, Tokenizer: XmlTokenizer },
  )
  parser.write(`<item ${'a="1" '.repeat(1_000)}>`)
  expect(read).toBe(10)
})
