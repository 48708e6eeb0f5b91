import type { StreamEvent } from '../shared/eventStream.ts'
import type { EventData, EventRelation, EventType } from '../shared/schemas.ts'
import { count, cut, paint } from './terminal.ts'

const headlineColumns = 64

/** How each relation is told. */
const relationWords: Readonly<Record<string, string>> = {
  copy: 'same text',
  partial: 'cut copy',
  revision: 'later version',
  related: 'rewrite',
  translated: 'other language',
}

/** How a publisher is called. */
type NameOf = (source: string) => string

type Lines = { readonly [T in EventType]?: (data: EventData<T>, nameOf: NameOf) => string }

const lines: Lines = {
  'wirefold.story.opened.v1': ({ story, article }, nameOf) =>
    `${paint.green('● opened')}  ${headline(story.headline)}  ${paint.dim(`${nameOf(article.source)} · ${article.lang}`)}`,
  'wirefold.story.joined.v1': ({ story, article, relation }, nameOf) =>
    `${paint.cyan('+ joined')}  ${headline(story.headline)}  ${paint.dim(
      [
        `${relationWords[relation.kind] ?? relation.kind}${shareOf(relation)} in ${nameOf(article.source)} · ${article.lang}`,
        `now ${count(story.size, 'article')}, ${story.languages.join(' ')}`,
      ].join(' — '),
    )}`,
  'wirefold.story.merged.v1': ({ story, merged }) =>
    `${paint.yellow('= merged')}  ${headline(story.headline)}  ${paint.dim(
      `took in ${count(merged.length, 'story', 'stories')}, now ${count(story.size, 'article')}, ${story.languages.join(' ')}`,
    )}`,
  'wirefold.story.split.v1': ({ story, articles }) =>
    `${paint.yellow('/ split ')}  ${headline(story.headline)}  ${paint.dim(`${count(articles.length, 'article')} left`)}`,
  'wirefold.story.updated.v1': ({ story }) =>
    `${paint.yellow('~ edited')}  ${headline(story.headline)}  ${paint.dim('by an operator')}`,
  'wirefold.story.closed.v1': ({ story }) =>
    `${paint.dim('○ closed')}  ${headline(story.headline)}  ${paint.dim(count(story.size, 'article'))}`,
}

/** One event as a line for a person; null for types this version does not know. */
export function eventLine(event: StreamEvent, nameOf: NameOf = (source) => source): string | null {
  const render = lines[event.fields['type'] as EventType] as
    | ((data: unknown, nameOf: NameOf) => string)
    | undefined
  if (!render) return null
  const clock = paint.dim((event.fields['time'] ?? '').slice(11, 19))
  return `${clock}  ${render(JSON.parse(event.fields['data'] ?? 'null'), nameOf)}`
}

function headline(text: string): string {
  return cut(text, headlineColumns)
}

/** Of a copy the share of both texts, of a cut copy the share of the shorter one. */
function shareOf({ kind, jaccard, containment }: EventRelation): string {
  const share = kind === 'partial' ? containment : jaccard
  return share === null ? '' : ` ${Math.round(share * 100)} %`
}
