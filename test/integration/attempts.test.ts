import { Queue } from 'bullmq'
import { expect, onTestFinished, test } from 'vitest'
import { type FailureCode, failureClasses, PipelineError } from '../../src/shared/errors.ts'
import { done, drop, next, type Outcome } from '../../src/shared/outcomes.ts'
import { runStage } from '../../src/shared/runStage.ts'
import { type Handler, type In, type Out, type StageName, stages } from '../../src/shared/stages.ts'
import { anEntry, aPageRef, aReadArticle, noonMs } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { openContext, run, type TestContext, untilSettled } from '../support/testContext.ts'

const entry = anEntry()
const payloads: { readonly [S in StageName]: In<S> } = {
  fetch: entry,
  read: aPageRef(entry),
  assign: aReadArticle({ entryId: entry.entryId }),
}

/** What a stage passes on; the last one has nothing to. */
const passedOn = (stage: StageName): Outcome<unknown> => {
  const following = stages[stage].next
  return following ? next(payloads[following]) : done
}

/** How often a stage tried, by what it says became of each attempt. */
async function attemptsOf({ metrics }: TestContext, stage: StageName) {
  const { values } = await metrics.stageDuration.get()
  const counts = values.filter(
    ({ metricName, labels, value }) =>
      metricName?.endsWith('_count') && labels.stage === stage && value > 0,
  )
  return new Map(counts.map(({ labels, value }) => [String(labels.outcome), value]))
}

async function outcomesOf({ metrics }: TestContext) {
  const { values } = await metrics.items.get()
  return values.filter(({ value }) => value > 0).map(({ labels, value }) => ({ ...labels, value }))
}

/** Runs one item through one stage; every attempt ends as `endings` says, the last of them again and again. */
async function attempt<S extends StageName>(
  stage: S,
  endings: readonly (() => Outcome<unknown>)[],
): Promise<{ context: TestContext; calls: number }> {
  const context = openContext()
  let calls = 0
  const handler = (async () => {
    const ending = endings[Math.min(calls, endings.length - 1)]
    calls += 1
    return ending?.() as Outcome<Out<S>>
  }) as Handler<S>
  await context.entries.admit([entry.entryId], noonMs)
  await context.queues.enqueue(stage, [{ id: entry.entryId, payload: payloads[stage] }])
  run(runStage(stage, handler, context))
  const queue = new Queue(stages[stage].queue, {
    connection: context.redis,
    prefix: context.keys.queues,
  })
  onTestFinished(() => queue.close())
  await eventually('the item to leave its queue', async () => {
    await queue.promoteJobs()
    const { waiting, active, delayed } = await context.queues.depth(stage)
    return calls >= endings.length && waiting + active + delayed === 0
  })
  return { context, calls }
}

const failing = (code: FailureCode) => (): never => {
  throw new PipelineError(code, 'as the test wants it', { retryAfterMs: 1 })
}

for (const stage of Object.keys(stages) as StageName[]) {
  test(`${stage}: an attempt that succeeds is counted once, by how it ended`, async () => {
    for (const ending of [passedOn(stage), drop('page_empty', 'nothing'), done]) {
      const { context, calls } = await attempt(stage, [() => ending])
      expect(calls).toBe(1)
      expect(await attemptsOf(context, stage)).toEqual(new Map([[ending.kind, 1]]))
    }
  })

  test(`${stage}: an attempt that fails is counted once, by the class of its failure`, async () => {
    for (const [code, kind] of Object.entries(failureClasses) as [FailureCode, string][]) {
      if (kind !== 'permanent') continue
      const { context } = await attempt(stage, [failing(code)])
      await untilSettled(context, 1)
      expect(await attemptsOf(context, stage), code).toEqual(new Map([['permanent', 1]]))
      expect(await outcomesOf(context)).toEqual([{ outcome: 'failed', reason: code, value: 1 }])
    }
  })

  test(`${stage}: every attempt of an item leaves one count, and all of them one outcome`, async () => {
    const endings = [failing('host_busy'), failing('unexpected'), failing('host_busy')]
    const { context, calls } = await attempt(stage, [...endings, () => drop('page_empty', '')])
    expect(calls).toBe(4)
    expect(await attemptsOf(context, stage)).toEqual(
      new Map([
        ['throttled', 2],
        ['transient', 1],
        ['drop', 1],
      ]),
    )
    expect(await outcomesOf(context)).toEqual([
      { outcome: 'dropped', reason: 'page_empty', value: 1 },
    ])
  })
}
