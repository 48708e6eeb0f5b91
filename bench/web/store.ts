import { createHash } from 'node:crypto'
import type { Context } from '../../src/shared/context.ts'
import { pause, type Running } from '../../src/shared/lifecycle.ts'
import { eventFields } from '../../src/shared/schemas.ts'
import { storyRecordToFields } from '../../src/shared/storyFields.ts'
import { eventStory, openStory, type StoryRecord } from '../../src/shared/storyRecord.ts'

type Store = Pick<Context, 'redis' | 'keys'>

const words =
  'harbour council ferry budget vaccine strike comet bridge verdict rail drought merger'.split(' ')
const languages = ['en', 'de', 'fr', 'es', 'pl', 'ru']
const batch = 500

/** A story of the generated news: 70 letters of headline, a publisher of two hundred. */
function aStory(number: number): StoryRecord {
  const digest = createHash('sha256').update(String(number)).digest('hex').slice(0, 20)
  const word = (step: number) => words[(number * step + (number >> 4)) % words.length] ?? ''
  const nowMs = Date.now() - (number % 3_600) * 1_000
  return openStory({
    id: `s${digest}`,
    headline: `The ${word(1)} of ${word(5)} town meets a ${word(7)} and the ${word(11)} waits, number ${number}`,
    lang: languages[number % languages.length] ?? 'en',
    source: `daily-${number % 200}.example`,
    nowMs,
    timeMs: nowMs,
    label: null,
    seq: number + 1,
  })
}

/** Puts stories `from` to `to` into the store, as the commit writes them. */
export async function fillStories({ redis, keys }: Store, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += batch) {
    const pipeline = redis.pipeline()
    for (let number = start; number < Math.min(to, start + batch); number += 1) {
      const story = aStory(number)
      pipeline.hset(keys.story(story.id), 'seq', 1, ...storyRecordToFields(story))
      pipeline.zadd(keys.stories, story.updatedMs, story.id)
    }
    await pipeline.exec()
  }
}

/** The flat fields of an event: an article joins story `number`. */
export function joinedEvent(number: number, seq: number): readonly string[] {
  const story = { ...aStory(number), size: seq, updatedMs: Date.now() }
  const article = `a${story.id.slice(1)}`
  const data = {
    story: eventStory(story),
    article: {
      id: article,
      url: `http://${story.sources[0]}/${number}`,
      title: story.headline,
      source: story.sources[0],
      lang: story.languages[0],
    },
    relation: { kind: 'related', to: null, jaccard: null, containment: null, credit: null },
    receipt: { rule: 'same_story' },
  }
  const fields: Record<string, string> = {
    specversion: '1.0',
    id: `${article}.${seq}`,
    source: 'wirefold',
    type: 'wirefold.story.joined.v1',
    time: new Date().toISOString(),
    subject: story.id,
    seq: String(seq),
    lang: story.languages[0] ?? 'en',
    relation: 'related',
    data: JSON.stringify(data),
  }
  return eventFields.flatMap((name) => [name, fields[name] ?? ''])
}

/** Tells of one story more. Returns its headline. */
export async function tellNews({ redis, keys }: Store): Promise<string> {
  const number = 1_000_000
  await redis.xadd(keys.events, '*', ...joinedEvent(number, 2))
  return aStory(number).headline
}

const tickMs = 20

/** Events on their way until closed. */
export interface RunningEvents extends Running {
  /** How many were written so far. */
  readonly written: () => number
}

/** Writes so many events a second until closed: behind its time it writes more at once. */
export function startEvents({ redis, keys }: Store, perSecond: number): RunningEvents {
  const stop = new AbortController()
  let number = 0
  const write = async () => {
    const startedMs = performance.now()
    while (!stop.signal.aborted) {
      const due = Math.ceil(((performance.now() - startedMs) / 1_000) * perSecond)
      const pipeline = redis.pipeline()
      for (; number < due; number += 1) {
        const seq = 2 + Math.floor(number / 5_000)
        pipeline.xadd(keys.events, '*', ...joinedEvent(number % 5_000, seq))
      }
      await pipeline.exec()
      await pause(tickMs, stop.signal)
    }
  }
  const ended = write()
  return {
    written: () => number,
    async close() {
      stop.abort()
      await ended
    },
  }
}
