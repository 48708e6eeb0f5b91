import { Redis } from 'ioredis'
import { inject, onTestFinished } from 'vitest'
import {
  type ConsumedEvent,
  type ConsumeOptions,
  consume,
  type Notice,
} from '../../src/shared/client/index.ts'
import { eventFields } from '../../src/shared/schemas.ts'
import type { TestContext } from './testContext.ts'

/** Id of the story that a test calls by a letter. */
export function storyId(letter: string): string {
  return `s${letter.repeat(20).slice(0, 20)}`
}

const noData = JSON.stringify({ story: { headline: 'Ferry', size: 1 } })

interface WrittenEvent {
  /** A letter. */
  readonly story: string
  readonly seq: number
  readonly type?: string
  readonly data?: string
}

/** Writes an event as the assigner does; `name` makes its id. */
export async function writeEvent(
  { redis, keys }: Pick<TestContext, 'redis' | 'keys'>,
  { story, seq, ...others }: WrittenEvent,
): Promise<string> {
  const fields: Record<string, string | undefined> = {
    specversion: '1.0',
    id: `${storyId(story)}.${seq}`,
    source: 'wirefold',
    type: 'wirefold.story.joined.v1',
    time: '2026-11-22T12:00:00.000Z',
    subject: storyId(story),
    seq: String(seq),
    lang: 'en',
    relation: 'copy',
    data: noData,
    ...others,
  }
  const flat = eventFields.flatMap((name) => [name, fields[name] ?? ''])
  return (await redis.xadd(keys.events, '*', ...flat)) ?? ''
}

/** A consumer of a test, at work on a connection of its own. */
export interface TestConsumer {
  /** `story letter + seq` of what it was given, in order: `a1`. */
  readonly given: readonly string[]
  readonly events: readonly ConsumedEvent[]
  readonly notices: readonly Notice[]
  /** Resolves with what the loop threw, or null. */
  readonly ended: Promise<unknown>
  /** Told to end; resolves when it has. */
  close(): Promise<void>
}

type Wishes = Partial<ConsumeOptions> & {
  /** Called with every event before it counts as done; may throw, or wait. */
  readonly work?: (event: ConsumedEvent) => void | Promise<void>
}

/** Starts a consumer of the group `g` until the test ends. */
export function startConsumer(
  { keys }: Pick<TestContext, 'keys'>,
  { work = () => {}, ...wishes }: Wishes = {},
): TestConsumer {
  const redis = new Redis(inject('redisUrl'))
  const stop = new AbortController()
  const events: ConsumedEvent[] = []
  const notices: Notice[] = []
  const options: ConsumeOptions = {
    redis,
    group: 'g',
    consumer: 'one',
    prefix: keys.prefix,
    signal: stop.signal,
    onNotice: (notice) => notices.push(notice),
    ...wishes,
  }
  const loop = async () => {
    for await (const event of consume(options)) {
      events.push(event)
      await work(event)
    }
  }
  const ended = loop().then(
    () => null,
    (error: unknown) => error,
  )
  const close = async () => {
    stop.abort()
    await ended
    redis.disconnect()
  }
  onTestFinished(close)
  return {
    events,
    notices,
    get given() {
      return events.map(({ subject, seq }) => `${subject[1]}${seq}`)
    },
    ended,
    close,
  }
}
