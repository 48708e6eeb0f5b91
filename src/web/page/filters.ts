import { languageName } from './format.ts'
import { html } from './html.ts'
import { putQuery } from './route.ts'

interface Props {
  readonly query: URLSearchParams
  readonly languages: readonly string[]
}

const sizes = ['2', '3', '5', '10', '20']

/** The filters of the front page. They live in the address, so that a view can be kept and sent. */
export function Filters({ query, languages }: Props) {
  const change =
    (name: string) => (event: { currentTarget: HTMLInputElement | HTMLSelectElement }) => {
      const next = new URLSearchParams(query)
      const value = event.currentTarget.value.trim()
      if (value) next.set(name, value)
      else next.delete(name)
      putQuery(next)
    }
  const value = (name: string) => query.get(name) ?? ''
  const option = (given: string, text: string, chosen: string) =>
    html`<option value=${given} selected=${given === chosen}>${text}</option>`
  return html`
    <form class="filters" role="search" onSubmit=${(event: Event) => event.preventDefault()}>
      <label>Words in the headline <input type="search" maxlength="200" value=${value('text')} onInput=${change('text')} /></label>
      <label>Language <select onChange=${change('language')}>
        ${option('', 'all', value('language'))}
        ${languages.map((tag) => option(tag, `${languageName(tag)} (${tag})`, value('language')))}
      </select></label>
      <label>Size <select onChange=${change('minSize')}>
        ${option('', 'any', value('minSize'))}
        ${sizes.map((size) => option(size, `${size} or more`, value('minSize')))}
      </select></label>
      <label>Source <input type="text" maxlength="253" placeholder="host" value=${value('source')} onChange=${change('source')} /></label>
      <label>State <select onChange=${change('state')}>
        ${option('', 'all', value('state'))}${option('open', 'open', value('state'))}${option('closed', 'closed', value('state'))}
      </select></label>
    </form>`
}
