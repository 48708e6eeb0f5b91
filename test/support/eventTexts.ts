import type { Report } from './texts.ts'

const wordsOfEvent = 40
const wordsOfArticle = 30

/** An article about a made-up event: most of the event's own words, in an order of its own. Articles of two events share none. */
export function eventText(event: string, number: number): Report {
  const word = (at: number) =>
    `${event}${String.fromCharCode(97 + (at % 26))}${Math.floor(at / 26)}q`
  const body = Array.from({ length: wordsOfArticle }, (_, at) =>
    word((at * (2 * number + 3) + number) % wordsOfEvent),
  )
  const sentences = [0, 10, 20].map((from) => `The ${body.slice(from, from + 10).join(' ')}.`)
  return { title: `${word(1)} ${word(2)} ${word(number + 3)}`, paragraphs: sentences }
}
