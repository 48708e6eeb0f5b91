import { decodeHTMLAttribute } from 'entities'
import type { TextOf } from '../markup/pieces.ts'

/** Attributes of an element as written; absent ones that nobody reads. */
export interface Attributes {
  readonly [name: string]: string
}

/** The attributes that are read of a tag. */
export interface WantedAttributes {
  readonly names: ReadonlySet<string>
  /** The lengths of the names that begin with a letter, as bits, by that letter: most others need no look-up. */
  readonly lengths: Int32Array
}

const anyTag = wanted(
  'class id hidden style aria-hidden role rel itemprop content pubdate datetime data-datetime',
)
/** Of tags that speak of the page: `html`, `link`, `meta`, `script`. */
const headTag = wanted(
  `class id hidden style aria-hidden role rel itemprop content pubdate datetime data-datetime
  lang xml:lang href type property name http-equiv`,
)
const headInitials: ReadonlySet<string> = new Set('hlmsHLMS')

function wanted(list: string): WantedAttributes {
  const names = new Set(list.split(/\s+/))
  const lengths = new Int32Array(32)
  for (const name of names) {
    const initial = name.charCodeAt(0) & 31
    lengths[initial] = (lengths[initial] ?? 0) | (1 << name.length)
  }
  return { names, lengths }
}

/** The attributes that are read of a tag; tags with the same initial need not be told apart. */
export function wantedAttributes(tag: string): WantedAttributes {
  return headInitials.has(tag.charAt(0)) ? headTag : anyTag
}

/** Whether the name between two places of a page is that of a wanted attribute, in any case. */
export function isWanted(
  { names, lengths }: WantedAttributes,
  html: string,
  name: { readonly start: number; readonly end: number },
): boolean {
  const length = name.end - name.start
  const known = lengths[html.charCodeAt(name.start) & 31] ?? 0
  if (length > 30 || (known & (1 << length)) === 0) return false
  const written = html.slice(name.start, name.end)
  return names.has(written) || names.has(written.toLowerCase())
}

/** Attributes whose values are read for what they say: of a few elements of a page. */
export function valuesAsText(attributes: Attributes, textOf: TextOf): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, textOf(value)]),
  )
}

/** The value of an attribute with its character references resolved; undefined when it is absent. */
export function attributeValue(attributes: Attributes, name: string): string | undefined {
  const value = attributes[name]
  return value?.includes('&') ? decodeHTMLAttribute(value) : value
}

/** Whether an element says of itself that nobody is to see it. */
export function isHidden({ hidden, style, 'aria-hidden': ariaHidden }: Attributes): boolean {
  if (hidden !== undefined || ariaHidden === 'true') return true
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}
