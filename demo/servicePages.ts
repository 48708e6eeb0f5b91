import type { Carriage, Draft, Truth } from './planTypes.ts'
import { createRandom, type Random } from './random.ts'
import type { DemoText } from './types.ts'

const towns = ['Lindhaven', 'Morrow', 'Calder', 'Port Ellery'] as const
const skies = ['sunny spells', 'a blanket of low cloud', 'showers from the west', 'early fog']
const winds = ['south-westerly', 'north-easterly', 'light and variable', 'brisk westerly']
const days = [
  { name: 'Monday', next: 'Tuesday', daysBefore: 1 },
  { name: 'Tuesday', next: 'Wednesday', daysBefore: 0 },
] as const
const sessions = [
  { name: 'Friday', daysBefore: 4 },
  { name: 'Monday', daysBefore: 1 },
  { name: 'Tuesday', daysBefore: 0 },
] as const

const plain = { form: 'wire', lang: 'en', dek: null, byline: null, dateline: null } as const

function weatherText(town: string, day: (typeof days)[number], random: Random): DemoText {
  const high = random.between(4, 14)
  const low = high - random.between(3, 7)
  const rain = random.between(5, 90)
  return {
    ...plain,
    key: `weather-${town}-${day.name}`.toLowerCase().replace(' ', '-'),
    headline: `${town} weather forecast for ${day.name}`,
    daysBefore: day.daysBefore,
    paragraphs: [
      `Forecast for ${town} and the surrounding area on ${day.name}: expect ${random.pick(skies)} in the morning, with the best of the day’s weather between ${random.between(10, 12)} a.m. and ${random.between(2, 4)} p.m.`,
      `The temperature will reach a high of ${high} degrees Celsius in the afternoon and fall to ${low} degrees overnight. The chance of rain is ${rain} percent, and up to ${random.between(1, 12)} millimetres may fall in exposed places.`,
      `Winds will be ${random.pick(winds)} at ${random.between(6, 20)} miles an hour, with gusts of ${random.between(21, 45)} on the coast. Sunrise is at 7:${random.between(10, 50)} a.m. and sunset at 4:${random.between(10, 50)} p.m.`,
      `Pollen and air pollution are both low. The next forecast for ${town}, covering ${day.next}, will be published at 6 p.m. Figures are for guidance only and may change at short notice.`,
    ],
  }
}

function marketText(session: (typeof sessions)[number], random: Random): DemoText {
  const points = random.between(6820, 7310)
  const tenths = random.between(1, 14)
  const direction = random.pick(['higher', 'lower'])
  return {
    ...plain,
    key: `market-report-${session.name.toLowerCase()}`,
    headline: `Market report: Calder Exchange closes ${direction} on ${session.name}`,
    daysBefore: session.daysBefore,
    paragraphs: [
      `The Calder Exchange closed ${direction} on ${session.name}. The CX 50 index of leading shares ended the session at ${points} points, a move of 0.${tenths} percent on the day, after trading between ${points - random.between(15, 60)} and ${points + random.between(15, 60)}.`,
      `Volume was ${random.between(310, 690)} million shares. Advancing issues numbered ${random.between(12, 30)} and declining issues ${random.between(12, 30)}. Banks and utilities were the most active sectors of the session.`,
      `In commodities, a barrel of crude oil traded at ${random.between(61, 84)}.${random.between(10, 99)} dollars and an ounce of gold at ${random.between(2310, 2790)} dollars. The pound bought 1.${random.between(20, 29)} dollars and 1.${random.between(14, 19)} euros.`,
      `The yield of the ten-year government bond stood at 4.${random.between(10, 60)} percent. Prices are delayed by at least fifteen minutes. This report is produced automatically from exchange data.`,
    ],
  }
}

interface Placement {
  readonly outletId: string
  readonly minute: number
  readonly as?: Carriage
  readonly truth?: Truth
}

function draft(text: DemoText, place: Placement): Draft {
  return {
    id: `${place.outletId}/service/${text.key}`,
    outletId: place.outletId,
    text,
    as: place.as ?? 'full',
    truth: place.truth ?? { storyId: text.key, kind: 'template' },
    originalId: null,
    minute: place.minute,
  }
}

function weatherDrafts(random: Random): readonly Draft[] {
  const pairs = days.flatMap((day) => towns.map((town) => ({ day, town })))
  return pairs.map(({ day, town }, index) =>
    draft(weatherText(town, day, random), {
      outletId: 'morrow-valley-post',
      minute: 120 + 55 * index,
    }),
  )
}

function marketDrafts(random: Random): readonly Draft[] {
  return sessions.map((session, index) =>
    draft(marketText(session, random), { outletId: 'northwire', minute: 300 + 260 * index }),
  )
}

/** Entries whose pages hold no article: a cookie wall, a dead link, a brief of one sentence. */
const deadEnds = [
  {
    kind: 'consent',
    outletId: 'daily-pennant',
    lang: 'en',
    minute: 260,
    headline: 'Ten pictures from the harbour festival',
    sentence: 'Our photographers were there.',
  },
  {
    kind: 'missing',
    outletId: 'courrier-armencon',
    lang: 'fr',
    minute: 420,
    headline: 'Le programme complet de la fête du fleuve',
    sentence: 'Retrouvez toutes les dates.',
  },
  {
    kind: 'short',
    outletId: 'talheimer-zeitung',
    lang: 'de',
    minute: 640,
    headline: 'In eigener Sache',
    sentence: 'Heute erscheint die Zeitung etwas später.',
  },
] as const

function deadEndDraft({
  kind,
  lang,
  headline,
  sentence,
  ...place
}: (typeof deadEnds)[number]): Draft {
  const text = { ...plain, key: kind, lang, headline, daysBefore: 0, paragraphs: [sentence] }
  return draft(text, { ...place, as: kind, truth: { storyId: null, kind } })
}

/** Weather for four towns on two days and market reports of three days, each a story of its own, and three dead ends. */
export function servicePageDrafts(seed: number): readonly Draft[] {
  const random = createRandom(seed)
  return [...weatherDrafts(random), ...marketDrafts(random), ...deadEnds.map(deadEndDraft)]
}
