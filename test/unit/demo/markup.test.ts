import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeMarkup } from '../../../demo/charsets.ts'
import { type Content, escapeText, markup, scriptJson, verbatim } from '../../../demo/markup.ts'

test('escapes every character that can end an element or an attribute', () => {
  expect(markup`<a href="${`"'><&`}">`.markup).toBe('<a href="&quot;&#39;&gt;&lt;&amp;">')
})

test('prints markup as it stands, joins lists and leaves out null and false', () => {
  const list: Content = ['a & b', verbatim('<i>c</i>'), null, false, 7]
  expect(markup`<ul>${list}</ul>`.markup).toBe('<ul>a &amp; b<i>c</i>7</ul>')
})

test('never lets text open a tag', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(escapeText(text)).not.toMatch(/[<>"']/)
    }),
  )
})

test('writes JSON that cannot end its script element and reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const written = scriptJson({ text: `</script><!--${text}` }).markup
      expect(written).toMatch(/^[\x20-\x7f]*$/)
      expect(written).not.toContain('<')
      expect(JSON.parse(written)).toEqual({ text: `</script><!--${text}` })
    }),
  )
})

test('writes characters a charset lacks as numeric references', () => {
  expect(encodeMarkup('“Łódź” 9 €', 'windows-1252').toString('latin1')).toBe(
    '\x93&#321;\xf3d&#378;\x94 9 \x80',
  )
  expect(encodeMarkup('é“', 'iso-8859-1').toString('latin1')).toBe('\xe9&#8220;')
})

test('starts utf-16 with a byte order mark', () => {
  expect([...encodeMarkup('é', 'utf-16')]).toEqual([0xff, 0xfe, 0xe9, 0x00])
})
