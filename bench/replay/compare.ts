import type { Context } from '../../src/shared/context.ts'
import { readEvents } from '../../src/shared/eventStream.ts'
import { type EventType, eventData } from '../../src/shared/schemas.ts'

/** One event without the times of the clock. */
interface Told {
  readonly type: EventType
  readonly story: string
  readonly line: string
  readonly data: {
    readonly article?: { readonly id: string }
    readonly merged?: readonly string[]
    readonly to?: string
    readonly articles?: readonly { readonly id: string }[]
  }
}

/** All events under a prefix: ids, stories, sequence numbers, relations and receipts. */
export async function toldUnder({ redis, keys }: Context): Promise<readonly Told[]> {
  const told: Told[] = []
  for await (const { fields } of readEvents(redis, keys.events)) {
    const type = fields['type'] as EventType
    const data = eventData[type].parse(JSON.parse(fields['data'] ?? 'null')) as Told['data'] & {
      readonly receipt?: unknown
    }
    const story = fields['subject'] ?? ''
    const facts = [fields['id'], type, story, fields['seq'], fields['relation'], data.receipt]
    told.push({ type, story, line: JSON.stringify(facts), data })
  }
  return told
}

/** Events that differ between two runs, place by place. */
export function differences(one: readonly Told[], other: readonly Told[]): number {
  const longest = Math.max(one.length, other.length)
  let count = 0
  for (let at = 0; at < longest; at += 1) if (one[at]?.line !== other[at]?.line) count += 1
  return count
}

/** Ids that lead nowhere, and articles that are elsewhere than the events say: both must be none. */
export async function checkIds(context: Context, told: readonly Told[]) {
  const homes = homesOf(told)
  let moved = 0
  for (const [articleId, home] of homes) {
    const stored = await context.redis.hget(context.keys.article(articleId), 'story')
    if ((await context.stories.resolve(stored ?? '')) !== home) moved += 1
  }
  let lost = 0
  for (const id of new Set(told.map(({ story }) => story))) {
    if (!(await context.stories.story(id))) lost += 1
  }
  return { articlesMovedWithoutEvent: moved, idsThatLeadNowhere: lost }
}

/** Story of every article by the events alone. */
function homesOf(told: readonly Told[]): ReadonlyMap<string, string> {
  const homes = new Map<string, string>()
  for (const { type, story, data } of told) {
    if (type === 'wirefold.story.opened.v1' || type === 'wirefold.story.joined.v1')
      homes.set(data.article?.id ?? '', story)
    const merged = new Set(data.merged)
    if (merged.size > 0) for (const [id, home] of homes) if (merged.has(home)) homes.set(id, story)
    for (const { id } of data.articles ?? []) homes.set(id, data.to ?? '')
  }
  return homes
}
