import { expect, test } from 'vitest'
import { growthOf, type Sample } from '../../../bench/load/memory.ts'
import { memoryTable } from '../../../bench/load/memoryTable.ts'

const megabyte = 1_048_576

/** A run of a hundred looks, ten articles between two. */
function aRun(memory: (at: number) => Partial<Sample>): readonly Sample[] {
  return Array.from({ length: 100 }, (_, at) => ({
    seconds: 2 * at,
    articles: 10 * at,
    liveClusters: 7 * at,
    listedStories: 7 * at,
    redisBytes: megabyte + 150_000 * at,
    processes: { reader: 250 * megabyte },
    ...memory(at),
  }))
}

test('a process whose memory rises all the time grows, one that stands does not', () => {
  const { processes } = growthOf(
    aRun((at) => ({ processes: { reader: (200 + at) * megabyte, web: 90 * megabyte } })),
  )
  expect(processes['reader']).toEqual({ mostMb: 299, growthPercent: 21.1 })
  expect(processes['web']).toEqual({ mostMb: 90, growthPercent: 0 })
})

test('what rises while a run warms up is no growth', () => {
  const { processes } = growthOf(
    aRun((at) => ({ processes: { up: Math.min(100, 60 + 2 * at) * megabyte } })),
  )
  expect(processes['up']?.growthPercent).toBe(0)
})

test('the assigner may grow with the live clusters, and no faster', () => {
  const assigner = (at: number, rising: number) => ({
    processes: { assigner: 100 * megabyte + 7 * at * (5_000 + rising * at) },
  })
  expect(growthOf(aRun((at) => assigner(at, 0))).assignerACluster.growthPercent).toBeLessThan(0)
  const full = { liveClusters: 300 }
  const leaking = growthOf(aRun((at) => ({ ...assigner(at, 500), ...full })))
  expect(leaking.assignerACluster.growthPercent).toBeGreaterThan(5)
})

test('the web role may grow with the stories it lists, and not once its list is full', () => {
  const web = (at: number) => ({ processes: { web: (100 + at) * megabyte } })
  expect(growthOf(aRun(web)).webAStory.growthPercent).toBeLessThan(0)
  const full = growthOf(aRun((at) => ({ ...web(at), listedStories: 50_000 })))
  expect(full.webAStory.growthPercent).toBeGreaterThan(5)
})

test('Redis may take as much for every article, and no more', () => {
  expect(growthOf(aRun(() => ({}))).redisAnArticle).toMatchObject({
    early: 15_000,
    growthPercent: 0,
  })
  const { redisAnArticle } = growthOf(
    aRun((at) => ({ redisBytes: 150_000 * at + 2_000 * at * at })),
  )
  expect(redisAnArticle.growthPercent).toBeGreaterThan(5)
})

test('the table shows the way from the first look to the last', () => {
  const [head, ...rows] = memoryTable(aRun(() => ({}))).split('\n')
  expect(head?.split(/\s+/)).toEqual(['seconds', 'articles', 'clusters', 'reader', 'Redis'])
  expect(rows).toHaveLength(16)
  expect(rows.at(0)?.split(/\s+/)).toEqual(['0', '0', '0', '250', '1'])
  expect(rows.at(-1)?.split(/\s+/).slice(0, 4)).toEqual(['198', '990', '693', '250'])
})
