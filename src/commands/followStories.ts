import { createLogUpdate } from 'log-update'
import type { Context } from '../shared/context.ts'
import { eventJson, followEvents } from '../shared/eventStream.ts'
import { repeat } from '../shared/lifecycle.ts'
import { eventLine } from './eventLine.ts'
import { storyTable } from './storyTable.ts'
import { count, say } from './terminal.ts'

/** Who watches, until when, and from which event on. */
export interface Following {
  readonly json: boolean
  readonly signal: AbortSignal
  /** Stream id of the last event that was shown; moves on as events are shown. */
  readonly place: { afterId: string }
}

/** Shows what happens to stories: a table on a terminal, a line an event elsewhere. */
export function followStories(context: Context, following: Following): Promise<void> {
  const isTable = process.stdout.isTTY && !following.json
  return isTable ? followAsTable(context, following) : followAsLines(context, following)
}

async function followAsLines(context: Context, { json, signal, place }: Following): Promise<void> {
  for await (const event of followEvents(context.redis, context.keys.events, {
    ...place,
    signal,
  })) {
    place.afterId = event.streamId
    const line = json ? eventJson(event) : eventLine(event)
    if (line) say(line)
  }
}

const redrawMs = 1_000
/** Ages are shown anew after so many quiet seconds. */
const quietTurns = 10

async function followAsTable(context: Context, { signal, place }: Following): Promise<void> {
  const draw = createLogUpdate(process.stdout)
  let [events, turn, isNew] = [0, 0, true]
  const screen = repeat(
    redrawMs,
    async () => {
      if (isNew || turn % quietTurns === 0) draw(await frame(context, events))
      turn += 1
      isNew = false
    },
    () => {},
  )
  try {
    const following = followEvents(context.redis, context.keys.events, { ...place, signal })
    for await (const event of following) {
      place.afterId = event.streamId
      events += 1
      isNew = true
    }
  } finally {
    await screen.close()
    draw.done()
  }
}

/** As many stories as fit into the window, below one line about the run. */
async function frame({ stories, now }: Context, events: number): Promise<string> {
  const { rows = 24, columns = 80 } = process.stdout
  const recent = await stories.recent(Math.max(1, rows - 4))
  const head = `stories, newest change first · ${count(events, 'event')} since you watch · Ctrl-C ends`
  const body =
    recent.length === 0 ? 'no stories yet' : storyTable(recent, { nowMs: now(), columns })
  return [head.slice(0, columns - 1), '', body].join('\n')
}
