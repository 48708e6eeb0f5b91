import anyAscii from 'any-ascii'
import type { Outlet, UrlStyle } from './outletTypes.ts'

/** What an address is made of. */
export interface AddressFacts {
  readonly headline: string
  readonly serial: number
  readonly publishedMs: number
}

/** The headline in a-z, 0-9 and hyphens, at most 70 characters, cut between words. */
export function slugOf(headline: string): string {
  const words = anyAscii(headline)
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const slug = words.reduce(
    (line, word) => (line.length + word.length < 70 ? `${line}-${word}` : line),
    '',
  )
  return slug.slice(1)
}

type PathOf = (facts: AddressFacts, section: string) => string

const withSection = (section: string, rest: string): string =>
  section === '' ? `/${rest}` : `/${section}/${rest}`

const paths: Readonly<Record<UrlStyle, PathOf>> = {
  dated: ({ headline, serial, publishedMs }, section) => {
    const day = new Date(publishedMs).toISOString().slice(0, 10).replaceAll('-', '/')
    return withSection(section, `${day}/${slugOf(headline)}-${serial}/`)
  },
  numbered: ({ serial }, section) => withSection(section, `${serial}.html`),
  slug: ({ headline, serial }, section) =>
    withSection(section, `${slugOf(headline)}-${serial.toString(36)}/`),
  'slug-number': ({ headline, serial }, section) =>
    withSection(section, `${slugOf(headline)}-${serial}.html`),
  query: ({ serial }, section) => `/${section}?id=${serial}&cat=${1 + (serial % 5)}`,
}

/** Path and query of an article in its outlet's manner. */
export function articlePath(outlet: Outlet, facts: AddressFacts): string {
  return paths[outlet.urls.style](facts, outlet.urls.section)
}

/** Query parameters that say where a reader came from and nothing about the article. */
const trackingParameters = /^(?:utm_[a-z]+|fbclid|ref)$/

/** Host, port, path and the query without tracking parameters: equal for every address of one publication. */
export function addressKey(url: string): string {
  const { host, pathname, searchParams } = new URL(url)
  const kept = [...searchParams].filter(([name]) => !trackingParameters.test(name))
  return `${host}${pathname}?${new URLSearchParams(kept)}`
}
