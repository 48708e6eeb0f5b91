import { createHash } from 'node:crypto'
import { type LinkWrapper, linkWrappers } from './linkWrappers.ts'
import { ambiguousNames, trackingNames, trackingPrefixes, viewValues } from './urlParameters.ts'
import { formatUrlParts, parseUrlParts, type UrlParts } from './urlParts.ts'

/** Longest URL looked at, in code units; longer ones name no article. */
export const maximumUrlLength = 4096

/** Wrappers inside wrappers that are unpacked before a URL is given up. */
const maximumPasses = 32

/**
 * The address under which the variants of one page are one: without tracking, AMP, mobile host, index
 * file, fragment or redirect wrapper, query sorted, https unless a port is given. Null when it is not a
 * usable http or https URL. Meant as an identity: fetch the URL as it was written.
 */
export function canonicalizeUrl(url: string): string | null {
  let current = url
  for (let pass = 0; pass < maximumPasses; pass++) {
    const next = simplify(current)
    if (next === current || next === null) return next
    current = next
  }
  return null
}

/** `a` and the first 20 hex digits of the SHA-256 of a canonical URL without its scheme. */
export function articleIdOf(canonicalUrl: string): string {
  const address = canonicalUrl.replace(/^https?:\/\//, '')
  return `a${createHash('sha256').update(address).digest('hex').slice(0, 20)}`
}

/** One pass of the rules; what a rule uncovers for another is left to the next pass. */
function simplify(url: string): string | null {
  const parts = url.length > maximumUrlLength ? null : parseUrlParts(url)
  if (parts === null) return null
  const bare = { ...parts, host: bareHost(parts.host) }
  return unwrap(bare) ?? formatUrlParts(plainPage(bare))
}

function plainPage(parts: UrlParts): UrlParts {
  return {
    scheme: parts.port === '' ? 'https' : parts.scheme,
    host: parts.host,
    port: parts.port,
    segments: plainSegments(parts.segments),
    parameters: parts.parameters
      .filter(([name, value]) => isMeaningful(name.toLowerCase(), value))
      .toSorted((a, b) => compare(a[0], b[0])),
    fragment: parts.fragment.startsWith('#!') ? parts.fragment : '',
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

const deviceLabels: ReadonlySet<string> = new Set(['m', 'mobile', 'amp', 'wap', 'touch'])
const registryLabels: ReadonlySet<string> = new Set(['co', 'com', 'org', 'net', 'gov', 'edu', 'ac'])

/** Drops `www.`, and labels of devices at the front (`m.a.com`) or second (`en.m.a.org`). */
function bareHost(host: string): string {
  const labels = host.split('.')
  const [first = '', second = '', third = ''] = labels
  if (labels.length > 2 && first === 'www') return labels.slice(1).join('.')
  const isRegistry = labels.length === 3 && registryLabels.has(second) && third.length === 2
  if (labels.length > 2 && deviceLabels.has(first) && !isRegistry) return labels.slice(1).join('.')
  if (labels.length > 3 && deviceLabels.has(second)) return labels.toSpliced(1, 1).join('.')
  return host
}

const ampSegment = /^amp(?:html|\.html?)?$/i
const indexSegment = /^(?:index\.(?:html?|shtml|php|aspx?|jspx?|cfm)|default\.(?:html?|aspx?))$/i

/** Drops AMP markers, session ids and index files; a marker that is the whole path stays. */
function plainSegments(segments: readonly string[]): readonly string[] {
  const plain = segments.map((segment) => segment.replace(/;jsessionid=.*$/i, ''))
  if (plain.length > 1 && ampSegment.test(plain[0] ?? '')) plain.shift()
  if (plain.length > 1 && ampSegment.test(plain.at(-1) ?? '')) plain.pop()
  const last = plain.pop()
  if (last === undefined || indexSegment.test(last)) return plain
  return [...plain, last.replace(/[.-]amp(\.html?)$/i, '$1').replace(/\.amp(?:html)?$/i, '')]
}

function isMeaningful(name: string, value: string): boolean {
  if (name === '' && value === '') return false
  if (trackingNames.has(name) || trackingPrefixes.some((prefix) => name.startsWith(prefix)))
    return false
  if (viewValues.get(name)?.includes(value.toLowerCase())) return false
  return !ambiguousNames.has(name) || /^\d{4,}$/.test(value)
}

/** The address inside a link of a redirect service, a cache or an archive; null for other links. */
function unwrap(parts: UrlParts): string | null {
  for (const wrapper of linkWrappers) {
    if (!isWrappedBy(parts, wrapper)) continue
    const inner = innerUrl(parts, wrapper)
    if (inner !== null && parseUrlParts(inner) !== null) return inner
  }
  return null
}

function isWrappedBy(parts: UrlParts, wrapper: LinkWrapper): boolean {
  const hostMatches = wrapper.host.endsWith('.*')
    ? parts.host.startsWith(wrapper.host.slice(0, -1))
    : parts.host === wrapper.host || parts.host.endsWith(`.${wrapper.host}`)
  return (
    hostMatches &&
    wrapper.path.every((name, index) => name === '*' || name === parts.segments[index]) &&
    (wrapper.parameter === undefined || wrapper.path.length === parts.segments.length)
  )
}

function innerUrl(parts: UrlParts, wrapper: LinkWrapper): string | null {
  const { parameter, path } = wrapper
  if (parameter !== undefined) {
    return parts.parameters.find(([name]) => name === parameter)?.[1] ?? null
  }
  const [host = '', ...rest] = parts.segments
    .slice(path.length)
    .filter((segment) => !/^https?:$/.test(segment))
  if (!host.includes('.')) return null
  return formatUrlParts({ ...parts, scheme: 'https', host, port: '', segments: rest })
}

/** URL or id of an article as its id. */
export function articleIdNamed(name: string): string {
  const canonicalUrl = canonicalizeUrl(name)
  return canonicalUrl ? articleIdOf(canonicalUrl) : name
}
