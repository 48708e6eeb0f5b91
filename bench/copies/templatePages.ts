import { createRandom, type Random } from '../../demo/random.ts'
import { footings, type TemplateText } from './templateTexts.ts'

/** A page made from a template: one kind, one place, one day. */
export interface TemplatePage {
  readonly source: string
  readonly kind: string
  readonly lang: string
  readonly place: string
  /** Days since the first. */
  readonly day: number
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** The text a fingerprint is taken of. */
export function textOf({ paragraphs }: Pick<TemplatePage, 'paragraphs'>): string {
  return paragraphs.join('\n')
}

/** Which pages are made. */
export interface PageChoice {
  readonly templates: readonly TemplateText[]
  readonly days: number
  readonly seed: number
  /** How many of its paragraphs of boilerplate a site adds. */
  readonly footing: number
  /** Publishers a language, one if left out: pages of one place come from the same one. */
  readonly publishers?: number
}

/** All pages of the templates over so many days and ten places, day by day. */
export function templatePages(choice: PageChoice): readonly TemplatePage[] {
  const { templates, days, seed, footing, publishers = 1 } = choice
  const random = createRandom(seed)
  return Array.from({ length: days }, (_, day) => day).flatMap((day) =>
    templates.flatMap((template) =>
      template.places.map((place, at) =>
        pageOf(template, { place, day, random, footing, publisher: at % publishers }),
      ),
    ),
  )
}

interface Filling {
  readonly place: string
  readonly day: number
  readonly random: Random
  readonly footing: number
  /** Number of the publisher. */
  readonly publisher: number
}

const monday = Date.UTC(2026, 8, 7)

function pageOf(template: TemplateText, filling: Filling): TemplatePage {
  const fill = (text: string) => fillSlots(text, template, filling)
  return {
    source: `${template.lang}${filling.publisher || ''}.example`,
    kind: template.kind,
    lang: template.lang,
    place: filling.place,
    day: filling.day,
    title: fill(template.title),
    paragraphs: [
      ...template.paragraphs.map(fill),
      ...(footings[template.lang] ?? []).slice(0, filling.footing),
    ],
  }
}

/** Pools may hold slots of their own, so two passes. */
function fillSlots(text: string, template: TemplateText, filling: Filling): string {
  const pass = (input: string) =>
    input.replace(/\{([^}]+)\}/g, (_, slot: string) => slotValue(slot, template, filling))
  return pass(pass(text))
}

function slotValue(slot: string, template: TemplateText, filling: Filling): string {
  const { random, day, place } = filling
  const date = new Date(monday + day * 86_400_000)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(template.lang, { ...options, timeZone: 'UTC' }).format(date)
  if (slot === 'place') return place
  if (slot === 'place2') return random.pick(template.places)
  if (slot === 'weekday') return format({ weekday: 'long' })
  if (slot === 'date') return format({ day: 'numeric', month: 'long' })
  if (slot === 'time')
    return `${random.between(4, 21)}:${String(random.between(0, 59)).padStart(2, '0')}`
  const range = /^([nd]):(-?\d+)-(\d+)$/.exec(slot)
  if (range) return numberIn(range, random)
  const pool = template.pools[slot]
  if (pool === undefined) throw new RangeError(`no pool ${slot}`)
  return random.pick(pool)
}

function numberIn([, kind, low, high]: RegExpExecArray, random: Random): string {
  const whole = random.between(Number(low), Number(high))
  return kind === 'd' ? `${whole}.${random.between(10, 99)}` : String(whole)
}
