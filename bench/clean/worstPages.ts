/** A page made to cost as much as the limits on size, depth and nodes allow. */
export interface WorstPage {
  readonly name: string
  readonly make: () => string
}

/** Characters, elements and levels inside the limits of one page. */
const most = { characters: 4_900_000, elements: 45_000, nodes: 95_000, depth: 500 } as const

const sentence = 'The harbour office heard report number 12 on Tuesday and asked for another one. '
const paragraph = `<p>${sentence.repeat(2)}</p>`

function fill(piece: string): string {
  return piece.repeat(Math.floor(most.characters / piece.length))
}

function each(count: number, piece: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => piece(at)).join('')
}

/** As many chains of nested elements as there may be nodes. */
function chains(open: string, close: string, inner: string): string {
  const chain = open.repeat(most.depth) + inner + close.repeat(most.depth)
  return chain.repeat(Math.floor(most.nodes / (most.depth + 1)))
}

const page = (body: string, head = '') =>
  `<html><head><title>Harbour report</title>${head}</head><body><h1>Harbour report</h1>${body}</body></html>`

/** One page for each way of wasting time that a reader of pages can fall for. */
export const worstPages: readonly WorstPage[] = [
  { name: 'deep chains of div', make: () => page(chains('<div>', '</div>', 'text here')) },
  {
    name: 'deep chains of article',
    make: () => page(chains('<article>', '</article>', sentence.repeat(2))),
  },
  { name: 'deep inline chains', make: () => page(chains('<b>', '</b>', 'text')) },
  { name: 'deep bylines', make: () => page(chains('<span class="byline">', '</span>', 'By A')) },
  { name: 'wide paragraphs', make: () => page('<p>text</p>'.repeat(most.elements)) },
  { name: 'long paragraphs', make: () => page(fill(paragraph)) },
  {
    name: 'different paragraphs',
    make: () => page(each(30_000, (at) => `<p>${at} ${sentence}</p>`)),
  },
  {
    name: 'attributes on one tag',
    make: () => page(`<p ${each(400_000, (at) => `a${at}=1 `)}>${sentence}</p>`),
  },
  {
    name: 'many classes on each tag',
    make: () => page(each(15_000, (at) => `<i class="${`related-${at} `.repeat(20)}">x</i>`)),
  },
  {
    name: 'different classes',
    make: () => page(each(most.elements, (at) => `<i class="shareBox-${at}__teaserItem">x</i>`)),
  },
  { name: 'styles', make: () => page('<i style="display : inherit">x</i>'.repeat(most.elements)) },
  { name: 'entities in text', make: () => page(`<p>${fill('&amp;')}</p>`) },
  { name: 'broken entities in text', make: () => page(`<p>${fill('&ampersan')}</p>`) },
  {
    name: 'entities in attributes',
    make: () => page(`<meta name="x" content="${fill('&#x41;')}">`),
  },
  { name: 'one text without a space', make: () => page(`<p>${fill('x')}</p>`) },
  { name: 'one text of words', make: () => page(`<p>${fill(sentence)}</p>`) },
  { name: 'one text in Chinese', make: () => page(`<p>${fill('港口办公室周二听取了报告。')}</p>`) },
  { name: 'one text in a title', make: () => `<title>${fill(sentence)}</title>${paragraph}` },
  { name: 'one text in a heading', make: () => `<h1>${fill(sentence)}</h1>${paragraph}` },
  { name: 'white space', make: () => page(`<p>${fill(' \n')}x</p>`) },
  { name: 'tags escaped twice', make: () => page(`<p>${fill('&lt;b x')}</p>`) },
  { name: 'open angles', make: () => page(fill('<')) },
  { name: 'unclosed tags', make: () => page(fill('<a ')) },
  { name: 'unclosed comments', make: () => page(fill('<!-')) },
  { name: 'end tags', make: () => page(fill('</p>').slice(0, most.nodes * 4)) },
  { name: 'links', make: () => page('<a href="/x">link</a> '.repeat(most.elements)) },
  {
    name: 'menus',
    make: () => page('<ul><li><a href="/x">A menu item</a></li></ul>'.repeat(23_000)),
  },
  {
    name: 'teaser cards',
    make: () =>
      page(
        '<div><h2><a href="/x">A headline of another page</a></h2><p>Lead</p></div>'.repeat(13_000),
      ),
  },
  { name: 'captions', make: () => page('<div><img><p>A boat</p></div>'.repeat(23_000)) },
  { name: 'labels', make: () => page(`${paragraph}<div><p>Read more</p></div>`.repeat(19_000)) },
  { name: 'headings', make: () => page('<h1>Harbour report</h1>'.repeat(most.elements)) },
  {
    name: 'different headings',
    make: () => page(each(most.elements, (at) => `<h2>Harbour report of day ${at}</h2>`)),
  },
  { name: 'line breaks', make: () => page(`<p>${'word<br>'.repeat(most.elements)}</p>`) },
  { name: 'dates', make: () => page('<p>Tuesday 12 of Octembre 2019 at 12:30</p>'.repeat(45_000)) },
  {
    name: 'dates of other calendars',
    make: () =>
      page(`<p>${Array(6).fill('31 مهر 1402 '.repeat(9)).join('<br>')}</p>`.repeat(3_500)),
  },
  {
    name: 'time elements',
    make: () => page('<time datetime="2019-10-12T12:30:00Z">12 October</time>'.repeat(45_000)),
  },
  {
    name: 'nested tables',
    make: () =>
      page(
        chains('<table><tr><td>', '</td></tr></table>', 'x')
          .slice(0, 3_000_000)
          .replace(/^(?:<table><tr><td>){500}/, ''),
      ),
  },
  { name: 'table cells', make: () => page(`<table>${'<tr><td>12<td>34'.repeat(22_000)}</table>`) },
  {
    name: 'scripts',
    make: () => page(`<script>${fill('let a = "</p>" < 2;')}</script>${paragraph}`),
  },
  { name: 'many scripts', make: () => page('<script>let a = 1</script>'.repeat(most.elements)) },
  {
    name: 'structured data',
    make: () =>
      page(
        paragraph,
        `<script type="application/ld+json">[${fill('{"@type":"NewsArticle","a":[1]},').slice(0, 990_000)}`,
      ),
  },
  {
    name: 'broken structured data',
    make: () =>
      page(
        paragraph,
        `<script type="application/ld+json">${fill(',    ').slice(0, 990_000)}</script>`,
      ),
  },
  {
    name: 'structured articles',
    make: () =>
      page(
        paragraph,
        `<script type="application/ld+json">[${each(9_000, (at) => `{"@type":"NewsArticle","headline":"Number ${at}","keywords":"a,b"},`)}{}]</script>`,
      ),
  },
  {
    name: 'a structured body',
    make: () =>
      page(
        '',
        `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${'word '.repeat(190_000)}"}</script>`,
      ),
  },
  {
    name: 'meta tags',
    make: () =>
      page(
        paragraph,
        each(most.elements, (at) => `<meta name="date${at}" content="12 May">`),
      ),
  },
  { name: 'brackets', make: () => page(`<p>${fill('(a ')}</p>`) },
  {
    name: 'short lines in brackets',
    make: () => page('<p>PORT (Northwire Agency) - (A) (B)</p>'.repeat(45_000)),
  },
  {
    name: 'titles in pieces',
    make: () => page(paragraph, `<meta property="og:title" content="${'a | '.repeat(100)}">`),
  },
  { name: 'hidden elements', make: () => page('<p hidden>text <b>x</b></p>'.repeat(23_000)) },
]
