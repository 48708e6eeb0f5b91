/** A document made to hurt its reader: a feed or a page. */
export interface HostileCase {
  readonly name: string
  readonly kind: 'feed' | 'page'
  make(): string
}

const rss = (inside: string) =>
  `<rss version="2.0"><channel><title>x</title>${inside}</channel></rss>`
const item = (inside: string) => `<item><link>https://a.example/1</link>${inside}</item>`
const html = (inside: string) => `<!doctype html><title>x</title><body>${inside}`
const prose = '<p>A ferry ran aground near the harbour mouth on Tuesday, the coast guard said.</p>'

/** Twelve feeds and ten pages; each is to be read or refused within two seconds and 700 MB. */
export const hostileCases: readonly HostileCase[] = [
  feed('elements nested 200,000 deep', () =>
    rss(`${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`),
  ),
  feed('100,000 items', () => rss(item('<title>x</title>').repeat(100_000))),
  feed(
    'entities in entities',
    () => `<!DOCTYPE x [${entities(40)}]>${rss(item('<title>&e39;</title>'))}`,
  ),
  feed(
    'one entity a million times',
    () =>
      `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(250)}">]>${rss(item(`<description>${'&a;'.repeat(1_000_000)}</description>`))}`,
  ),
  feed('a tag with 200,000 attributes', () => rss(`<item ${attributes(200_000)}/>`)),
  feed('one title of 10 MB', () => rss(item(`<title>${'x '.repeat(5_000_000)}</title>`))),
  feed('10 MB of ampersands', () => rss(item(`<title>${'&'.repeat(10_000_000)}</title>`))),
  feed('CDATA that never ends', () =>
    rss(`<item><description><![CDATA[${'<b>'.repeat(3_000_000)}`),
  ),
  feed('a comment that never ends', () => `<rss><!--${'-'.repeat(9_000_000)}`),
  feed('a document type of 9 MB', () => `<!DOCTYPE x [${'<!ENTITY a "b">'.repeat(600_000)}`),
  feed(
    'a million namespaces',
    () =>
      `<rss ${Array.from({ length: 900 }, (_, at) => `xmlns:n${at}="u${at}"`).join(' ')}>${rss(item(''))}`,
  ),
  feed(
    'JSON nested 1,000,000 deep',
    () => `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(1_000_000)}`,
  ),
  page('div nested 200,000 deep', () => html('<div>'.repeat(200_000))),
  page('misnested b and i', () => html('<b><i></b></i>'.repeat(50_000))),
  page('200,000 attributes', () => html(`<p ${attributes(200_000)}>x</p>`)),
  page('tables in tables', () => html('<table><tr><td>'.repeat(60_000))),
  page('one paragraph of 5 MB', () => html(`<p>${'word '.repeat(1_000_000)}</p>`)),
  page('100,000 links', () =>
    html(`${'<a href="/x">more</a> '.repeat(100_000)}${prose.repeat(9)}`),
  ),
  page('JSON-LD nested 500,000 deep', () =>
    html(
      `<script type="application/ld+json">${'[{"a":'.repeat(500_000)}</script>${prose.repeat(9)}`,
    ),
  ),
  page('5 MB of less-than signs', () => html('<'.repeat(5_000_000))),
  page('a script of 5 MB', () =>
    html(`<script>${'</scrip'.repeat(700_000)}</script>${prose.repeat(9)}`),
  ),
  page('200,000 paragraphs', () => html('<p>word word word word</p>'.repeat(200_000))),
]

function feed(name: string, make: () => string): HostileCase {
  return { name, kind: 'feed', make }
}

function page(name: string, make: () => string): HostileCase {
  return { name, kind: 'page', make }
}

function entities(count: number): string {
  const names = Array.from({ length: count }, (_, at) => at)
  return names
    .map((at) => `<!ENTITY e${at} "${at === 0 ? 'lol' : `&e${at - 1};`.repeat(10)}">`)
    .join('')
}

function attributes(count: number): string {
  return Array.from({ length: count }, (_, at) => `a${at}="1"`).join(' ')
}
