import type { VNode } from 'preact'
import type { StoryArticle } from '../api/replies.ts'
import { moment, nameOf, percent } from './format.ts'
import { html } from './html.ts'

/** Deeper copies of copies are drawn at this depth. */
const deepest = 12

/** The copies of a story as nested lists: one tree an origin. */
export function LineageTree({ articles }: { articles: readonly StoryArticle[] }) {
  const heads = headsOf(articles)
  const below = Map.groupBy(articles, (article) => article.parent ?? headAbove(article, heads))
  const draw = (article: StoryArticle, depth: number): VNode => {
    const children = depth < deepest ? (below.get(article.id) ?? []) : []
    return html`<li key=${article.id}>
      <b>${nameOf(article)}</b> <small>${moment(article.publishedAt ?? article.firstSeenAt)}</small>
      ${descent(article, headAbove(article, heads))}
      ${article.credit ? html` <small>credits ${article.credit}</small>` : null}
      ${children.length > 0 ? html`<ul>${children.map((child) => draw(child, depth + 1))}</ul>` : null}
    </li>`
  }
  return html`<ul class="tree">${(below.get('') ?? []).map((article) => draw(article, 0))}</ul>`
}

/** The article each origin is drawn under: its first text, else the first of it that came. */
function headsOf(articles: readonly StoryArticle[]): ReadonlyMap<number | null, StoryArticle> {
  const tops = articles.filter(({ parent }) => parent === null)
  const rootsFirst = tops.toSorted((one, other) => Number(other.isOrigin) - Number(one.isOrigin))
  return new Map(rootsFirst.map((article) => [article.origin, article] as const).reverse())
}

/** Id of the head of its origin; empty for heads, and for articles of no known origin. */
function headAbove(
  { id, origin }: StoryArticle,
  heads: ReadonlyMap<number | null, StoryArticle>,
): string {
  const head = origin === null ? undefined : heads.get(origin)
  return head && head.id !== id ? head.id : ''
}

/** From whom it has its text, and how much; where neither clocks nor credits tell, what it has the origin in common with. */
function descent({ id, parent, share, confidence }: StoryArticle, head: string) {
  if (parent)
    return html` <a href=${`#/compare/${parent}/${id}`}>${percent(share)} copied${confidence < 0.8 ? ', not sure' : ''}</a>`
  return head ? html` <a href=${`#/compare/${head}/${id}`}>same origin</a>` : null
}
