import { outletById, outlets, outletsOf } from './outlets.ts'
import type { Outlet } from './outletTypes.ts'
import { phrasesOf } from './phrases/index.ts'
import type { Carriage, Draft, TruthKind } from './planTypes.ts'
import { itemAt, type Random } from './random.ts'
import type { DemoEvent, DemoText } from './types.ts'

/** Minutes between the wire text and the others, least and most. */
const delayMinutes: Readonly<Record<DemoText['form'] | 'copy', readonly [number, number]>> = {
  wire: [0, 0],
  copy: [3, 40],
  rewrite: [20, 90],
  retelling: [15, 140],
  update: [100, 190],
  background: [10, 60],
}

const truthKinds: Readonly<Record<DemoText['form'], TruthKind>> = {
  wire: 'original',
  rewrite: 'rewrite',
  retelling: 'retelling',
  update: 'update',
  background: 'background',
}

/** One carried text in this many loses its second half. */
const cutEvery = 3
/** One carried text in this many gets a local headline. */
const tweakEvery = 3
/** Paragraphs a reader sees before a subscription wall. */
const stubParagraphs = 2

/** Whose turn it is in each language, counted up over the whole plan. */
export type Rota = Map<string, number>

/** The printing of one event: who has it already, and whose turn it is. */
interface Desk {
  readonly event: DemoEvent
  readonly rota: Rota
  readonly random: Random
  readonly taken: Set<string>
}

function inTurn<Printer>(
  printers: readonly Printer[],
  rota: Rota,
  lang: string,
): readonly Printer[] {
  const turn = rota.get(lang) ?? 0
  rota.set(lang, turn + 1)
  return printers.map((_, index) => itemAt(printers, turn + index))
}

/** The next outlet of a language that has nothing on the event yet; else the next one. */
function chooseOutlet(desk: Desk, text: DemoText): Outlet {
  const agency = outlets.find((outlet) => outlet.agency && outlet.lang === text.lang)
  if (agency !== undefined && (text.form === 'wire' || text.form === 'update')) return agency
  const printers = outletsOf(text.lang).filter((outlet) => !outlet.agency)
  const turns = inTurn(printers, desk.rota, text.lang)
  return turns.find((outlet) => !desk.taken.has(outlet.id)) ?? itemAt(turns, 0)
}

function draftOf(desk: Desk, text: DemoText): Draft {
  const outlet = chooseOutlet(desk, text)
  desk.taken.add(outlet.id)
  const { id: eventId, startMinute } = desk.event
  return {
    id: `${outlet.id}/${eventId}/${text.key}`,
    outletId: outlet.id,
    text,
    as: 'full',
    truth: {
      storyId: text.form === 'background' ? `${eventId}/background` : eventId,
      kind: truthKinds[text.form],
    },
    originalId: null,
    minute: startMinute + desk.random.between(...delayMinutes[text.form]),
  }
}

function partOf(paragraphs: readonly string[], as: Carriage): readonly string[] {
  if (as === 'stub') return paragraphs.slice(0, stubParagraphs)
  return as === 'cut' ? paragraphs.slice(0, Math.ceil(paragraphs.length / 2)) : paragraphs
}

function copyKind(as: Carriage): TruthKind {
  return as === 'stub' || as === 'cut' ? as : 'copy'
}

function carriageOf(outlet: Outlet, desk: Desk): Carriage {
  if (outlet.paywall) return 'stub'
  return desk.random.between(1, cutEvery) === 1 ? 'cut' : 'full'
}

function copyOf(desk: Desk, original: Draft, outlet: Outlet): Draft {
  const as = carriageOf(outlet, desk)
  const tweaked = desk.random.between(1, tweakEvery) === 1
  const headline = tweaked
    ? `${phrasesOf(outlet.lang).kicker}: ${original.text.headline}`
    : original.text.headline
  const paragraphs = partOf(original.text.paragraphs, as)
  return {
    ...original,
    id: `${outlet.id}/${desk.event.id}/copy`,
    outletId: outlet.id,
    text: { ...original.text, headline, paragraphs },
    as,
    truth: { storyId: desk.event.id, kind: copyKind(as) },
    originalId: original.id,
    minute: original.minute + desk.random.between(...delayMinutes.copy),
  }
}

/** One to three outlets of the wire's language that have nothing of their own carry its text. */
function copiesOf(desk: Desk, original: Draft): readonly Draft[] {
  const free = outletsOf(original.text.lang).filter((outlet) => !desk.taken.has(outlet.id))
  const carriers = inTurn(free, desk.rota, original.text.lang).slice(
    0,
    desk.random.between(1, free.length),
  )
  return carriers.map((outlet) => copyOf(desk, original, outlet))
}

/** Everything printed about one event: every text once, and the wire text again where it is carried. */
export function draftsOfEvent(event: DemoEvent, rota: Rota, random: Random): readonly Draft[] {
  const desk: Desk = { event, rota, random, taken: new Set() }
  const drafts = event.texts.map((text) => draftOf(desk, text))
  const wire = drafts.find((draft) => draft.text.form === 'wire')
  return wire === undefined ? drafts : [...drafts, ...copiesOf(desk, wire)]
}

/** Whether the outlet prints the agency's name: the agency itself and whoever repeats it. */
export function isCredited(draft: Draft): boolean {
  return draft.originalId !== null || outletById(draft.outletId).agency
}
