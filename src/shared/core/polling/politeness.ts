import { getDomain } from 'tldts'
import { classifyResponse, type ResponseHeaders } from './response.ts'

/** The longest gap between two requests to a site, whatever its speed or its robots.txt asks for. */
const LONGEST_GAP_MS = 30_000

/** A server that takes long is asked more rarely: the gap is this multiple of its last answering time. */
const LATENCY_FACTOR = 2

interface Pace {
  /** HOST_GAP_MS. */
  readonly floorMs: number
  /** From the request to the first byte of the answer. */
  readonly latencyMs: number
  readonly crawlDelaySeconds: number | null
}

/**
 * What shares one server as far as we can tell, and so gets one request at a time: the registrable domain (Public Suffix
 * List, private suffixes too: a blog of a hoster is a site), else host and port.
 */
export function siteOf(url: URL): string {
  return getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.host
}

/** Time between an answer of a site and the next request to it. */
export function gapAfter({ floorMs, latencyMs, crawlDelaySeconds }: Pace): number {
  const wanted = Math.max(LATENCY_FACTOR * latencyMs, (crawlDelaySeconds ?? 0) * 1_000)
  return Math.round(Math.max(floorMs, Math.min(wanted, LONGEST_GAP_MS)))
}

/** How long the whole site is to be left alone after an answer, ms; 0 unless it says so (HTTP 429). */
export function restAfter(
  response: { readonly status: number; readonly headers: ResponseHeaders },
  nowMs: number,
): number {
  const verdict = classifyResponse(response, nowMs)
  return verdict.kind === 'rate_limited' && verdict.scope === 'host' ? verdict.retryAfterMs : 0
}
