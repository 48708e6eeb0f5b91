import { decodeHTMLStrict } from 'entities'

/** Entities a document type may declare, characters each may stand for, and characters all uses may add up to. */
const ENTITY_LIMIT = 64
const VALUE_LIMIT = 256
const EXPANSION_LIMIT = 100_000

/** References remembered with their meaning: a document uses the same few again and again. */
const MEMORY_LIMIT = 1_000

/** A document type is looked for here only, and may be this long. */
const PROLOG_LIMIT = 65_536

const ENTITY = /<!ENTITY\s+([\w.-]{1,64})\s+(?:"([^"<>]{0,256})"|'([^'<>]{0,256})')\s*>/g

const REFERENCE = /&(#[xX]?[\da-fA-F]{1,8}|[\w.-]{1,64});/g

/** A document without its document type, and the short plain entities that declared. */
export interface Prolog {
  readonly text: string
  /** Name → replacement text; never expanded again, so entities cannot nest. */
  readonly entities: ReadonlyMap<string, string>
}

function endOfDoctype(text: string, start: number): number {
  const close = text.indexOf('>', start)
  const subset = text.indexOf('[', start)
  if (subset === -1 || close < subset) return close === -1 ? text.length : close + 1
  const end = /\]\s{0,99}>/.exec(text.slice(subset, subset + PROLOG_LIMIT))
  return end === null ? close + 1 : subset + end.index + end[0].length
}

function declaredEntities(doctype: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>()
  for (const [, name = '', double, single] of doctype.matchAll(ENTITY)) {
    if (entities.size === ENTITY_LIMIT) break
    const value = decodeHTMLStrict(double ?? single ?? '')
    if (value.length <= VALUE_LIMIT && !entities.has(name)) entities.set(name, value)
  }
  return entities
}

/** Takes the document type out of XML. External entities are never read, long and nested ones never expanded. */
export function dropDoctype(text: string): Prolog {
  const start = text.slice(0, PROLOG_LIMIT).search(/<!DOCTYPE\s/i)
  if (start === -1) return { text, entities: new Map() }
  const end = endOfDoctype(text, start)
  const entities = declaredEntities(text.slice(start, Math.min(end, start + PROLOG_LIMIT)))
  return { text: text.slice(0, start) + text.slice(end), entities }
}

/** Decoder of character and entity references in XML text: declared entities, then those of HTML, each read once. */
export function referenceDecoder(entities: Prolog['entities']): (text: string) => string {
  const remembered = new Map<string, string>()
  let left = EXPANSION_LIMIT
  const replace = (reference: string, name: string): string => {
    const known = remembered.get(reference)
    if (known !== undefined) return known
    const value = entities.get(name)
    if (value !== undefined && left >= 0) {
      left -= value.length
      return value
    }
    const decoded = decodeHTMLStrict(reference)
    if (remembered.size < MEMORY_LIMIT) remembered.set(reference, decoded)
    return decoded
  }
  return (text) => (text.includes('&') ? text.replaceAll(REFERENCE, replace) : text)
}
