import { createRandom } from '../../demo/random.ts'

/** What one publisher puts around its articles, and the pieces its reports are made of. Written for this project. */
interface SiteWords {
  readonly language: string
  /** Lines above the text; below it; and below it on every second page. */
  readonly above: readonly string[]
  readonly below: readonly string[]
  readonly sometimes: string
  readonly who: readonly string[]
  readonly did: readonly string[]
  readonly what: readonly string[]
}

const list = (text: string): readonly string[] => text.split('|')

const sites: readonly SiteWords[] = [
  {
    language: 'en',
    above: ['Your trusted source on the coast since 1911, printed and online every working day.'],
    below: [
      'The evening letter brings 12 stories to your box before the ferry leaves.',
      'This page is part of our series on life along the water, made possible by our readers.',
    ],
    sometimes: 'Our harbour camera shows the quay day and night, in every weather.',
    who: list(
      'The harbour board|A fishing crew|The school council|An island doctor|The ferry office',
    ),
    did: list(
      'asked for a second look at|put off the vote on|paid for half of|found a fault in|praised',
    ),
    what: list(
      'the winter timetable|the new breakwater|the lighthouse roof|a plan for 40 berths|the ice store',
    ),
  },
  {
    language: 'de',
    above: ['Ihre vertraute Stimme im Tal, gedruckt und im Netz, seit drei Generationen.'],
    below: [
      'Der Brief am Abend bringt jeden Werktag 9 Geschichten aus dem Tal in Ihr Postfach.',
      'Diese Seite gehört zu unserer Reihe über das Leben am Fluss, getragen von der Leserschaft.',
    ],
    sometimes: 'Die Kamera auf dem Turm zeigt das Tal bei Tag und bei Nacht.',
    who: list('Der Gemeinderat|Eine Bäuerin|Die Bergwacht|Der Schulverein|Das Straßenamt'),
    did: list('verschob die Wahl über|bezahlte die Hälfte für|prüfte noch einmal|lobte|stritt um'),
    what: list(
      'die neue Brücke|den Fahrplan im Winter|das Dach der Mühle|den Wald am Hang|die alte Säge',
    ),
  },
  {
    language: 'fr',
    above: ['La voix de la vallée depuis trois générations, sur papier et en ligne chaque jour.'],
    below: [
      'La lettre du soir apporte 8 récits du port dans votre boîte avant la nuit tombée.',
      'Cette page fait partie de notre série sur la vie du fleuve, portée par nos lecteurs.',
    ],
    sometimes: 'La caméra du quai montre le port de jour et de nuit, par tous les temps.',
    who: list(
      'Le conseil du port|Une éleveuse|Le club de voile|La maîtresse d’école|Le service des eaux',
    ),
    did: list('a reporté le vote sur|a payé la moitié de|a revu|a salué|a refusé'),
    what: list(
      'la digue neuve|l’horaire d’hiver|le toit du phare|le marché couvert|la vieille écluse',
    ),
  },
  {
    language: 'es',
    above: ['La voz de confianza del valle desde hace tres generaciones, en papel y en la red.'],
    below: [
      'La carta de la tarde lleva 7 historias del puerto a su buzón antes de la cena.',
      'Esta página es parte de nuestra serie sobre la vida junto al río, sostenida por sus lectores.',
    ],
    sometimes: 'La cámara del muelle muestra el puerto de día y de noche, con cualquier tiempo.',
    who: list(
      'La junta del puerto|Una ganadera|El club de remo|La médica de la isla|La oficina de aguas',
    ),
    did: list('aplazó la votación sobre|pagó la mitad de|revisó otra vez|elogió|discutió'),
    what: list(
      'el nuevo dique|el horario de invierno|el tejado del faro|el mercado viejo|la fábrica de hielo',
    ),
  },
  {
    language: 'ru',
    above: ['Голос побережья, которому верят уже три поколения, на бумаге и в сети.'],
    below: [
      'Вечернее письмо приносит 6 историй из порта в ваш ящик каждый рабочий день.',
      'Эта страница входит в нашу серию о жизни у реки, которую поддерживают читатели.',
    ],
    sometimes: 'Камера на причале показывает порт днём и ночью, в любую погоду.',
    who: list('Совет порта|Рыбацкая артель|Школьный совет|Врач с острова|Дорожная служба'),
    did: list(
      'отложил голосование про|оплатил половину того, что стоит|проверил заново|похвалил|обсудил',
    ),
    what: list('новый причал|зимнее расписание|крышу маяка|старый рынок|склад для льда'),
  },
  {
    language: 'tr',
    above: ['Kıyının üç kuşaktır güvenilen sesi, her gün kâğıtta ve ağda sizinle.'],
    below: [
      'Akşam mektubu her iş günü limandan 5 öyküyü akşam yemeğinden önce kutunuza getirir.',
      'Bu sayfa, okurlarımızın desteklediği nehir boyunca yaşam dizimizin bir parçasıdır.',
    ],
    sometimes: 'Rıhtımdaki kamera limanı gece gündüz, her havada gösterir.',
    who: list('Liman kurulu|Bir balıkçı|Okul meclisi|Adanın doktoru|Yol dairesi'),
    did: list('oylamasını erteledi:|yarısını ödedi:|yeniden inceledi:|övdü:|tartıştı:'),
    what: list('yeni dalgakıran|kış tarifesi|fenerin çatısı|eski pazar|buz deposu'),
  },
]

/** One page of a generated site. */
export interface SitePage {
  readonly url: string
  readonly title: string
  readonly html: string
  /** Paragraphs of the article alone. */
  readonly article: readonly string[]
  /** An article of the site printed once more: nothing of it may be lost. */
  readonly isReprint: boolean
}

/** Every how manieth page prints an earlier article once more, under a new title or a changed text or as it was. */
const reprintEvery = 5

/** Pages of every site, in the order they appear. */
export function sitePages(pagesEach: number): readonly (readonly SitePage[])[] {
  return sites.map((site, at) => pagesOf(site, at, pagesEach))
}

function pagesOf(site: SiteWords, seed: number, count: number): readonly SitePage[] {
  return Array.from({ length: count }, (_, at) => {
    const isReprint = at >= reprintEvery && at % reprintEvery === 0
    const original = isReprint ? at - (at % (2 * reprintEvery) === 0 ? reprintEvery : 2) : at
    const { title, article } = report(site, seed * 1_000 + original)
    const shown = isReprint ? changed(article, at) : article
    const heading = isReprint && at % 3 === 0 ? `${title} (${at})` : title
    const around = {
      above: site.above,
      below: at % 2 === 0 ? [...site.below, site.sometimes] : site.below,
    }
    return {
      url: `https://${site.language}.example/${at}`,
      title: heading,
      html: pageOf(heading, [...around.above, ...shown, ...around.below]),
      article: shown,
      isReprint,
    }
  })
}

/** A reprint may begin with another paragraph. */
function changed(article: readonly string[], at: number): readonly string[] {
  return at % 2 === 0 ? article : [`${article[2]} ${article[0]}`, ...article.slice(1)]
}

function report(site: SiteWords, seed: number) {
  const { pick, between } = createRandom(seed)
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const name = () => Array.from({ length: 7 }, () => pick(letters)).join('')
  const claim = () => `${pick(site.who)} ${pick(site.did)} ${pick(site.what)}`
  const say = () => `${claim()} (${between(1, 90_000)}).`
  const paragraph = () => `${say()} ${name()}: ${say()} ${say()}`
  return {
    title: `${claim()}: ${name()}`,
    article: Array.from({ length: between(6, 16) }, paragraph),
  }
}

function pageOf(title: string, paragraphs: readonly string[]): string {
  const menu = '<nav><ul><li><a href="/1">1</a></li><li><a href="/2">2</a></li></ul></nav>'
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  return `<html><head><title>${title}</title></head><body>${menu}<h1>${title}</h1><div>${body}</div></body></html>`
}
