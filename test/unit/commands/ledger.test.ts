import { expect, test } from 'vitest'
import { ledgerJson, ledgerText } from '../../../src/commands/ledger.ts'
import { isBalanced, type Ledger } from '../../../src/shared/store/entries.ts'

const ledger: Ledger = {
  seen: 12,
  inFlight: 2,
  outcomes: new Map([
    ['clustered', 5],
    ['dropped:page_too_short', 1],
    ['dropped:fetch_gone', 3],
    ['failed:http_timeout', 1],
  ]),
}

test('adds up when every entry has one place', () => {
  expect(isBalanced(ledger)).toBe(true)
  expect(isBalanced({ ...ledger, inFlight: 1 })).toBe(false)
  expect(isBalanced({ seen: 0, inFlight: 0, outcomes: new Map() })).toBe(true)
})

test('is one object with drops and failures by reason', () => {
  expect(ledgerJson(ledger)).toEqual({
    seen: 12,
    clustered: 5,
    dropped: { fetch_gone: 3, page_too_short: 1 },
    failed: { http_timeout: 1 },
    inFlight: 2,
    balanced: true,
  })
})

test('is a table with the commonest reason first, and a verdict', () => {
  expect(ledgerText(ledger)).toBe(
    [
      'clustered                5',
      'dropped  fetch_gone      3',
      'dropped  page_too_short  1',
      'failed   http_timeout    1',
      'in flight                2',
      'seen                     12',
      'adds up: every entry has exactly one place',
    ].join('\n'),
  )
})

test('says loudly when it does not add up', () => {
  expect(ledgerText({ ...ledger, seen: 13 })).toContain('DOES NOT ADD UP')
})
