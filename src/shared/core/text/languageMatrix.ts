/** A matrix as stored: one base64 digit a number, of 64 levels around 0, and the step of each column. */
export interface PackedMatrix {
  readonly steps: readonly number[]
  readonly digits: string
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const LEVELS = digits.length / 2

/** Packs a matrix of rows one after the other, each `size` numbers long. */
export function packMatrix(matrix: Float32Array, size: number): PackedMatrix {
  const steps = Array.from({ length: size }, (_, column) => stepOf(matrix, size, column))
  const levels = Array.from(matrix, (value, at) => {
    const level = Math.round(value / (steps[at % size] ?? 1))
    return digits[Math.max(-LEVELS, Math.min(LEVELS - 1, level)) + LEVELS]
  })
  return { steps, digits: levels.join('') }
}

/** Standard deviations within which the levels lie: a wider net makes the steps coarse, a closer one cuts. */
const REACH = 4

function stepOf(matrix: Float32Array, size: number, column: number): number {
  let squares = 0
  let count = 0
  for (let at = column; at < matrix.length; at += size) {
    const value = matrix[at] ?? 0
    if (value === 0) continue
    squares += value * value
    count++
  }
  return count === 0 ? 1 : Number(((REACH * Math.sqrt(squares / count)) / LEVELS).toPrecision(4))
}

/** Inverse of `packMatrix`, up to the rounding. */
export function unpackMatrix(packed: PackedMatrix): Float32Array {
  const { steps } = packed
  return Float32Array.from(
    unpackLevels(packed),
    (level, at) => level * (steps[at % steps.length] ?? 0),
  )
}

/** The numbers of a matrix in steps of their columns: a quarter of the memory, so that more of it stays near the processor. */
export function unpackLevels({ digits: packed }: PackedMatrix): Int8Array {
  const levelOf = new Int8Array(128)
  for (const [level, digit] of [...digits].entries()) levelOf[digit.charCodeAt(0)] = level - LEVELS
  const matrix = new Int8Array(packed.length)
  for (let at = 0; at < packed.length; at++) matrix[at] = levelOf[packed.charCodeAt(at)] ?? 0
  return matrix
}
