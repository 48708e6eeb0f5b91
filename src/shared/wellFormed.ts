type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Json[]
  | { readonly [name: string]: Json }

/**
 * The same with U+FFFD in the place of every half of a surrogate pair: what a site cut within a letter, or an escape that names a
 * half. JSON says such halves as escapes that strict parsers, Redis' among them, refuse (RFC 8259, 8.2).
 */
export function wellFormed<T extends object>(value: T): T {
  return repaired(value as Json) as T
}

function repaired(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(repaired)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, repaired(held)]))
}

/** JSON that any parser reads. */
export function toJson(value: object): string {
  const json = JSON.stringify(value)
  return json.includes('\\ud') ? JSON.stringify(wellFormed(value)) : json
}
