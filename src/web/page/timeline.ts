import type { StoryArticle } from '../api/replies.ts'
import { moment, nameOf } from './format.ts'
import { html } from './html.ts'

const [width, rowHeight, margin] = [720, 22, 130]

/** When each language's articles came: a dot an article, filled when its text is its own. */
export function Timeline({ articles }: { articles: readonly StoryArticle[] }) {
  const times = articles.map(timeOf)
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const placeOf = (ms: number) =>
    margin + 8 + ((ms - from) / Math.max(1, to - from)) * (width - margin - 16)
  const rows = [...Map.groupBy(articles, ({ lang }) => lang)]
  const height = rows.length * rowHeight + 8
  const label = `Articles from ${moment(new Date(from).toISOString())} to ${moment(new Date(to).toISOString())}`
  return html`<figure class="timeline">
    <svg viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${label}>
      ${rows.map(([lang, members], row) => {
        const y = row * rowHeight + rowHeight / 2 + 4
        return html`<g key=${lang}>
          <text x="0" y=${y + 4}>${lang} (${members.length})</text>
          <line x1=${margin} x2=${width} y1=${y} y2=${y} />
          ${members.map(
            (article) => html`<circle key=${article.id} cx=${placeOf(timeOf(article))} cy=${y} r="5"
            class=${article.parent ? 'copied' : 'own'}><title>${nameOf(article)}: ${article.title}</title></circle>`,
          )}
        </g>`
      })}
    </svg>
    <figcaption><span>${moment(new Date(from).toISOString())}</span><span>filled: own text · hollow: copied</span><span>${moment(new Date(to).toISOString())}</span></figcaption>
  </figure>`
}

function timeOf({ publishedAt, firstSeenAt }: StoryArticle): number {
  return Date.parse(publishedAt ?? firstSeenAt)
}
