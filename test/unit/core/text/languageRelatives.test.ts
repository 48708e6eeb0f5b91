import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitRelatives } from '../../../../bench/fit/languageRelatives.ts'
import { loadLanguageModel } from '../../../../src/shared/core/text/language.ts'
import { families, unpackRelatives } from '../../../../src/shared/core/text/languageRelatives.ts'

const { relatives } = await loadLanguageModel()

function likeliest(shares: ReadonlyMap<string, number>): string | undefined {
  return [...shares].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

describe('relatives', () => {
  test.each([
    ['nn', 'nb', 'Kommunestyret vedtok måndag kveld å stengja den gamle brua for reparasjonar'],
    ['nb', 'nn', 'Kommunestyret vedtok mandag kveld å stenge den gamle broen for reparasjoner'],
    [
      'id',
      'ms',
      'Dewan kota memutuskan pada Senin malam untuk menutup jembatan tua karena perbaikan',
    ],
    [
      'ms',
      'id',
      'Majlis bandar raya memutuskan malam Isnin untuk menutup jambatan lama kerana pembaikan',
    ],
    ['gl', 'pt', 'O concello decidiu o luns pola noite pechar a vella ponte ata o outono'],
    ['pt', 'es', 'A câmara decidiu na segunda-feira à noite fechar a velha ponte até ao outono'],
    ['sk', 'cs', 'Mestské zastupiteľstvo v pondelok večer rozhodlo o uzavretí starého mosta'],
    ['xh', 'zu', 'Ibhunga lesixeko ligqibe ngoMvulo ngokuhlwa ukuba livale ibhulorho endala'],
  ])('%s is told from %s', (lang, other, text) => {
    expect(likeliest(relatives.shares(text, 'Latn', other))).toBe(lang)
  })

  test('have shares that add up to one, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...families),
        (text, { script, langs }) => {
          const shares = relatives.shares(text, script, langs[0] ?? '')
          const sum = [...shares.values()].reduce((total, value) => total + Math.exp(value), 0)
          expect([...shares.keys()]).toEqual(langs)
          expect(sum).toBeCloseTo(1, 5)
        },
      ),
    )
  })

  test('are none for a language without any, and in another script', () => {
    expect(relatives.shares('Városi tanács', 'Latn', 'hu').size).toBe(0)
    expect(relatives.shares('Dewan kota', 'Cyrl', 'id').size).toBe(0)
  })
})

test('relatives are learned from a few words, without the part they are judged by', () => {
  const lines = [
    { label: 'id Latn', text: 'kota senin karena', part: null },
    { label: 'ms Latn', text: 'bandar isnin kerana', part: null },
    { label: 'ms Latn', text: 'jambatan', part: 1 },
  ].map(({ text, ...line }) => ({ ...line, text: `${text} `.repeat(40), source: 'own' }))
  const [all, without] = [null, 1].map((part) => unpackRelatives(fitRelatives(lines, part, 2_000)))
  expect(likeliest(all?.shares('kerana', 'Latn', 'id') ?? new Map())).toBe('ms')
  expect(likeliest(all?.shares('jambatan', 'Latn', 'id') ?? new Map())).toBe('ms')
  expect(without?.shares('jambatan', 'Latn', 'id').get('ms')).toBeGreaterThan(Math.log(0.4))
  expect(without?.shares('jambatan', 'Latn', 'id').get('ms')).toBeLessThan(Math.log(0.6))
})
