import type { StructuredArticle } from './jsonLd.ts'
import type { Block, HeadFacts } from './outline.ts'
import { isSiteName } from './siteNames.ts'
import { comparableText } from './text.ts'
import { partLike, partsOf, piecesOf } from './titlePieces.ts'

const longestTitle = 400

/** All titles a page claims, the best first: Open Graph, structured data, Twitter card, `title`. */
export function claimedTitles(
  head: HeadFacts,
  article: StructuredArticle | null,
): readonly string[] {
  const claims = [
    head.meta.get('og:title')?.[0],
    article?.headline,
    head.meta.get('twitter:title')?.[0],
    head.documentTitle,
  ]
  return [...new Set(claims.flatMap((claim) => claim?.slice(0, longestTitle) || []))]
}

/** What a title is chosen from. */
export interface TitleSources {
  readonly blocks: readonly Block[]
  readonly claims: readonly string[]
  /** Main headings without the kickers they start with. */
  readonly withoutKicker: readonly string[]
  /** Names of the site, in any spelling. */
  readonly siteNames: readonly string[]
  /** Path of the address, in lower case. */
  readonly slug: string
  /** What the feed calls the article. */
  readonly hint: string | null
}

/**
 * The title of the article: the claim, whole or without the name of the site, that the page itself shows as a
 * heading; else its only `h1`; else the best claim. Empty when there is none. A site's name is cut off only when
 * something confirms the cut; the feed's title confirms any.
 */
export function articleTitle(sources: TitleSources): string {
  const title = titleOnPage(sources)
  return (sources.hint === null ? null : partLike(title, sources.hint)) ?? title
}

function titleOnPage(sources: TitleSources): string {
  const headings = headingsOf(sources.blocks)
  const main = headings.filter((heading) => heading.tag === 'h1')
  const shown = shownTitle(sources, headings)
  return (
    claimedWithoutKicker(sources) ??
    claimWithinHeading(sources, main) ??
    claimAfterKicker(sources, main) ??
    (shown?.tag === 'h1' ? shown.text : null) ??
    onlyHeading(sources, main) ??
    shown?.text ??
    withoutSiteName(sources) ??
    ''
  )
}

/** A heading with its comparable text. */
interface Heading {
  readonly tag: string
  readonly text: string
  readonly key: string
  /** All of it is a link. */
  readonly isLink: boolean
}

/** Headings of the upper three levels, `h1` first. */
function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  return ['h1', 'h2', 'h3'].flatMap((tag) =>
    blocks
      .filter((block) => block.tag === tag && block.text.length < 400)
      .slice(0, 50)
      .map(({ text, length, linkLength }) => ({
        tag,
        text,
        key: comparableText(text),
        isLink: linkLength === length,
      })),
  )
}

/**
 * The claim, or piece of a claim, that stands as a heading on the page. Of several the one wins that the address
 * repeats most, then the one in an `h1`, then the beginning of a claim.
 */
function shownTitle(sources: TitleSources, headings: readonly Heading[]): Heading | null {
  const shown = sources.claims.flatMap((claim) =>
    [claim, ...piecesOf(claim)].flatMap((piece) => {
      const key = comparableText(piece)
      const heading = headings.find((one) => one.key === key && key !== '')
      if (heading === undefined || isSiteName(piece, sources.siteNames)) return []
      if (isMasthead(heading) && !claim.startsWith(piece)) return []
      const beginning = piece === claim ? 1 : claim.startsWith(piece) ? 0.5 : 0
      const main = heading.tag === 'h1' ? 1 : 0
      return [{ heading, score: 2 * wordsInSlug(key, sources.slug) + main + beginning }]
    }),
  )
  return shown.toSorted((a, b) => b.score - a.score)[0]?.heading ?? null
}

/** Whether a heading may be the site's name above the page: it links somewhere else. */
function isMasthead({ tag, isLink }: Heading): boolean {
  return tag === 'h1' && isLink
}

/** Share of the words of a title that an address has too. */
function wordsInSlug(key: string, slug: string): number {
  const words = key.split(' ').filter((word) => word.length > 2)
  return words.filter((word) => slug.includes(word)).length / Math.max(words.length, 1)
}

/** What follows the kicker of an `h1`, when a claim or a part of one says the same. */
function claimedWithoutKicker({ claims, withoutKicker }: TitleSources): string | null {
  const parts = new Set(
    claims.flatMap((claim) => [claim, ...claim.split(partBounds)]).map(comparableText),
  )
  return withoutKicker.find((text) => text.length > 10 && parts.has(comparableText(text))) ?? null
}

const partBounds = /\s+[|–—\-·»«•:]+\s+|\s*[|_]\s*|:\s/

/** An `h1` may hold a kicker before the title or a name after it: the claim that is a piece of it is the title. */
function claimWithinHeading({ claims }: TitleSources, main: readonly Heading[]): string | null {
  const pieces = new Set(main.flatMap((heading) => piecesOf(heading.text).map(comparableText)))
  return claims.find((claim) => claim.length > 10 && pieces.has(comparableText(claim))) ?? null
}

/** An `h1` may run on from a kicker with nothing between: a whole claim that is most of its end is the title. */
function claimAfterKicker({ claims }: TitleSources, main: readonly Heading[]): string | null {
  return claims.find((claim) => main.some((heading) => endsWithTitle(heading, claim))) ?? null
}

function endsWithTitle({ key }: Heading, claim: string): boolean {
  const title = comparableText(claim)
  return title.length > 10 && title.length >= key.length * 0.4 && key.endsWith(` ${title}`)
}

/** The only `h1`, after its kicker, unless it names the site or a section. */
function onlyHeading(sources: TitleSources, main: readonly Heading[]): string | null {
  const only = main[0]
  if (only === undefined || main.some(({ key }) => key !== only.key)) return null
  if (isSiteName(only.text, sources.siteNames) || isPieceOfClaim(only, sources.claims)) return null
  if (isSectionName(only, sources)) return null
  const title = sources.claims
    .flatMap((claim) => [claim, ...piecesOf(claim)])
    .find((piece) => endsWithTitle(only, piece))
  return title ?? only.text
}

/** A heading that is one part of a claim, or little more than the site's name at its end, is not the title. */
function isPieceOfClaim(heading: Heading, claims: readonly string[]): boolean {
  return claims.some((claim) => {
    const parts = partsOf(claim).map(comparableText)
    const last = parts.at(-1) ?? ''
    const isName =
      last.length > 5 && heading.key.length < last.length * 2 && heading.key.includes(last)
    return (
      parts.length > 1 &&
      (isName || heading.key.startsWith(`${last} `) || parts.includes(heading.key))
    )
  })
}

/** One word that no claim and no address has. */
function isSectionName({ key }: Heading, { claims, slug }: TitleSources): boolean {
  if (key.includes(' ') || claims.length === 0 || slug.includes(key)) return false
  return !claims.some((claim) => comparableText(claim).includes(key))
}

/** The best claim, without the site's name at its end or its beginning. */
function withoutSiteName({ claims, siteNames, blocks }: TitleSources): string | null {
  const claim = claims[0]
  if (claim === undefined) return firstHeading(blocks)
  let lines: ReadonlySet<string> | undefined
  const isLine = (text: string) => {
    lines ??= linesOf(blocks)
    return lines.has(comparableText(text))
  }
  const confirmed = piecesOf(claim).find((piece) => {
    const isBeginning = claim.startsWith(piece)
    const rest = isBeginning ? claim.slice(piece.length) : claim.slice(0, -piece.length)
    return isSiteName(rest, siteNames) || (isBeginning && (isLine(piece) || isLine(rest)))
  })
  return confirmed ?? claim
}

function linesOf(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(blocks.map((block) => comparableText(block.text.slice(0, longestTitle))))
}

function firstHeading(blocks: readonly Block[]): string | null {
  return blocks.find((block) => block.tag === 'h1')?.text.slice(0, longestTitle) ?? null
}
