import { eventFields } from '../../shared/schemas.ts'
import { storyRecordToFields } from '../../shared/storyFields.ts'
import { toJson } from '../../shared/wellFormed.ts'
import type { DraftEvent, StoryChanges } from './storyChanges.ts'

/** Changes as `commit.lua` takes them. */
export interface EncodedChanges {
  /** Ids of the stories in the order of their keys. */
  readonly order: readonly string[]
  readonly json: string
  /** What is long is said beside the JSON, which counts it: there it would be quoted, and read letter by letter. */
  readonly values: readonly string[]
}

/** The changes for `commit.lua`. */
export function encodeChanges(
  changes: StoryChanges,
  article: readonly string[],
  nowMs: number,
): EncodedChanges {
  const order = [...changes.stories.keys()]
  const apart = [...changes.apart]
  const events = changes.events.flatMap((event) => eventFieldsOf(event, nowMs))
  const json = toJson({
    article: article.length,
    stories: [...changes.stories.values()].map(({ record, articles, absorbs, loses }) => ({
      id: record.id,
      open: record.state === 'open',
      updated: record.updatedMs,
      fields: storyRecordToFields(record),
      articles: articles.flatMap(([id, timeMs]) => [timeMs, id]),
      absorbs: absorbs.map((id) => order.indexOf(id)),
      loses,
    })),
    clusters: changes.clusters.size,
    events: changes.events.map(({ storyId }) => order.indexOf(storyId)),
    event: { values: 2 * eventFields.length, seq: 2 * eventFields.indexOf('seq') + 2 },
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
  return { order, json, values: [...article, ...[...changes.clusters].flat(), ...events] }
}

/** The fields of an event in their order; its `seq` is given by the commit. */
function eventFieldsOf(event: DraftEvent, nowMs: number): readonly string[] {
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
    data: toJson(event.data),
  }
  return eventFields.flatMap((name) => [name, values[name]])
}
