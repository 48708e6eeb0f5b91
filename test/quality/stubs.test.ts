import { expect, test } from 'vitest'
import { measureStubs } from '../../bench/clean/stubs.ts'

test('reports about walls are articles, leads above an offer are stubs, and walls are neither, in ten languages', () => {
  expect(measureStubs()).toEqual({ pages: 90, falseStubs: [], missedLeads: [], missedWalls: [] })
})
