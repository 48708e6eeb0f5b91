import { expect, test } from 'vitest'
import {
  findSiblings,
  haveSiblingTitles,
  titledText,
} from '../../../../src/shared/core/copies/siblings.ts'
import {
  learnTemplate,
  noTemplates,
  readTemplate,
} from '../../../../src/shared/core/copies/templateMemory.ts'

const page = titledText

test.each([
  ['Aries, 7 May', 'Taurus, 7 May', true],
  ['Aries, 7 May', 'Aries, 7 May, updated', false],
  ['Aries, 7 May', 'What the stars say', false],
  ['Aries, 7 May', 'Aries - 7 May', false],
])('“%s” and “%s” are filled in differently: %s', (one, other, expected) => {
  const own = page(one, 'Aries may expect a quiet day.')
  const sibling = page(other, 'Taurus may expect a quiet day.')
  expect(haveSiblingTitles(own, sibling)).toBe(expected)
})

test('a title that names what both texts speak of tells nothing', () => {
  const one = page('Tarvik wins', 'Tarvik beat Calder by two goals.')
  const other = page('Calder loses', 'Calder lost to Tarvik by two goals.')
  expect(haveSiblingTitles(one, other)).toBe(false)
})

/** A forecast in a script without capitals, so that only its numbers are values. */
const forecast = (place: string, [high, low, wind]: readonly [number, number, number]) =>
  page(
    `अनुमान ${place}`,
    `मौसम विभाग के अनुसार आज ${place} में आसमान साफ रहेगा और दिन का तापमान ${high} डिग्री तक पहुंचेगा। रात का तापमान ${low} डिग्री रहने की संभावना है। हवा की गति ${wind} किलोमीटर प्रति घंटा रहेगी और लोगों को सुबह घर से निकलते समय सावधान रहना चाहिए।`,
  )

test('a page cut before its figures is told from its siblings by its title', () => {
  const pages = [
    forecast('रामपुर', [31, 18, 12]),
    forecast('सीतापुर', [33, 21, 9]),
    forecast('धनपुर', [28, 15, 22]),
  ]
  const [first, second, third] = pages.map(({ text }) => text.tokens)
  if (!first || !second || !third) throw new Error('three pages')
  const learnt = learnTemplate(noTemplates, { page: second, family: -1, sibling: first })
  const { family } = readTemplate(learnt, third)
  const memory = learnTemplate(learnt, { page: third, family, sibling: null })
  const cut = page('अनुमान रामपुर', pages[0]?.text.text.slice(0, 90) ?? '')
  const reading = readTemplate(memory, cut.text.tokens)
  const suspects = pages.map((one) => ({ ...one, isForeign: true }))
  expect(findSiblings(cut, suspects, { reading })).toEqual([false, true, true])
})

test("an agency's text in another outlet's words is no page of a template", () => {
  const own = page(
    'One dead in office shooting',
    'A man who was dismissed last week opened fire in an office in Calder on Monday, killing one person and wounding two, the police said. The man, 38, fled in a car and was caught on a road near Morrow after a chase of 15 minutes at up to 100 miles an hour. Sheriff Anna Holt said that he gave up without a fight.',
  )
  const other = page(
    'Sacked worker held after shooting',
    'A man who was sacked last week opened fire in an office in Calder on 9 April, killing one person and hurting two, officers said. The man, aged 38, escaped in a van and was stopped on a road near Morrow after a chase of 15 minutes at over 160 kilometres an hour. Undersheriff Paul Reed said that he gave up without a fight.',
  )
  const reading = readTemplate(noTemplates, own.text.tokens)
  expect(findSiblings(own, [{ ...other, isForeign: true }], { reading })).toEqual([false])
})

const menu = (place: string, [monday, friday]: readonly [string, string]) =>
  page(
    `Lunch of the week at ${place}`,
    `This is what ${place} serves this week. On Monday there is ${monday}, and on Tuesday the cook decides. On Friday there is ${friday} for everybody. Coffee and salad are always part of the meal, and children eat for half of the price.`,
  )

test('pages of one publisher that only other words fill are siblings', () => {
  const own = menu('Ladan', ['fried herring with mash', 'pea soup and pancakes'])
  const other = menu('Kvarnen', ['roast chicken and rice', 'baked cod with dill'])
  const reading = readTemplate(noTemplates, own.text.tokens)
  const compare = (isForeign: boolean) => findSiblings(own, [{ ...other, isForeign }], { reading })
  expect([compare(false), compare(true)]).toEqual([[true], [false]])
})

test('an update of a report is no sibling, though its title has another number', () => {
  const report = (count: string) =>
    page(
      `${count} dead in mill fire`,
      `Fire broke out in a mill near Calder on Monday and killed ${count} people, the police said. The flames spread from a drying room to the roof. It took the brigade six hours to put them out, and the road to Morrow was closed until the evening.`,
    )
  const own = report('Four')
  const reading = readTemplate(noTemplates, own.text.tokens)
  expect(findSiblings(own, [{ ...report('Three'), isForeign: false }], { reading })).toEqual([
    false,
  ])
})
