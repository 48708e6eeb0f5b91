import { expect, test } from 'vitest'
import { PARTS, withParts } from '../../../bench/language/parts.ts'

const stories = [
  ['Kommunen stenger broen over Skogelva', 'Kommunen stengjer brua over Skogelva'],
  ['Flom truer gårdene ved Langvatn', 'Flaum trugar gardane ved Langvatn'],
  ['Ulven er tilbake i Høgfjell', 'Ulven er attende i Høgfjell'],
  ['Tyver stjal orgelet fra Sankt Knut', 'Tjuvar stal orgelet frå Sankt Knut'],
  ['Isbreen Storfonna smelter raskere', 'Isbreen Storfonna smeltar raskare'],
  ['Kor fra Bjerkeland vant i Praha', 'Kor frå Bjerkeland vann i Praha'],
]
const rows = stories.flatMap(([nb = '', nn = '']) => [
  { lang: 'nb', text: nb },
  { lang: 'nb', text: `${nb}\nMer om saken i morgen.` },
  { lang: 'nn', text: nn },
])
const cut = withParts(rows)

test('translations of one document are in one part, and so is all that begins with its headline', () => {
  for (const [nb = '', nn = ''] of stories) {
    const own = cut.filter(({ text }) => text.startsWith(nb) || text === nn)
    expect(own).toHaveLength(3)
    expect(new Set(own.map(({ part }) => part)).size, nb).toBe(1)
  }
})

test('all parts have documents', () => {
  expect(new Set(cut.map(({ part }) => part)).size).toBe(PARTS)
})

test('the cut is the same each time', () => {
  expect(withParts(rows)).toEqual(cut)
})
