import type { FeedList, SourceList } from '../api/replies.ts'
import { useAnswer } from './api.ts'
import { ago, count, duration, percent } from './format.ts'
import { html } from './html.ts'

/** Publishers and feeds: who brings what, how much of it is copied, how late, and which feeds are not well. */
export function SourcesView({ turn, nowMs }: { turn: number; nowMs: number }) {
  const { answer: sources, problem } = useAnswer<SourceList>('/sources', turn)
  // there may be very many: read again as ages are, not with every batch of news
  const { answer: feeds } = useAnswer<FeedList>('/feeds', nowMs)
  return html`
    <h1 tabindex="-1">Sources and feeds</h1>
    ${problem ? html`<p role="alert">Cannot read the sources: ${problem}</p>` : null}
    <h2>Sources</h2>
    <p class="bar">Counted over the last ${count(sources?.events ?? 0, 'event')}.</p>
    <div class="scroll" role="region" aria-label="Sources" tabindex="0"><table>
      <thead><tr><th scope="col">Source</th><th scope="col">Articles</th><th scope="col">Copied</th>
        <th scope="col">Seen after</th><th scope="col">Last</th><th scope="col">Feed</th></tr></thead>
      <tbody>${(sources?.sources ?? []).map(
        ({
          source,
          name,
          articles,
          copies,
          lagSeconds,
          lastAt,
          health: status,
          why,
        }) => html`<tr key=${source}>
          <th scope="row"><a href=${`#/?source=${encodeURIComponent(source)}`}>${name ?? source}</a>${name ? html`<small>${source}</small>` : null}</th>
          <td class="number">${articles.toLocaleString('en')}</td>
          <td class="number">${percent(copies / articles)}</td>
          <td class="number">${lagSeconds === null ? 'gives no times' : duration(lagSeconds)}</td>
          <td>${ago(lastAt, nowMs)}</td>
          <td>${health(status ?? 'not followed', why)}</td></tr>`,
      )}</tbody>
    </table></div>
    <h2>Feeds</h2>
    <p class="bar">${feeds ? `${count(feeds.total, 'feed')}, those that are not well first.` : ' '}</p>
    <div class="scroll" role="region" aria-label="Feeds" tabindex="0"><table>
      <thead><tr><th scope="col">Feed</th><th scope="col">Health</th><th scope="col">Last read</th><th scope="col">Every</th></tr></thead>
      <tbody>${(feeds?.feeds ?? []).map(
        ({ url, title, status, why, lastSuccessAt, intervalSeconds }) => html`<tr key=${url}>
          <th scope="row"><span dir="auto">${title ?? url}</span>${title ? html`<small>${url}</small>` : null}</th>
          <td>${health(status, why)}</td>
          <td>${lastSuccessAt ? ago(lastSuccessAt, nowMs) : 'never'}</td>
          <td class="number">${duration(intervalSeconds)}</td></tr>`,
      )}</tbody>
    </table></div>`
}

function health(status: string, why: string | null) {
  return html`<span class=${`health ${status}`}>${status}</span>${why ? html`<small dir="auto">${why}</small>` : null}`
}
