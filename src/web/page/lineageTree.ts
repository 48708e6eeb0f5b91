import type { VNode } from 'preact'
import type { StoryArticle } from '../api/replies.ts'
import { moment, nameOf, percent } from './format.ts'
import { html } from './html.ts'

/** Deeper copies of copies are drawn at this depth. */
const deepest = 12

/** The copies of a story as nested lists: one tree an origin. */
export function LineageTree({ articles }: { articles: readonly StoryArticle[] }) {
  const children = Map.groupBy(articles, ({ parent }) => parent ?? '')
  const tops = (children.get('') ?? []).toSorted(
    (one, two) =>
      (one.origin ?? 0) - (two.origin ?? 0) || Number(two.isOrigin) - Number(one.isOrigin),
  )
  return html`<ul class="tree">${tops.map((article) => branch(article, children, 0))}</ul>`
}

function branch(
  article: StoryArticle,
  children: ReadonlyMap<string, readonly StoryArticle[]>,
  depth: number,
): VNode {
  const below = depth < deepest ? (children.get(article.id) ?? []) : []
  const { id, parent, share, confidence, credit, publishedAt, firstSeenAt } = article
  const doubt = confidence < 0.8 ? ', not sure' : ''
  return html`<li key=${id}>
    <b>${nameOf(article)}</b> <small>${moment(publishedAt ?? firstSeenAt)}</small>
    ${parent ? html` <a href=${`#/compare/${parent}/${id}`}>${percent(share)} copied${doubt}</a>` : null}
    ${credit ? html` <small>credits ${credit}</small>` : null}
    ${below.length > 0 ? html`<ul>${below.map((child) => branch(child, children, depth + 1))}</ul>` : null}
  </li>`
}
