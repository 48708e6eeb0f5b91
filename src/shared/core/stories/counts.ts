/** A bounded table from 32-bit keys to small counts: open addressing with linear probing in typed arrays. */
export interface CountTable {
  keys: Int32Array
  counts: Uint16Array
  size: number
  readonly maxKeys: number
}

const SMALLEST = 1 << 12
const FULL = 0.6
const LARGEST_COUNT = 0xffff

/** An empty table that never holds more than `maxKeys` keys: the rarest are dropped first. */
export function createCountTable(maxKeys: number): CountTable {
  return { keys: new Int32Array(SMALLEST), counts: new Uint16Array(SMALLEST), size: 0, maxKeys }
}

/** The count of a key, 0 if absent. */
export function countOf(table: CountTable, key: number): number {
  return table.counts[findPlace(table.keys, key)] ?? 0
}

/** Adds to a count, which saturates at 65,535. */
export function increaseCount(table: CountTable, key: number, by = 1): void {
  const place = findPlace(table.keys, key)
  if (table.keys[place] === 0) {
    table.keys[place] = key
    table.size += 1
  }
  table.counts[place] = Math.min(LARGEST_COUNT, (table.counts[place] ?? 0) + by)
  if (table.size > table.maxKeys) dropRarest(table)
  else if (table.size > table.keys.length * FULL) rebuild(table, table.keys.length * 2, 0)
}

/** Keys and counts in ascending order of keys, so that equal tables give equal lists. */
export function listCounts(table: CountTable): { keys: Int32Array; counts: Uint16Array } {
  const keys = table.keys.filter((key) => key !== 0).sort()
  return { keys, counts: Uint16Array.from(keys, (key) => countOf(table, key)) }
}

/** Halves every count, so that old texts weigh less than new ones; keys that reach 0 are dropped. */
export function halveCounts(table: CountTable): void {
  for (let place = 0; place < table.counts.length; place += 1) {
    table.counts[place] = (table.counts[place] ?? 0) >> 1
  }
  rebuild(table, table.keys.length, 0)
}

/** Drops all keys counted once, then twice, and so on until the table is at most half full. */
function dropRarest(table: CountTable): void {
  for (let floor = 1; table.size > table.maxKeys / 2; floor += 1) {
    rebuild(table, table.keys.length, floor)
  }
}

function rebuild(table: CountTable, length: number, floor: number): void {
  const { keys, counts } = table
  table.keys = new Int32Array(length)
  table.counts = new Uint16Array(length)
  table.size = 0
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place] ?? 0
    const count = counts[place] ?? 0
    if (key === 0 || count <= floor) continue
    const target = findPlace(table.keys, key)
    table.keys[target] = key
    table.counts[target] = count
    table.size += 1
  }
}

function findPlace(keys: Int32Array, key: number): number {
  const mask = keys.length - 1
  let place = key & mask
  while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask
  return place
}
