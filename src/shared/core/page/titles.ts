import type { StructuredArticle } from './jsonLd.ts'
import type { Block, HeadFacts } from './outline.ts'
import { comparableText } from './text.ts'

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
  return [...new Set(claims.flatMap((claim) => claim || []))]
}

/** What a title is chosen from. */
export interface TitleSources {
  readonly blocks: readonly Block[]
  readonly claims: readonly string[]
  /** Names of the site, in any spelling. */
  readonly siteNames: readonly string[]
}

/**
 * The title of the article: the claim, whole or without the name of the site, that the page itself shows as a
 * heading; else its only `h1`; else the best claim. Empty when there is none. A site's name is cut off only when
 * something confirms the cut.
 */
export function articleTitle(sources: TitleSources): string {
  const headings = headingsOf(sources.blocks)
  return (
    shownClaim(sources, headings) ??
    claimInsideHeading(sources, headings) ??
    shownPiece(sources, headings) ??
    onlyHeading(sources, headings) ??
    withoutSiteName(sources) ??
    ''
  )
}

/** A heading with its comparable text. */
interface Heading {
  readonly tag: string
  readonly text: string
  readonly key: string
}

/** Headings of the upper three levels, `h1` first. */
function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  return ['h1', 'h2', 'h3'].flatMap((tag) =>
    blocks
      .filter((block) => block.tag === tag && block.text.length < 400)
      .slice(0, 50)
      .map(({ text }) => ({ tag, text, key: comparableText(text) })),
  )
}

function shownClaim({ claims }: TitleSources, headings: readonly Heading[]): string | null {
  for (const claim of claims) {
    const shown = headingOf(claim, headings)
    if (shown !== null) return shown
  }
  return null
}

function headingOf(title: string, headings: readonly Heading[]): string | null {
  const key = comparableText(title)
  return key === '' ? null : (headings.find((heading) => heading.key === key)?.text ?? null)
}

/** Many an `h1` holds the kicker above the title or the subtitle below it. */
function claimInsideHeading(sources: TitleSources, headings: readonly Heading[]): string | null {
  const main = headings.filter((heading) => heading.tag === 'h1').map((heading) => heading.key)
  const pieces = sources.claims.flatMap((claim) => [claim, ...piecesOf(claim)])
  const inside = pieces.find((piece) => {
    const key = comparableText(piece)
    const isMost = (heading: string) => key.length > 10 && key.length >= heading.length * 0.4
    return (
      !isSiteName(piece, sources.siteNames) &&
      main.some((heading) => isMost(heading) && (heading.startsWith(`${key} `) || heading.endsWith(` ${key}`)))
    )
  })
  return inside ?? null
}

const separator = /\s+[|–—\-·»«•:/]+\s+|\s*[|_]\s*|(?<=[\u3040-\u9fff])-/

/** The beginnings and ends of a claim at its separators, longest first. */
function piecesOf(claim: string): readonly string[] {
  const parts = claim.split(separator).filter((part) => part.trim() !== '')
  const pieces = parts.slice(1).flatMap((part, index) => {
    const before = parts[index] ?? ''
    const end = claim.indexOf(before, index === 0 ? 0 : claim.indexOf(parts[0] ?? '')) + before.length
    return [claim.slice(0, end), claim.slice(claim.indexOf(part, end))]
  })
  return pieces.map((piece) => piece.trim()).sort((a, b) => b.length - a.length)
}

function shownPiece(sources: TitleSources, headings: readonly Heading[]): string | null {
  for (const claim of sources.claims) {
    for (const piece of piecesOf(claim)) {
      const shown = isSiteName(piece, sources.siteNames) ? null : headingOf(piece, headings)
      if (shown !== null) return shown
    }
  }
  return null
}

/** The only `h1`, unless it is the site's name: one that stands at the end of a longer claim is. */
function onlyHeading(sources: TitleSources, headings: readonly Heading[]): string | null {
  const main = headings.filter((heading) => heading.tag === 'h1')
  const only = main[0]
  if (only === undefined || main.length > 1 || only.text.length < 4) return null
  const isPiece = sources.claims.flatMap(piecesOf).some((piece) => comparableText(piece) === only.key)
  return isPiece || isSiteName(only.text, sources.siteNames) ? null : only.text
}

/** The best claim, without the site's name at its end or its beginning. */
function withoutSiteName({ claims, siteNames, blocks }: TitleSources): string | null {
  const claim = claims[0]
  if (claim === undefined) return blocks.find((block) => block.tag === 'h1')?.text ?? null
  const pieces = piecesOf(claim)
  const confirmed = pieces.find((piece) => {
    const rest = claim.startsWith(piece) ? claim.slice(piece.length) : claim.slice(0, -piece.length)
    return isSiteName(rest, siteNames) || blocks.some((block) => block.text === piece)
  })
  return confirmed ?? claim
}

/** Compares without spaces and case: `The Example Times` is `theexampletimes`. */
function isSiteName(text: string, siteNames: readonly string[]): boolean {
  const key = comparableText(text).replaceAll(' ', '')
  return siteNames.some((name) => comparableText(name).replaceAll(' ', '') === key)
}
