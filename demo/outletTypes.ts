import type { Charset } from './charsets.ts'

/** Wire formats of the sample feeds; `rss-full` is RSS 2.0 with the article in `content:encoded`. */
export type DemoFeedFormat = 'rss' | 'rss-full' | 'atom' | 'rdf' | 'json'

/** Page templates, one module each in `templates/`. */
export type TemplateName = 'semantic' | 'hashed' | 'tables' | 'blog' | 'minimal' | 'app' | 'tabloid'

/** How an outlet writes its article addresses. */
export type UrlStyle = 'dated' | 'numbered' | 'slug' | 'slug-number' | 'query'

/** What a page says about itself to machines. */
export type PageMetadata = 'json-ld' | 'open-graph' | 'both' | 'none'

/** How the author is named under the headline. */
export type BylineStyle = 'by' | 'bare' | 'upper'

/** How the time is shown to readers; `machine` adds a `<time datetime>` around the long form. */
export type DateStyle = 'long' | 'numeric' | 'machine'

/** One sample publisher: what it prints, and the technical habits of its site. */
export interface Outlet {
  readonly id: string
  readonly name: string
  /** Where it is printed: for the imprint. */
  readonly town: string
  /** BCP 47; the site's own words are in it, and so are its articles. */
  readonly lang: string
  /** Loopback address of its own, so that politeness per host is real. */
  readonly host: string
  /** The wire agency whose texts others carry. */
  readonly agency: boolean
  readonly template: TemplateName
  /** CSS colour of the masthead. */
  readonly accent: string
  readonly feed: {
    readonly format: DemoFeedFormat
    readonly path: string
    readonly charset: Charset
  }
  readonly page: { readonly charset: Charset; readonly metadata: PageMetadata }
  readonly urls: { readonly style: UrlStyle; readonly section: string }
  /** Appended to the headline in `<title>`. */
  readonly titleSuffix: string
  readonly byline: BylineStyle
  readonly date: DateStyle
  readonly utcOffsetMinutes: number
  /** Wire texts are cut to a teaser with a subscription wall; own texts are marked as not free. */
  readonly paywall: boolean
  /** Query string added to links in the feed, or null. */
  readonly tracking: string | null
  /** Whether ETag and Last-Modified are sent, and honoured in conditional requests. */
  readonly validators: boolean
  readonly gzip: boolean
  /** `rel=canonical` of a wire text names the agency's page. */
  readonly canonicalToAgency: boolean
}
