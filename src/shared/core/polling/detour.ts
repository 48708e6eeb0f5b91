import { decodeHTMLAttribute } from 'entities'
import { Parser } from 'htmlparser2'
import { cleanUrl } from '../feed/feedUrl.ts'
import { HtmlTokenizer } from '../markup/htmlTokenizer.ts'
import { textOfUtf8 } from '../markup/pieces.ts'
import { siteOf } from './politeness.ts'

/** Why the article of a page is better read somewhere else. */
export type DetourReason = 'refresh' | 'amp' | 'print'

/** Where the article of a page is to be read. */
export interface Detour {
  readonly reason: DetourReason
  readonly url: string
}

/** What the head of a page says of other addresses. */
interface Head {
  /** Target of a `meta refresh` that a browser would follow at once. */
  refresh: string | null
  canonical: string | null
  isAmp: boolean
}

/** The head is looked for in this many bytes; of hostile pages in so many elements. */
const HEAD_BYTES = 65_536
const HEAD_ELEMENTS = 2_000

/** A refresh after more seconds is meant for readers: they see this page first. */
const LONGEST_REFRESH_SECONDS = 10

/** Content of `<meta http-equiv=refresh>`: seconds and address (HTML Standard, section 4.2.5.3). */
const REFRESH =
  /^\s{0,9}(?<seconds>\d{1,9})(?:\.\d{0,9})?\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=\s{0,9})?(?<quote>["']?)(?<url>[^"']{1,2048})\k<quote>/i

/** Hosts that keep AMP copies of other publishers' pages. */
const AMP_CACHES: ReadonlySet<string> = new Set(['ampproject.org', 'google.com', 'bing-amp.com'])

/** Path segments and parameters by which publishers mark the version of a page for printers. */
const PRINT =
  /(?:^|[/?&;])(?:print|printable|printer[-_]?friendly|(?:view|output|format|mode)=print)(?:[/=&;.]|$)/i

type Attributes = Readonly<Record<string, string | undefined>>

/** Reads the head in bytes as Latin-1: whatever charset the page has, its tags are ASCII. */
function readHead(html: string): Head {
  const head: Head = { refresh: null, canonical: null, isAmp: false }
  let elements = 0
  let hidden = 0
  const handler = {
    onopentag(name: string, attributes: Attributes) {
      elements += 1
      // for browsers without scripts: often the way to a page that asks to switch them on
      if (name === 'noscript') hidden += 1
      if (hidden === 0) noteTag(head, name, attributes)
      if (name === 'body' || elements > HEAD_ELEMENTS) parser.pause()
    },
    onclosetag(name: string) {
      if (name === 'noscript') hidden -= 1
    },
  }
  const parser = new Parser(handler, { decodeEntities: false, Tokenizer: HtmlTokenizer })
  parser.write(html)
  return head
}

const lightning = Buffer.from('⚡').toString('latin1')

function textOf(value: string | undefined): string {
  return value === undefined ? '' : decodeHTMLAttribute(textOfUtf8(value))
}

function noteTag(head: Head, name: string, attributes: Attributes): void {
  if (name === 'html') head.isAmp = 'amp' in attributes || lightning in attributes
  if (name === 'meta' && textOf(attributes['http-equiv']).trim().toLowerCase() === 'refresh') {
    head.refresh ??= refreshTarget(textOf(attributes['content']))
  }
  if (name === 'link' && textOf(attributes['rel']).trim().toLowerCase() === 'canonical') {
    head.canonical ??= textOf(attributes['href']) || null
  }
}

function refreshTarget(content: string): string | null {
  const parts = REFRESH.exec(content.slice(0, 3_000))?.groups
  return Number(parts?.['seconds']) <= LONGEST_REFRESH_SECONDS ? (parts?.['url'] ?? null) : null
}

/**
 * Where the article of a page is better read, once: where a `meta refresh` leads, or at the canonical address of an AMP or
 * print version. Null when it is this page.
 */
export function detourOf(page: Uint8Array, pageUrl: string): Detour | null {
  const start = Buffer.from(page.buffer, page.byteOffset, Math.min(page.length, HEAD_BYTES))
  const { refresh, canonical, isAmp } = readHead(start.toString('latin1'))
  if (refresh !== null) return detourTo('refresh', refresh, pageUrl)
  const at = new URL(pageUrl)
  const isCopy = isAmp && AMP_CACHES.has(siteOf(at))
  const isPrint = PRINT.test(at.pathname + at.search)
  if (canonical === null || !(isAmp || isPrint)) return null
  const detour = detourTo(isAmp ? 'amp' : 'print', canonical, pageUrl)
  // the page of another publisher may claim anything
  return detour && (isCopy || siteOf(new URL(detour.url)) === siteOf(at)) ? detour : null
}

function detourTo(reason: DetourReason, written: string, pageUrl: string): Detour | null {
  const url = cleanUrl(written.trim(), pageUrl)
  if (url === null) return null
  const plain = (text: string) => new URL(text).href.split('#')[0]
  return plain(url) === plain(pageUrl) ? null : { reason, url }
}
