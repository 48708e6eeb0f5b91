/** A stream of repeatable draws: the same seed gives the same draws on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Uniform whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  /** One element; throws a RangeError on an empty list. */
  readonly pick: <Item>(items: readonly Item[]) => Item
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for sample data. */
export function createRandom(seed: number): Random {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <Item>(items: readonly Item[]): Item => itemAt(items, between(0, items.length - 1))
  return { next, between, pick }
}

/** The element at `index`, counted round and round the list; throws a RangeError on an empty list. */
export function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  if (item === undefined) throw new RangeError('no item in an empty list')
  return item
}
