import pc from 'picocolors'
import type { StreamEvent } from '../shared/eventStream.ts'
import type { EventData, EventRelation, EventType } from '../shared/schemas.ts'
import { count, cut } from './terminal.ts'

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
    `${pc.green('● opened')}  ${headline(story.headline)}  ${pc.dim(`${nameOf(article.source)} · ${article.lang}`)}`,
  'wirefold.story.joined.v1': ({ story, article, relation }, nameOf) =>
    `${pc.cyan('+ joined')}  ${headline(story.headline)}  ${pc.dim(
      [
        `${relationWords[relation.kind] ?? relation.kind}${shareOf(relation)} in ${nameOf(article.source)} · ${article.lang}`,
        `now ${count(story.size, 'article')}, ${story.languages.join(' ')}`,
      ].join(' — '),
    )}`,
  'wirefold.story.merged.v1': ({ story, merged }) =>
    `${pc.yellow('= merged')}  ${headline(story.headline)}  ${pc.dim(
      `took in ${count(merged.length, 'story', 'stories')}, now ${count(story.size, 'article')}, ${story.languages.join(' ')}`,
    )}`,
  'wirefold.story.split.v1': ({ story, articles }) =>
    `${pc.yellow('/ split ')}  ${headline(story.headline)}  ${pc.dim(`${count(articles.length, 'article')} left`)}`,
  'wirefold.story.updated.v1': ({ story }) =>
    `${pc.yellow('~ edited')}  ${headline(story.headline)}  ${pc.dim('by an operator')}`,
  'wirefold.story.closed.v1': ({ story }) =>
    `${pc.dim('○ closed')}  ${headline(story.headline)}  ${pc.dim(count(story.size, 'article'))}`,
}

/** One event as a line for a person; null for types this version does not know. */
export function eventLine(event: StreamEvent, nameOf: NameOf = (source) => source): string | null {
  const render = lines[event.fields['type'] as EventType] as
    | ((data: unknown, nameOf: NameOf) => string)
    | undefined
  if (!render) return null
  const clock = pc.dim((event.fields['time'] ?? '').slice(11, 19))
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
