import type { WindowMark } from './window/meter.ts'
import { fillWindow, type WindowRun } from './window/run.ts'

interface WindowArguments {
  readonly json: boolean
  /** 20,000 if left out. */
  readonly articles?: number
}

/**
 * What a window full of articles takes of Redis and of the assigner, by their number, and whether it comes back when the
 * window has passed. Exit code 1 when a line is crossed.
 */
export const bench = { name: 'window', run }

const marks = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000]

/** What is kept of an article is no more at the end than at the first mark; of the clusters that went a tenth at most stays. */
const lines = { growthPercent: 5, leftShare: 0.1 }

async function run({ json, articles = 20_000 }: WindowArguments): Promise<void> {
  const reached = (mark: WindowMark) => {
    if (!json) console.error(`\n${JSON.stringify(mark)}`)
  }
  const found = await fillWindow({ articles, marks, reached })
  const crossed = crossedLines(found)
  console.log(JSON.stringify({ ...found, crossed }, null, json ? 0 : 2))
  if (crossed.length > 0) process.exitCode = 1
}

function crossedLines({ filling, passed }: WindowRun): readonly string[] {
  const [first, last] = [filling[0], filling.at(-1)]
  if (!first || !last) return ['nothing was measured']
  const most = 1 + lines.growthPercent / 100
  const newClusters = passed.articles - last.articles
  const left = passed.liveClusters - newClusters
  return [
    ...(last.redisBytes > first.redisBytes * most ? ['memory of Redis an article grows'] : []),
    ...(last.assignerBytes > first.assignerBytes * most
      ? ['memory of the assigner a live cluster grows']
      : []),
    ...(left > lines.leftShare * last.liveClusters ? ['clusters stay beyond the window'] : []),
    ...(passed.assignerMb > last.assignerMb / 2 ? ['the assigner keeps what has passed'] : []),
  ]
}
