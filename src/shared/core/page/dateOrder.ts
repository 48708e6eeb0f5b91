import { asciiDigits } from '../feed/digits.ts'
import type { DateOrder } from './dateTypes.ts'
import { monthFirstRegions, nationalEnglish } from './dateWords.ts'
import type { Block } from './outline.ts'

/** What the order of day and month is told from. */
export interface OrderEvidence {
  readonly blocks: readonly Block[]
  /** Best first: `en-GB`. */
  readonly languages: readonly string[]
  readonly url: string
}

/** Longer lines are prose. */
const longestLine = 60

/**
 * What comes first in the page's dates such as `05/10/2023`: what its other dates show (`31/10/2023`), else what is the
 * custom of its region, else of its language. English without a region says nothing.
 */
export function dateOrderOf({ blocks, languages, url }: OrderEvidence): DateOrder | null {
  return orderShown(blocks) ?? orderOfRegion(languages, url)
}

function orderShown(blocks: readonly Block[]): DateOrder | null {
  const orders = new Set(blocks.flatMap(({ text }) => clearOrder(text) ?? []))
  const [only] = orders
  return orders.size === 1 ? (only ?? null) : null
}

function clearOrder(text: string): DateOrder | null {
  if (text.length > longestLine || !text.includes('/')) return null
  const parts = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:20)?\d\d(?![\d/])/.exec(asciiDigits(text))
  const [first, second] = [Number(parts?.[1]), Number(parts?.[2])]
  if (first > 12 && second <= 12) return 'day'
  return second > 12 && first <= 12 ? 'month' : null
}

function orderOfRegion(languages: readonly string[], url: string): DateOrder | null {
  for (const language of languages) {
    const [tag = '', ...rest] = language.toLowerCase().split(/[-_]/)
    const region = rest.find((part) => part.length === 2)
    if (region !== undefined) return monthFirstRegions.has(region) ? 'month' : 'day'
    if (tag !== 'en') return 'day'
  }
  const domain = URL.canParse(url) ? (new URL(url).hostname.split('.').at(-1) ?? '') : ''
  if (monthFirstRegions.has(domain)) return 'month'
  return nationalEnglish.has(domain) ? 'day' : null
}
