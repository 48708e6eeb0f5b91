import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { XmlTokenizer } from '../../../../src/shared/core/feed/xmlTokenizer.ts'
import { anyMarkup, markupEvents } from '../../../support/markupEvents.ts'

const theirs = (xml: string) => markupEvents(xml, { xmlMode: true })
const ours = (xml: string) => markupEvents(xml, { xmlMode: true, Tokenizer: XmlTokenizer })

const document = anyMarkup({
  spaces: ['', ' ', '\n', '\t ', '\r\n'],
  tagNames: 'rss item Item title link dc:date _x é 名 1 script style -a <b "q'.split(' '),
  attributeNames: 'xmlns xmlns:dc href HREF rel type xml:lang a"b =x'.split(' '),
  values: ['', '=', '=""', '= "a b"', "='it&amp;s'", '=bare/', ' = "<p>"'],
  mostAttributes: 3,
  afterEndTags: [''],
  others: [
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
  ],
  texts: ['a', 'some words ', '\n', '"', '=', '/', '>', ']]>', '&amp; &lt', 'текст'],
  ending: `"'>]]>-->.`,
})

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
