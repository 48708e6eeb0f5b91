import { consume, snapshot } from '../../src/shared/client/index.ts'
import type { Context } from '../../src/shared/context.ts'
import { joinedEvent } from './store.ts'

/** Time to read every story there is, ms. */
export async function measureSnapshot(redis: string): Promise<number> {
  const startedMs = performance.now()
  const { stories } = await snapshot({ redis })
  let read = 0
  for await (const _ of stories) read += 1
  if (read < 10_000) throw new Error(`a snapshot of ${read} stories`)
  return Math.round(performance.now() - startedMs)
}

const backlog = 10_000

/** Events a second that one consumer takes from a backlog, each applied and acknowledged. */
export async function measureCatchUp({ redis, keys }: Context, url: string): Promise<number> {
  await redis.del(keys.events)
  for (let start = 0; start < backlog; start += 500) {
    const pipeline = redis.pipeline()
    for (let number = start; number < start + 500; number += 1)
      pipeline.xadd(keys.events, '*', ...joinedEvent(number, 2))
    await pipeline.exec()
  }
  const startedMs = performance.now()
  let taken = 0
  for await (const _ of consume({ redis: url, group: 'bench', consumer: 'one' })) {
    taken += 1
    if (taken === backlog) break
  }
  return Math.round((taken / (performance.now() - startedMs)) * 1_000)
}
