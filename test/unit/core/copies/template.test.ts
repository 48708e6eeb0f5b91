import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintText } from '../../../../src/shared/core/copies/fingerprint.ts'
import { markText } from '../../../../src/shared/core/copies/markedText.ts'
import { estimateOverlap, isCopy } from '../../../../src/shared/core/copies/overlap.ts'
import {
  areTemplateSiblings,
  explainTemplateSiblings,
} from '../../../../src/shared/core/copies/template.ts'
import {
  isTemplatePage,
  learnTemplate,
  noTemplates,
  readTemplate,
} from '../../../../src/shared/core/copies/templateMemory.ts'
import {
  maximumMemoryBytes,
  packedBytes,
  packTemplates,
  unpackTemplates,
} from '../../../../src/shared/core/copies/templatePacked.ts'
import { sketchRest, templateAnchors } from '../../../../src/shared/core/copies/templateRest.ts'
import type { TemplateMemory } from '../../../../src/shared/core/copies/templateTypes.ts'
import { scanTokens } from '../../../../src/shared/core/copies/tokens.ts'
import { reportNames, reports } from '../../../support/texts.ts'

interface Day {
  readonly place: string
  readonly day: string
  readonly seed: number
}

function tidePage({ place, day, seed }: Day): string {
  const number = (step: number, range: number) => ((seed * 7919 + step * 104_729) % range) + 1
  return [
    `Tide times for ${place} on ${day}. High water is expected at ${number(1, 11)}:${10 + number(2, 49)} and again at ${12 + number(3, 11)}:${10 + number(4, 49)}.`,
    `The morning tide reaches ${number(5, 6)}.${number(6, 90)} metres, the evening tide ${number(7, 6)}.${number(8, 90)} metres above datum. Low water stands at ${number(9, 11)}:${10 + number(10, 49)}.`,
    'Times are given for the harbour entrance. Skippers are advised to check the notices of the harbour master before leaving, and to keep clear of the dredger that is working in the outer channel.',
  ].join('\n')
}

const places = ['Tarvik', 'Brunnvik', 'Lindhaven', 'Calder', 'Morrow']
const days = ['Monday', 'Tuesday', 'Wednesday']
const pages = days.flatMap((day, row) =>
  places.map((place, column) => tidePage({ place, day, seed: 10 * row + column + 3 })),
)

function learnAll(texts: readonly string[]): TemplateMemory {
  const tokens = texts.map(scanTokens)
  return tokens.slice(1).reduce((memory, page, index) => {
    const { family } = readTemplate(memory, page)
    return learnTemplate(memory, { page, family, sibling: tokens[index] ?? null })
  }, noTemplates)
}

test('the first two pages of a template already contradict each other', () => {
  const [first = '', second = ''] = pages
  const evidence = explainTemplateSiblings(markText(first), markText(second), { reading: null })
  expect(evidence?.slots[0]).toEqual({ context: 'Tide times for', a: 'Tarvik', b: 'Brunnvik' })
  expect(evidence?.contradictingValues).toBeGreaterThanOrEqual(8)
})

test('no two of all pages are copies once the template is known', () => {
  const memory = learnAll(pages)
  for (const [index, page] of pages.entries()) {
    const marked = markText(page)
    const reading = readTemplate(memory, marked.tokens)
    expect(isTemplatePage(reading)).toBe(true)
    for (const other of pages.slice(index + 1)) {
      expect(areTemplateSiblings(marked, markText(other), { reading })).toBe(true)
    }
  }
})

test('an edited page stays the same page, with and without a memory', () => {
  const memory = learnAll(pages)
  const page = pages[6] ?? ''
  const edited = page.replace(/\d+ metres/, '9 metres').concat('\nThe notice was updated at noon.')
  const marked = markText(edited)
  expect(areTemplateSiblings(marked, markText(page), { reading: null })).toBe(false)
  const reading = readTemplate(memory, marked.tokens)
  expect(isTemplatePage(reading)).toBe(true)
  expect(areTemplateSiblings(marked, markText(page), { reading })).toBe(false)
})

test('a page found again elsewhere is found by what is left of it', () => {
  const memory = learnAll(pages)
  const page = scanTokens(pages[7] ?? '')
  const other = scanTokens(pages[8] ?? '')
  const whole = fingerprintText(pages[7] ?? '')
  const reading = readTemplate(memory, page)
  const { lookUp, store } = templateAnchors(page, reading)
  const shared = (anchors: Uint32Array) =>
    new Set(anchors).intersection(new Set(lookUp.anchors)).size
  expect(shared(whole.anchors)).toBeGreaterThanOrEqual(2)
  expect(shared(store.anchors)).toBeGreaterThanOrEqual(2)
  expect(shared(templateAnchors(other, readTemplate(memory, other)).store.anchors)).toBeLessThan(8)
  const rest = sketchRest(page, reading)
  expect(isCopy(estimateOverlap(rest, sketchRest(page, reading)))).toBe(true)
  expect(isCopy(estimateOverlap(rest, sketchRest(other, readTemplate(memory, other))))).toBe(false)
})

test('ordinary reports are no template, and their boilerplate is not taken for one', () => {
  const boilerplate =
    'About the company: Nordlinje runs ferries between eleven ports. It was founded by two brothers and has its seat in Tarvik, where nine hundred people work for it. More is found on its pages for the press.'
  const releases = reportNames.map((name) => [...reports[name].paragraphs, boilerplate].join('\n'))
  for (const [index, release] of releases.entries()) {
    for (const other of releases.slice(index + 1)) {
      expect(areTemplateSiblings(markText(release), markText(other), { reading: null })).toBe(false)
    }
  }
  const memory = learnAll(pages)
  expect(readTemplate(memory, scanTokens(releases[0] ?? '')).templateShare).toBe(0)
})

test('a page of no template and without a sibling teaches nothing', () => {
  const lesson = { page: scanTokens(pages[0] ?? ''), family: -1, sibling: null }
  expect(learnTemplate(noTemplates, lesson)).toBe(noTemplates)
})

test('a packed memory reads back the same and stays bounded', () => {
  const long = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 300, maxLength: 900 })
  fc.assert(
    fc.property(fc.array(long, { minLength: 2, maxLength: 8 }), (lists) => {
      const memory = learnAll(lists.map((list) => list.map((word) => `w${word}`).join(' ')))
      const packed = packTemplates(memory)
      expect(packed.length).toBe(packedBytes(memory))
      expect(packed.length).toBeLessThanOrEqual(maximumMemoryBytes)
      expect(unpackTemplates(packed)).toEqual(memory)
    }),
    { numRuns: 30 },
  )
})

test('a damaged memory is read as far as it goes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(Array.isArray(unpackTemplates(Buffer.from(bytes)))).toBe(true)
    }),
  )
})

test('a skeleton that has changed is learnt anew', () => {
  const renewed = pages.map((page) => page.replaceAll('Skippers are advised', 'We ask all crews'))
  const again = Array.from({ length: 2 }, () => renewed).flat()
  const memory = learnAll([...pages, ...again])
  const { templateShare } = readTemplate(memory, scanTokens(renewed[3] ?? ''))
  expect(templateShare).toBeGreaterThan(0.6)
})
