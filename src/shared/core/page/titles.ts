import type { StructuredArticle } from './jsonLd.ts'
import type { HeadFacts, PageOutline } from './outline.ts'
import { comparableText } from './text.ts'

/** All titles a page claims, for locating its headline in the text. */
export function claimedTitles(
  head: HeadFacts,
  article: StructuredArticle | null,
): readonly string[] {
  const claims = [
    article?.headline,
    head.meta.get('og:title')?.[0],
    head.meta.get('twitter:title')?.[0],
    head.documentTitle,
  ]
  return claims.flatMap((claim) => claim || [])
}

/** The article's own title, without the name of the site; empty when the page has none. */
export function articleTitle(
  page: PageOutline,
  claims: readonly string[],
  site: string | null,
): string {
  const headings = page.blocks.filter((block) => block.tag === 'h1').map((block) => block.text)
  const only =
    headings.length === 1 ? headings[0] : headings.find((text) => repeatsClaim(text, claims))
  if (only !== undefined && only.length > 3) return only
  const claim = claims[0] ?? headings[0] ?? ''
  return withoutSiteName(claim, { site, others: [...headings, ...claims] })
}

function repeatsClaim(text: string, claims: readonly string[]): boolean {
  const heading = comparableText(text)
  return heading.length > 8 && claims.some((claim) => comparableText(claim).startsWith(heading))
}

/** What is known beside a title: the site's name and the other titles of the page. */
interface TitleEvidence {
  readonly site: string | null
  readonly others: readonly string[]
}

const separator = /\s+[|–—\-·»•:]+\s+|\s*\|\s*/

/** Cuts ` | Site` and ` - Site` off when another title or the site's name confirms the cut. */
export function withoutSiteName(title: string, evidence: TitleEvidence): string {
  const parts = title.split(separator)
  const last = parts.at(-1)
  if (parts.length < 2 || last === undefined) return title
  const confirmed = evidence.others.find((other) => {
    return other !== title && title.includes(other) && other.length >= title.length * 0.35
  })
  if (confirmed !== undefined) return confirmed
  const isSite = evidence.site !== null && last.toLowerCase() === evidence.site.toLowerCase()
  if (!isSite) return title
  return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—\-·»•:]+$/, '')
}
