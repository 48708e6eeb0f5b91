import type { Random } from '../../demo/random.ts'

/** Values and how often they occur; the shares need not sum to anything. */
export type Shares<Value> = readonly (readonly [value: Value, share: number])[]

/** Draws a value by its share. */
export function draw<Value>(shares: Shares<Value>, random: Random): Value {
  const total = shares.reduce((sum, [, share]) => sum + share, 0)
  let left = random.next() * total
  for (const [value, share] of shares) {
    left -= share
    if (left < 0) return value
  }
  throw new RangeError('a table without shares')
}
