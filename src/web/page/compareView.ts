import type { Article, Explanation } from '../api/replies.ts'
import { useAnswer } from './api.ts'
import { languageName, percent, webAddress } from './format.ts'
import { html } from './html.ts'
import { type Passage, sharedPassages } from './passages.ts'
import type { Route } from './route.ts'

/** Two articles side by side; what stands in both, word for word, is marked. */
export function CompareView({ route }: { route: Route }) {
  const [a = '', b = ''] = route.ids
  const left = useAnswer<Article>(`/articles/${a}`)
  const right = useAnswer<Article>(`/articles/${b}`)
  const { answer } = useAnswer<Explanation>(`/explain?a=${a}&b=${b}`)
  const problem = left.problem ?? right.problem
  const both = left.answer && right.answer ? ([left.answer, right.answer] as const) : null
  const texts = both ? sharedPassages(textOf(both[0]), textOf(both[1])) : null
  return html`
    <h1 tabindex="-1">Two articles</h1>
    ${problem ? html`<p role="alert">${problem}</p>` : null}
    <p class="bar">${answer?.overlap ? overlapText(answer.overlap) : ' '}</p>
    ${both ? html`<p><a href=${`#/stories/${both[0].story}`}>Back to the story</a></p>` : null}
    ${both && texts ? html`<div class="sides">${both.map((article, at) => side(article, texts[at] ?? []))}</div>` : null}`
}

const textOf = ({ paragraphs }: Article) => paragraphs.join('\n\n')

function overlapText({
  jaccard,
  containment,
  sameStory,
}: NonNullable<Explanation['overlap']>): string {
  const place = sameStory ? 'Both are in one story.' : 'They are in different stories.'
  return `${place} Word triples shared: ${percent(jaccard)} of both, ${percent(containment)} of the shorter.`
}

function side(article: Article, passages: readonly Passage[]) {
  const { title, source, lang, url } = article
  return html`<article lang=${lang} dir="auto">
    <h2>${title}</h2>
    <p class="facts"><a href=${webAddress(url)} rel="noreferrer noopener">${source}</a> · ${languageName(lang)}</p>
    <p class="text">${passages.map(({ text, shared }) => (shared ? html`<mark>${text}</mark>` : text))}</p>
  </article>`
}
