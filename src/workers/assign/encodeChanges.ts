import { eventFields } from '../../shared/schemas.ts'
import { storyRecordToFields } from '../../shared/storyFields.ts'
import type { DraftEvent, StoryChanges } from './storyChanges.ts'

/** The changes as the JSON that `commit.lua` reads, beside the order of the stories' keys. */
export function encodeChanges(changes: StoryChanges, article: readonly string[], nowMs: number) {
  const order = [...changes.stories.keys()]
  const apart = [...changes.apart]
  const json = JSON.stringify({
    article,
    stories: [...changes.stories.values()].map(({ record, articles, absorbs, loses }) => ({
      id: record.id,
      open: record.state === 'open',
      updated: record.updatedMs,
      fields: storyRecordToFields(record),
      articles: articles.flatMap(([id, timeMs]) => [timeMs, id]),
      absorbs: absorbs.map((id) => order.indexOf(id)),
      loses,
    })),
    events: changes.events.map((event) => encodeEvent(event, order.indexOf(event.storyId), nowMs)),
    clusters: Object.fromEntries(changes.clusters),
    closedClusters: changes.closedClusters,
    aliases: [...changes.aliases].flat(),
    moved: [...changes.moved.values()].map(({ story, cluster }) => [
      'story',
      story,
      'cluster',
      cluster,
    ]),
    apart: apart
      .filter(([, list]) => list.length > 0)
      .flatMap(([id, list]) => [id, JSON.stringify(list)]),
    together: apart.filter(([, list]) => list.length === 0).map(([id]) => id),
  })
  return { order, json }
}

function encodeEvent(event: DraftEvent, story: number, nowMs: number) {
  const values: Readonly<Record<(typeof eventFields)[number], string>> = {
    specversion: '1.0',
    id: event.id,
    source: 'wirefold',
    type: event.type,
    time: new Date(nowMs).toISOString(),
    subject: event.storyId,
    seq: '',
    lang: event.lang,
    relation: event.relation,
    data: JSON.stringify(event.data),
  }
  const flat = (names: readonly (typeof eventFields)[number][]) =>
    names.flatMap((name) => [name, values[name]])
  const at = eventFields.indexOf('seq')
  return { story, before: flat(eventFields.slice(0, at)), after: flat(eventFields.slice(at + 1)) }
}
