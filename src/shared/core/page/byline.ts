import { bylineEndings, bylineOpenings, bylineParticles, notNames } from './bylineWords.ts'
import type { StructuredArticle } from './jsonLd.ts'
import type { Mark } from './marks.ts'
import type { PageOutline } from './outline.ts'
import { isSiteName } from './siteNames.ts'
import type { EntryHints } from './types.ts'

/** What a byline is read from. */
export interface BylineSources {
  readonly page: PageOutline
  readonly article: StructuredArticle | null
  readonly hints: EntryHints
  /** Index of the block with the headline, or -1. */
  readonly headline: number
  readonly siteNames: readonly string[]
}

const authorMeta = [
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'article:author',
  'og:article:author',
  'shareaholic:article_author_name',
]

/**
 * The author as the page names it, else as the feed does; several are joined by a comma. A person wins over the
 * name of the site. Order by how often each source was right on 274 pages.
 */
export function bylineOf(sources: BylineSources): string | null {
  const { page, article, hints } = sources
  const claims = [
    article?.authors.flatMap((author) => authorName(author) ?? []).join(', '),
    ...marksOf(sources, 'author', 8),
    ...marksOf(sources, 'byline', 8),
    ...bylineTexts(sources),
    ...authorMeta.flatMap((name) => page.head.meta.get(name)?.[0] ?? []),
    cardAuthor(page),
    ...marksOf(sources, 'author', Number.POSITIVE_INFINITY),
    ...marksOf(sources, 'byline', Number.POSITIVE_INFINITY),
    hints.author,
  ]
  const title = page.blocks[sources.headline]?.text ?? ''
  const names = claims
    .flatMap((claim) => (claim ? (authorName(claim) ?? []) : []))
    .filter((name) => !(name.split(' ').length > 3 && title.startsWith(name)))
  const first = names.find((name) => !isSiteName(name, sources.siteNames)) ?? names[0] ?? null
  if (first === null) return null
  return (
    names.find((name) => isFuller(name, first)) ??
    names.find((name) => isWithin(name, first)) ??
    first
  )
}

/** `A. Writer` says what `Opinion By A. Writer` and `A. Writer Daily News Staff` say, and no more. */
function isWithin(name: string, first: string): boolean {
  if (!name.includes(' ') || name === first) return false
  if (first.startsWith(`${name} `))
    return /^(?!(?:And|Und|Et) )\p{Lu}/u.test(first.slice(name.length + 1))
  const before = first.endsWith(` ${name}`) ? first.slice(0, -name.length) : null
  return before !== null && withoutOpening(`${before.trim().split(' ').at(-1)} ${name}`) === name
}

/** Cards label what they show: `Written by`, and the name beside it. */
function cardAuthor({ head }: PageOutline): string | null {
  const label = head.meta.get('twitter:label1')?.[0] ?? ''
  const isOpening = withoutOpening(`${label}: ?`) === '?'
  return isOpening ? (head.meta.get('twitter:data1')?.[0] ?? null) : null
}

/** `A. Writer and B. Author` says more than `A. Writer`; `A. Writer, PhD` does not. */
function isFuller(name: string, first: string): boolean {
  if (!name.startsWith(first)) return false
  return /^(?:,| and| und| y| et| e| en| og| och)\s+\p{L}\S*\s\S/u.test(name.slice(first.length))
}

/** Values of the marks of a kind within a number of blocks from the headline, but not in comments. */
function marksOf(
  { page, headline }: BylineSources,
  kind: Mark['kind'],
  reach: number,
): readonly string[] {
  const found = page.marks.filter((mark) => {
    const isNear = headline < 0 || Math.abs(mark.block - headline) <= reach
    return mark.kind === kind && isNear && !isInComments(page, mark.container)
  })
  return found.map((mark) => mark.value)
}

function isInComments(page: PageOutline, container: number): boolean {
  for (let at = container; at > 0; at = page.containers[at]?.parent ?? 0) {
    const box = page.containers[at]
    if (box?.isSuspect === true && box.names.isComment) return true
  }
  return false
}

/** Short lines around the headline that begin like a byline. */
function bylineTexts({ page, headline }: BylineSources): readonly string[] {
  if (headline < 0) return []
  return page.blocks
    .slice(Math.max(headline - 3, 0), headline + 9)
    .map((block) => block.text)
    .map((text) => text.replace(leadingSigns, ''))
    .filter((text) => text.length < 80 && opensWithName(text))
}

/** Whether names follow words such as `By`: all but short words begin with a capital, if the script has capitals. */
function opensWithName(text: string): boolean {
  const name = withoutOpening(text) === text ? null : authorName(text)
  if (name === null || /^\p{Ll}/u.test(name)) return false
  return name.split(' ').every((word) => word.length <= 3 || !/^\p{Ll}/u.test(word))
}

/** The longest first: `text and photos` before `text`. */
const anyOf = (phrases: readonly string[]) =>
  phrases
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
const opening = new RegExp(`^(?:${anyOf(bylineOpenings)})(?:\\s*[:：]\\s*|\\s+(?=\\S))`, 'i')
const particle = new RegExp(`^(?:${anyOf(bylineParticles)})\\s(?=\\S+\\s)`, 'i')
const ending = new RegExp(`(?:^|\\s)(?:${anyOf(bylineEndings)})(?=\\s|:|$)`)
const commentVerb = /(?:^|\s)(?:says|said|sagt|schreibt|dit|dice|diz):?$/i

function escaped(word: string): string {
  return word.replace(/[*+?.()|]/g, '\\$&')
}

/** Openings come in twos: `Post author By`. */
function withoutOpening(text: string): string {
  return text.replace(opening, '').replace(opening, '').replace(particle, '')
}

/** Where the name in a byline ends: at a separator, a bracket, a date. */
const nameEnd =
  /\s[|·•–—-](?:\s|$)|[|·•]|\s\(|,\s*\p{L}+\.?\s\d|(?<![\p{L}\d])\d|\s\p{L}+:(?=\s|$)/u

/** What stands inside `Posted on 21 September by A. Writer`. */
const laterOpening =
  /\s(?:by|von|par|por|di|door|av|af|(?:author|autor|autorin|auteur|autora|autore|text):)\s/i

const leadingSigns = /^[\s,;:&|–—-]+/

/** A claim without `By` and without what follows the name; null for addresses and for what is no name. */
export function authorName(claim: string): string | null {
  const text = claim.slice(0, 200).replace(leadingSigns, '').trim()
  return nameIn(withoutOpening(text)) ?? nameIn(text.split(laterOpening).slice(1).join(' '))
}

function nameIn(text: string): string | null {
  const [start = ''] = text.split(nameEnd)
  const cut = ending.exec(start)
  const name = (cut === null ? start : start.slice(0, cut.index))
    .replace(/[\s,;:–—-]+$/, '')
    .trim()
    .replace(/^(.{2,80}) \1$/, '$1')
  const isName =
    name.length >= 2 && name.length <= 100 && name.split(' ').length <= 12 && /\p{L}{2}/u.test(name)
  if (!isName || /https?:|@|^[^ ]*:$/.test(name) || notNames.has(name.toLowerCase())) return null
  return commentVerb.test(name) ? null : name
}
