/** Longest URL kept, in characters. */
export const URL_LIMIT = 2_048

const SCHEME = /^[a-z][a-z0-9+.-]*:/i

/** True for `scheme:…`, whatever the scheme. */
export function hasScheme(reference: string): boolean {
  return SCHEME.test(reference)
}

function parseUrl(reference: string, base: string | null): URL | null {
  return base === null ? URL.parse(reference) : URL.parse(reference, base)
}

/**
 * Absolute http(s) URL of a link as written in a feed, or null: other schemes, credentials, missing hosts and more than
 * 2,048 characters are refused. An absolute URL stays as written unless it holds white space.
 */
export function cleanUrl(written: string, base: string | null): string | null {
  const reference = written.trim()
  if (reference === '' || reference.length > URL_LIMIT) return null
  const url = parseUrl(reference, base)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null
  const absolute = /^https?:\/\/[^\s\\]+$/i.test(reference) ? reference : url.href
  return absolute.length > URL_LIMIT ? null : absolute
}

/** Base for relative links one level further in (RFC 3986, section 5.1); a bad one leaves the outer base. */
export function resolveBase(
  written: string | null | undefined,
  outer: string | null,
): string | null {
  if (written === null || written === undefined) return outer
  return cleanUrl(written, outer) ?? outer
}
