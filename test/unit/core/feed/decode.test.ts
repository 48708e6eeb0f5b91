import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { canonicalCharset, charsetOfContentType } from '../../../../src/shared/core/feed/charset.ts'
import { decodeText } from '../../../../src/shared/core/feed/decode.ts'

function decode(bytes: Uint8Array, contentType: string | null = null) {
  return decodeText(bytes, { contentType, kind: 'xml' })
}

function document(text: string, encoding?: string): string {
  const declared = encoding === undefined ? '' : ` encoding="${encoding}"`
  return `<?xml version="1.0"${declared}?><rss><title>${text}</title></rss>`
}

const russian = 'В порту снова ходит паром, сообщили в мэрии города во вторник утром'

test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'utf-8'])(
  'believes the byte order mark of %s over every label',
  (charset) => {
    const bytes = iconv.encode(document('é', 'koi8-r'), charset, { addBOM: true })
    expect(decode(bytes, 'text/xml; charset=big5')).toEqual({
      text: document('é', 'koi8-r'),
      charset,
    })
  },
)

test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
  'sees %s by the bytes of the first character',
  (charset) => {
    const bytes = iconv.encode(document('é'), charset, { addBOM: false })
    expect(decode(bytes)).toEqual({ text: document('é'), charset })
  },
)

test('believes bytes that are UTF-8 over a single-byte label', () => {
  const bytes = Buffer.from(document('café', 'iso-8859-1'))
  expect(decode(bytes, 'text/xml; charset=windows-1252').charset).toBe('utf-8')
})

test('believes the HTTP header over the XML declaration', () => {
  const bytes = iconv.encode(document(russian, 'koi8-r'), 'windows-1251')
  expect(decode(bytes, "text/xml; charset='windows-1251'").text).toContain(russian)
})

test('believes the XML declaration when the header says nothing', () => {
  const bytes = iconv.encode(document(russian, 'windows-1251'), 'windows-1251')
  expect(decode(bytes, 'text/xml')).toMatchObject({ charset: 'windows-1251' })
})

test('reads Latin-1 as windows-1252, with its quotation marks', () => {
  const bytes = iconv.encode(document('“café”', 'ISO-8859-1'), 'windows-1252')
  expect(decode(bytes)).toMatchObject({
    charset: 'windows-1252',
    text: document('“café”', 'ISO-8859-1'),
  })
})

test('goes on reading UTF-8 with a bad byte in it', () => {
  const good = Buffer.from(document(russian))
  const bytes = Buffer.concat([good.subarray(0, 60), Buffer.from([0xff]), good.subarray(60)])
  expect(decode(bytes)).toMatchObject({ charset: 'utf-8' })
})

test('guesses from the text and not from the tags when nothing is declared', () => {
  const markup = '<item a="b"><link>x</link></item>'.repeat(200)
  const bytes = iconv.encode(
    `<rss>${markup}<title>${russian}. ${russian}.</title></rss>`,
    'windows-1251',
  )
  expect(decode(bytes)).toMatchObject({ charset: 'windows-1251' })
})

test('does not believe a declaration of UTF-16 that could be read as ASCII', () => {
  expect(decode(Buffer.from(document('plain', 'utf-16')))).toMatchObject({ charset: 'utf-8' })
})

test('drops control characters', () => {
  expect(decode(Buffer.from('<a>b\u0001c\td</a>')).text).toBe('<a>bc\td</a>')
})

test.each([
  ['GB2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['latin1', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['UTF_8', 'utf-8'],
  ['x-sjis', 'shift_jis'],
  ['"utf-8"', 'utf-8'],
  ['klingon', null],
  ['constructor', null],
])('knows the label %s as %s', (label, charset) => {
  expect(canonicalCharset(label)).toBe(charset)
})

test('finds the charset in a Content-Type header', () => {
  expect(charsetOfContentType('text/xml; Charset = "KOI8-R"; x=y')).toBe('koi8-r')
  expect(charsetOfContentType('text/xml')).toBeNull()
})

test('reads back whatever was written as UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aé€😀中я\u0001<') }), (text) => {
      const written = `<a>${text.replaceAll(/[\0-\x1f]/g, '')}</a>`
      expect(decode(Buffer.from(written), 'text/xml; charset=iso-8859-5').text).toBe(written)
    }),
  )
})
