import type { StoryArticle, StoryDetail } from '../api/replies.ts'
import { useAnswer } from './api.ts'
import {
  ago,
  count,
  languageName,
  moment,
  nameOf,
  percent,
  relationWords,
  webAddress,
} from './format.ts'
import { html } from './html.ts'
import { LineageTree } from './lineageTree.ts'
import { ReceiptOf } from './receipt.ts'
import type { Route } from './route.ts'
import { Timeline } from './timeline.ts'

interface Props {
  readonly route: Route
  readonly turn: number
  readonly nowMs: number
}

/** One story: its articles by language, who copied from whom, when each came, and why it is here. */
export function StoryView({ route, turn, nowMs }: Props) {
  const { answer, problem } = useAnswer<StoryDetail>(`/stories/${route.ids[0] ?? ''}`, turn)
  if (!answer)
    return html`<h1 tabindex="-1">Story</h1><p role="status">${problem ?? 'Reading the story …'}</p>`
  const { story, articles, first } = answer
  const groups = [...Map.groupBy(articles, ({ lang }) => lang)].sort(
    ([, one], [, two]) => two.length - one.length,
  )
  const label = [...new Set([...(story.names ?? []), ...(story.terms ?? [])])]
  const byId = new Map(articles.map((article) => [article.id, article]))
  return html`
    <h1 tabindex="-1" dir="auto" lang=${story.languages[0]}>${story.headline}</h1>
    <p class="facts">
      <b>${count(story.size, 'article')}</b> <span>${count(story.sources.length, 'source')}</span>
      <span>${story.independentOrigins === null ? 'origins: counting' : count(story.independentOrigins, 'independent origin')}</span>
      <span>opened ${ago(story.openedAt, nowMs)}</span> <span>updated ${ago(story.updatedAt, nowMs)}</span>
      <span>${story.state}</span>
    </p>
    <p class="facts">First: ${firstText(byId.get(first))} · <code>${story.id}</code></p>
    ${label.length > 0 ? html`<p class="facts" dir="auto">About: ${label.join(' · ')}</p>` : null}
    <h2>Timeline</h2>
    <${Timeline} articles=${articles} />
    <h2>Who copied from whom</h2>
    <${LineageTree} articles=${articles} />
    <h2>Articles</h2>
    ${groups.map(
      ([lang, members]) => html`<section key=${lang}>
      <h3>${languageName(lang)} <small>${count(members.length, 'article')}</small></h3>
      <ul class="members">${members.map((article) => member(article, byId))}</ul>
    </section>`,
    )}`
}

function member(article: StoryArticle, byId: ReadonlyMap<string, StoryArticle>) {
  const { id, title, url, lang, lead, relation, stub, credit, revision } = article
  const shared = sharedWith(article, byId)
  return html`<li key=${id}>
    <a dir="auto" lang=${lang} href=${webAddress(url)} rel="noreferrer noopener">${title}</a>
    <span class="facts">
      <b>${nameOf(article)}</b> <span class=${`relation ${relation}`}>${relationWords[relation] ?? relation}</span>
      ${shared ? html`<a href=${`#/compare/${shared.other.id}/${id}`}>${percent(shared.share)} ${shared.words} ${nameOf(shared.other)}</a>` : null}
      ${credit ? html`<span>credits ${credit}</span>` : null}
      ${stub ? html`<span>only its beginning is free to read</span>` : null}
      ${revision > 1 ? html`<span>revision ${revision}</span>` : null}
      <time datetime=${timeOf(article)}>${moment(timeOf(article))}</time>
    </span>
    <p class="lead" dir="auto" lang=${lang}>${lead}</p>
    <${ReceiptOf} id=${id} />
  </li>`
}

/** The article it has text in common with, and how much: the one it was copied from, else the one it was compared with. */
function sharedWith(article: StoryArticle, byId: ReadonlyMap<string, StoryArticle>) {
  const { parent, share, relation, relatedTo, jaccard, containment } = article
  const [from, other] = [byId.get(parent ?? ''), byId.get(relatedTo ?? '')]
  if (from) return { other: from, share, words: 'copied from' }
  const common = relation === 'partial' ? containment : jaccard
  return other && common ? { other, share: common, words: 'shared with' } : null
}

const timeOf = ({ publishedAt, firstSeenAt }: StoryArticle) => publishedAt ?? firstSeenAt

function firstText(first: StoryArticle | undefined): string {
  return first ? nameOf(first) : 'the clocks do not tell'
}
