import type { StoryArticle } from '../api/replies.ts'
import { languageName, moment, nameOf } from './format.ts'
import { html } from './html.ts'

/** When each language's articles came: a dot an article, filled when its text is its own. */
export function Timeline({ articles }: { articles: readonly StoryArticle[] }) {
  const times = articles.map(timeOf)
  const [from, to] = [Math.min(...times), Math.max(...times)]
  // a dot keeps clear of both ends, whatever the width of the window
  const placeOf = (ms: number) => `${2 + ((ms - from) / Math.max(1, to - from)) * 96}%`
  const [begin, end] = [from, to].map((ms) => moment(new Date(ms).toISOString()))
  const dot = (article: StoryArticle) =>
    html`<circle key=${article.id} cx=${placeOf(timeOf(article))} cy="11" r="5" class=${article.parent ? 'copied' : 'own'}>
      <title>${nameOf(article)}: ${article.title}</title></circle>`
  const rows = [...Map.groupBy(articles, ({ lang }) => lang)]
  return html`<figure class="timeline">
    ${rows.map(
      ([lang, members]) => html`<div key=${lang}>
      <span>${languageName(lang)} (${members.length})</span>
      <svg role="img" aria-label=${`${languageName(lang)}: ${members.length} between ${begin} and ${end}`}>
        <line x1="0" x2="100%" y1="11" y2="11" />${members.map(dot)}
      </svg>
    </div>`,
    )}
    <figcaption><span>${begin}</span><span>filled: own text · hollow: copied</span><span>${end}</span></figcaption>
  </figure>`
}

function timeOf({ publishedAt, firstSeenAt }: StoryArticle): number {
  return Date.parse(publishedAt ?? firstSeenAt)
}
