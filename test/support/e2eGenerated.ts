import { expect } from 'vitest'
import { type FeedItem, portal } from './e2ePages.ts'
import type { Site } from './e2eSite.ts'
import type { ArticleText } from './e2eTexts.ts'

const people =
  'Ardal Mensik|Bettina Okoro|Casper Lindqvist|Dorota Villanueva|Emeka Straub|Faridah Holm|Gustavo Perrin|Hanneke Zhou|Ilias Brandt|Jovana Mbeki|Kenji Aalto|Lucía Novak|Milan Achterberg|Nadia Ferrante|Olaf Quispe|Priya Sandoval|Quentin Ilves|Rasa Delacroix|Stelian Musa|Tomasz Ekwall'.split(
    '|',
  )
const places =
  'Arkwell|Brennhavn|Castel Miro|Dunmarra|Eskilby|Fontclair|Gravenmoor|Hallowdale|Isla Verada|Jarnsund|Kaltbrunn|Lomnica Dolna|Mirepoort|Nordwick|Ostrava Lhota|Pinhal Velho|Quillabamba|Rosenthal|Sankt Ildar|Tarrowmere'.split(
    '|',
  )
const bodies =
  'the city council|the regional court|a group of engineers|the teachers’ union|the port authority|a family of beekeepers|the university hospital|the water board|a retired captain|the national archive|the volunteer fire brigade|an orchestra of students|the customs office|the owners of forty vineyards|a start-up for batteries|the football federation|the botanical garden|two shipping companies|the railway inspectorate|the committee for monuments'.split(
    '|',
  )
const deeds =
  'has bought back|refuses to sell|wants to repair|inspected|lost the plans of|will auction|rebuilt in secret|is suing over|discovered mould in|opened to visitors|put a fence around|insured for a record sum|inherited|counted every part of|demolished by mistake|filmed for a year|renamed after a vote|flooded during a drill|moved by eleven metres|painted without a permit'.split(
    '|',
  )
const things =
  'an organ with 3,100 pipes|the oldest drawbridge of the province|a warehouse full of saffron|seven tram cars of the sixties|the archive of a bankrupt newspaper|a lighthouse without a keeper|the private zoo of a baron|an underground ice store|the observatory on the eastern hill|a fleet of hydrogen lorries|the stadium’s wooden stand|a bakery in a former chapel|the dam at the upper lake|a herd of water buffalo|the marble stairs of the theatre|a collection of fog horns|the cable ferry|a school made of straw|the municipal swimming pool|an airship hangar'.split(
    '|',
  )
const reasons =
  'because the roof had begun to leak|after a night of negotiations|despite a warning from the insurers|although nobody had asked for it|since the lease ends in autumn|as prices have doubled within a year|following a complaint by neighbours|to make room for a cycle path|in order to pay the debts of a festival|while the mayor was on holiday|before the first frost sets in|because two votes were counted twice|after a letter from 1911 came to light|without waiting for the ministry|so that the swifts can breed there|on the advice of a Norwegian expert|against the will of the parish|when the last tenant had moved out|as soon as the ice had melted|to honour a promise made decades ago'.split(
    '|',
  )
const judgements =
  'called it a gift to the town|spoke of a bitter day|said the figures had been wrong from the start|asked for patience until spring|promised to publish every invoice|denied having signed anything|compared it to a chess game without a board|laughed and shook every hand|did not want to comment|demanded an inquiry by outsiders|thanked the helpers with soup and cider|warned that winter would settle the matter'.split(
    '|',
  )

/** Mulberry32: the same numbers for the same seed. */
function randomBy(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A report that nobody else writes: about 200 words, the same for the same number. */
export function reportNumber(number: number): ArticleText {
  const random = randomBy(number * 7_919 + 17)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const amount = () => String(12 + Math.floor(random() * 880))
  const [who, where, what] = [pick(people), pick(places), pick(things)]
  const sentences: readonly (() => string)[] = [
    () => `In ${pick(places)}, ${pick(bodies)} ${pick(deeds)} ${pick(things)} ${pick(reasons)}.`,
    () => `${pick(people)}, ${amount()} kilometres away in ${pick(places)}, ${pick(judgements)}.`,
    () =>
      `Some ${amount()} people signed a petition about ${pick(things)}, and ${pick(people)} ${pick(judgements)}.`,
    () =>
      `The bill of ${amount()} thousand crowns goes to ${pick(bodies)}, which ${pick(deeds)} ${pick(things)} years ago ${pick(reasons)}.`,
  ]
  const sentence = () => sentences[Math.floor(random() * sentences.length)]?.() ?? ''
  const paragraph = () => Array.from({ length: 3 }, sentence).join(' ')
  return {
    lang: 'en',
    title: `${where}: ${who} and ${what}`,
    byline: pick(people),
    paragraphs: [
      `${where} — ${who} of ${pick(bodies)} in ${where} ${pick(deeds)} ${what} ${pick(reasons)}.`,
      ...Array.from({ length: 4 }, paragraph),
    ],
  }
}

const copiesEvery = 3

/**
 * That many texts at the first two of three sites in turn, every third also at the last, a paper that copies. Returns the
 * entries in the order of appearance.
 */
export function publishReports(sites: readonly Site[], texts: number): readonly FeedItem[] {
  const [first, second, copyist] = sites
  const startMs = Date.now() - 3_600_000
  return Array.from({ length: texts }, (_, number) => {
    const article = { ...reportNumber(number), publishedMs: startMs + number * 1_000 }
    const { title, publishedMs } = article
    const path = `/report-${number}.html`
    const listed = (url: string | undefined) => ({ url: url ?? '', title, publishedMs })
    const original = listed((number % 2 === 0 ? first : second)?.publish(path, article))
    if (number % copiesEvery > 0) return [original]
    return [original, listed(copyist?.publish(path, article, { chrome: portal }))]
  }).flat()
}

/** Whatever else a story holds, a report and its copy are never apart. */
export function expectCopiesTogether(
  stories: readonly (readonly string[])[],
  sites: readonly Site[],
): void {
  expect(copiesApart(stories, sites)).toEqual([])
}

/** Copies that are in another story than their report. */
function copiesApart(
  stories: readonly (readonly string[])[],
  sites: readonly Site[],
): readonly string[] {
  const copyist = sites.at(-1)?.origin ?? ''
  return stories.flatMap((urls) => {
    const paths = urls.map((url) => new URL(url).pathname)
    return urls.filter(
      (url, at) =>
        url.startsWith(copyist) &&
        paths.indexOf(paths[at] ?? '') === paths.lastIndexOf(paths[at] ?? ''),
    )
  })
}
