import type { Redis } from 'ioredis'
import type { Context } from '../../shared/context.ts'
import { ReadArticle } from '../../shared/schemas.ts'
import { decompress } from '../../shared/store/compressed.ts'
import { createAssigner } from './assignArticle.ts'
import type { LoggedInput } from './commit.ts'

const batch = 100

/**
 * Decides again what an input log holds, under another prefix: in the same order, at the same times. From a log that
 * begins with the first input come the same stories, ids, events and receipts. Returns the number of inputs.
 */
export async function replayInputs(
  from: Pick<Context, 'redis' | 'keys'>,
  to: Context,
): Promise<number> {
  const clock = { nowMs: 0 }
  const context = { ...to, now: () => clock.nowMs }
  const { scripts, keys } = to
  const token = await scripts.holdLease(
    [keys.lease('assigner'), keys.fence('assigner')],
    [0, 3_600_000],
  )
  const assigner = createAssigner(context, token)
  let inputs = 0
  for await (const { nowMs, input } of loggedInputs(from.redis, from.keys.inputs)) {
    clock.nowMs = nowMs
    if (input.kind === 'article') await assigner.handler(ReadArticle.parse(input.article))
    else await assigner.obey({ ...input, nowMs })
    inputs += 1
  }
  await assigner.save()
  await scripts.releaseLease([keys.lease('assigner')], [token])
  return inputs
}

async function* loggedInputs(redis: Redis, key: string): AsyncGenerator<LoggedInput> {
  for (let start = '-'; ; ) {
    const entries = await redis.xrangeBuffer(key, start, '+', 'COUNT', batch)
    for (const [id, fields] of entries) {
      start = `(${id}`
      const [, packed] = fields
      if (packed) yield JSON.parse(decompress(packed).toString()) as LoggedInput
    }
    if (entries.length < batch) return
  }
}
