/** One example: the values of the terms, the answer, and how much it counts. */
export interface Example {
  readonly values: readonly number[]
  readonly right: boolean
  readonly weight: number
}

const MOST_STEPS = 25
const SMALL_STEP = 1e-4

/** Logistic regression by Newton's method with an l2 penalty of 1 on all weights but the first, the bias. */
export function fitLogistic(examples: readonly Example[], termCount: number): number[] {
  const inputs = examples.map(({ values }) => [1, ...values])
  let weights = new Array<number>(termCount + 1).fill(0)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const change = solve(...newtonSystem(examples, inputs, weights))
    weights = weights.map((weight, index) => weight + (change[index] ?? 0))
    if (Math.max(...change.map(Math.abs)) < SMALL_STEP) break
  }
  return weights
}

type Matrix = number[][]

function newtonSystem(
  examples: readonly Example[],
  inputs: readonly (readonly number[])[],
  weights: readonly number[],
): [Matrix, number[]] {
  const curvature: Matrix = weights.map((_, row) =>
    weights.map((__, column) => (row === column && row > 0 ? 1 : 0)),
  )
  const slope = weights.map((weight, index) => (index > 0 ? -weight : 0))
  for (const [index, input] of inputs.entries()) {
    const { right = false, weight = 0 } = examples[index] ?? {}
    const p =
      1 / (1 + Math.exp(-input.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)))
    addExample(curvature, slope, {
      input,
      miss: weight * ((right ? 1 : 0) - p),
      bend: weight * p * (1 - p),
    })
  }
  return [curvature, slope]
}

interface Share {
  readonly input: readonly number[]
  readonly miss: number
  readonly bend: number
}

function addExample(curvature: Matrix, slope: number[], { input, miss, bend }: Share): void {
  for (const [row, value] of input.entries()) {
    slope[row] = (slope[row] ?? 0) + miss * value
    const line = curvature[row] ?? []
    for (const [column, other] of input.entries()) {
      line[column] = (line[column] ?? 0) + bend * value * other
    }
  }
}

/** Gauss-Jordan elimination; the matrix of a Newton step is positive definite, so no pivot is 0. */
function solve(matrix: Matrix, right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  for (const [at, pivotRow] of rows.entries()) {
    const pivot = pivotRow[at] ?? 1
    for (const [index, row] of rows.entries()) {
      if (index === at) continue
      const factor = (row[at] ?? 0) / pivot
      for (let column = at; column < row.length; column += 1) {
        row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0)
      }
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1))
}
