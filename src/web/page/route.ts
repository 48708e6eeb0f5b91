import { useEffect, useState } from 'preact/hooks'

/** Where the reader is: the part of the address behind `#`. */
export interface Route {
  readonly view: 'stories' | 'story' | 'compare' | 'sources'
  readonly ids: readonly string[]
  readonly query: URLSearchParams
}

const views: readonly (readonly [pattern: RegExp, view: Route['view']])[] = [
  [/^\/stories\/(s[0-9a-f]{20})$/, 'story'],
  [/^\/compare\/(a[0-9a-f]{20})\/(a[0-9a-f]{20})$/, 'compare'],
  [/^\/sources$/, 'sources'],
]

/** Reads an address; one that is none leads to the front page. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  for (const [pattern, view] of views) {
    const match = pattern.exec(path)
    if (match) return { view, ids: match.slice(1), query: new URLSearchParams(query) }
  }
  return { view: 'stories', ids: [], query: new URLSearchParams(query) }
}

/** The route of the page, kept up to date. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash))
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return route
}

/** Changes the query of the front page without a new entry in the history of the browser. */
export function putQuery(query: URLSearchParams): void {
  location.replace(`#/?${query}`)
}
