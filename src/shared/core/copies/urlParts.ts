/** An http or https URL taken apart and decoded. */
export interface UrlParts {
  readonly scheme: 'http' | 'https'
  /** Lower case, punycode, without a final dot. */
  readonly host: string
  /** As written; `''` for the default port. */
  readonly port: string
  /** Decoded, NFC, without empty ones. */
  readonly segments: readonly string[]
  /** Decoded, NFC, in the order written. */
  readonly parameters: readonly (readonly [name: string, value: string])[]
  /** With its `#`; `''` when absent. */
  readonly fragment: string
}

/** Takes a URL apart; null when it is not an absolute http or https URL. */
export function parseUrlParts(url: string): UrlParts | null {
  const parsed = URL.parse(url)
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null
  const host = parsed.hostname.endsWith('.') ? parsed.hostname.slice(0, -1) : parsed.hostname
  if (host === '') return null
  return {
    scheme: parsed.protocol === 'http:' ? 'http' : 'https',
    host,
    port: parsed.port,
    segments: parsed.pathname.split('/').filter(isFilled).map(decodeSegment),
    parameters: Array.from(parsed.searchParams, ([name, value]) => [
      name.normalize('NFC'),
      value.normalize('NFC'),
    ]),
    fragment: parsed.hash,
  }
}

function isFilled(segment: string): boolean {
  return segment !== ''
}

/** A segment with a broken escape stays as it is. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC')
  } catch {
    return segment
  }
}

/** Writes a URL from its parts, with no final slash but the root's. */
export function formatUrlParts(parts: UrlParts): string {
  const port = parts.port === '' ? '' : `:${parts.port}`
  const query = parts.parameters.map(formatParameter).join('&')
  const search = query === '' ? '' : `?${query}`
  return `${parts.scheme}://${parts.host}${port}${formatPath(parts.segments)}${search}${parts.fragment}`
}

/** Segments as an absolute path, escaped where RFC 3986 asks for it. */
function formatPath(segments: readonly string[]): string {
  return `/${segments.map(encodeSegment).join('/')}`
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/g, decodeURIComponent)
}

function formatParameter([name, value]: readonly [string, string]): string {
  const encodedName = encodeURIComponent(name)
  return value === '' ? encodedName : `${encodedName}=${encodeURIComponent(value)}`
}
