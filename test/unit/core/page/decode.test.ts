import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodePage } from '../../../../src/shared/core/page/decode.ts'

function decode(bytes: Uint8Array, contentType: string | null = null) {
  const page = decodePage({ bytes, contentType, url: 'https://news.example/a' })
  return { html: page.textOf(page.html), charset: page.charset }
}

const utf8 = (text: string) => new TextEncoder().encode(text)

test('a byte order mark wins over every label', () => {
  const bytes = iconv.encode('<meta charset="utf-8">žluť', 'utf-16le', { addBOM: true })
  const decoded = decode(bytes, 'text/html; charset=utf-8')
  expect(decoded.charset).toBe('utf-16le')
  expect(decoded.html).toContain('žluť')
})

test('valid UTF-8 wins over a wrong HTTP charset', () => {
  const decoded = decode(utf8('Größe'), 'text/html; charset=iso-8859-1')
  expect(decoded).toEqual({ html: 'Größe', charset: 'utf-8' })
})

test('the HTTP charset wins over the meta tag', () => {
  const bytes = iconv.encode('<meta charset="windows-1252">Привет', 'windows-1251')
  expect(decode(bytes, 'text/html; charset=windows-1251').html).toContain('Привет')
})

test.each([
  ['<meta charset=windows-1251>', 'windows-1251', 'Вечерняя газета'],
  ['<META http-equiv="Content-Type" content="text/html; charset=gb2312">', 'gb18030', '晚报今日'],
  ['<meta charset="shift_jis">', 'shift_jis', '夕刊の記事'],
  ['<?xml version="1.0" encoding="euc-kr"?>', 'euc-kr', '석간신문'],
  ['<meta charset="latin1">', 'windows-1252', 'naïve “quotes”'],
])('%s is found and mapped as browsers map it', (tag, charset, text) => {
  const bytes = iconv.encode(`<html><head>${tag}</head>${text}`, charset)
  const decoded = decode(bytes)
  expect(decoded.charset).toBe(charset)
  expect(decoded.html).toContain(text)
})

test('a meta tag is found after 50 KB of scripts', () => {
  const late = `<script>${'x'.repeat(50_000)}</script><meta charset="windows-1250">čeština`
  expect(decode(iconv.encode(late, 'windows-1250')).html).toContain('čeština')
})

test('ISO-2022-JP and UTF-16, which are valid UTF-8 too, are read as what they claim to be', () => {
  const japanese = [
    ...utf8('<meta charset="iso-2022-jp">'),
    0x1b,
    0x24,
    0x42,
    0x3b,
    0x76,
    0x1b,
    0x28,
    0x42,
  ]
  expect(decode(Uint8Array.from(japanese))).toMatchObject({ charset: 'iso-2022-jp' })
  expect(decode(Uint8Array.from(japanese)).html).toContain('>事')
  const wide = iconv.encode('<p>Bridge</p>', 'utf-16le')
  expect(decode(wide, 'text/html; charset=utf-16').html).toBe('<p>Bridge</p>')
})

test('a zero byte or an escape alone changes nothing', () => {
  expect(decode(utf8('<p>\u0000\u001b[0m</p>'), 'text/html; charset=windows-1252').charset).toBe(
    'utf-8',
  )
})

test('without any label legacy bytes are windows-1252', () => {
  expect(decode(Uint8Array.from([0x93, 0x61, 0x94]))).toEqual({
    html: '“a”',
    charset: 'windows-1252',
  })
})

test('UTF-8 with one broken byte stays UTF-8', () => {
  const text = utf8('Straßenbahn für Güstrow, Köthen und Görlitz – überall größere Züge.'.repeat(3))
  const bytes = Uint8Array.from([...text, 0xe4, ...text])
  expect(decode(bytes, 'text/html; charset=utf-8').charset).toBe('utf-8')
})

test('an unknown label counts as none', () => {
  const bytes = Uint8Array.from([...utf8('<meta charset="x-klingon">caf'), 0xe9])
  expect(decode(bytes, 'text/html; charset=also-unknown').html).toContain('café')
})

test.each(['windows-1252', 'windows-1251', 'iso-8859-7', 'koi8-r', 'windows-874', 'macintosh'])(
  'a page in %s is read as a whole decoder reads it, byte by byte',
  (charset) => {
    const bytes = Uint8Array.from({ length: 256 * 3 }, (_, at) => at % 256)
    const read = decode(bytes, `text/html; charset=${charset}`)
    expect(read).toEqual({ html: new TextDecoder(charset).decode(bytes), charset })
  },
)

/** Runs of markup, letters in UTF-8 and bytes that belong to nothing, at every distance from each other. */
const pieces = fc.array(
  fc.oneof(
    fc.nat(9).map((length) => Buffer.alloc(length, 'markup')),
    fc.constantFrom('é', 'ж', '漢', '😀').map((letter) => Buffer.from(letter)),
    fc.integer({ min: 0x80, max: 0xff }).map((byte) => Buffer.of(byte)),
  ),
  { maxLength: 80 },
)

test('UTF-8 is told by the share of broken characters among those beyond ASCII, wherever they stand', () => {
  fc.assert(
    fc.property(pieces, fc.nat(3), (list, skipped) => {
      const bytes = Buffer.concat([Buffer.from('<p>'), ...list]).subarray(skipped)
      fc.pre(bytes[0] !== 0xef && bytes[0] !== 0xfe && bytes[0] !== 0xff)
      const beyond = [...new TextDecoder().decode(bytes)].filter((letter) => letter > '\x7f')
      // units, as broken ones are counted
      const units = beyond.join('').length
      const broken = beyond.filter((letter) => letter === '\ufffd').length
      const isUtf8 = units === 0 || broken / units <= 0.05
      expect(decode(bytes).charset).toBe(isUtf8 ? 'utf-8' : 'windows-1252')
    }),
    { numRuns: 500 },
  )
})

test('pages in charsets of one byte a character keep what is a character already', () => {
  const { textOf } = decodePage({
    bytes: iconv.encode('Цена 5 € и тире —', 'windows-1251'),
    contentType: 'text/html; charset=windows-1251',
    url: 'https://news.example/a',
  })
  // a class name with a character reference that was resolved
  expect(textOf('漢 \xe9')).toBe('漢 й')
})
