import { isPathAllowed, readRules } from '../../shared/core/polling/robots.ts'
import type { Prober } from './probe.ts'

/** What robots.txt says of the pages of a feed. */
export interface RobotsReport {
  readonly url: string
  /** May the newest entry's page be fetched? */
  readonly pagesAllowed: boolean
  readonly crawlDelaySeconds: number | null
  /** Why it is so. */
  readonly why: string
}

/** Asks the robots.txt of a page's host (RFC 9309: a missing file allows all, a failing server nothing). */
export async function robotsReport(
  pageUrl: string,
  { probe, userAgent }: { probe: Prober; userAgent: string },
): Promise<RobotsReport> {
  const { origin, pathname, search } = new URL(pageUrl)
  const url = `${origin}/robots.txt`
  const { response } = await probe(url)
  const report = { url, crawlDelaySeconds: null }
  if (!response || response.status >= 500) {
    return {
      ...report,
      pagesAllowed: false,
      why: 'robots.txt cannot be had: nothing is fetched until it can',
    }
  }
  if (response.status >= 400)
    return { ...report, pagesAllowed: true, why: 'there is no robots.txt' }
  const rules = readRules(Buffer.from(response.body).toString(), userAgent)
  const pagesAllowed = isPathAllowed(rules, pathname + search)
  return {
    url,
    pagesAllowed,
    crawlDelaySeconds: rules.crawlDelaySeconds,
    why: pagesAllowed ? 'allowed' : `${pathname} is disallowed for ${userAgent}`,
  }
}
