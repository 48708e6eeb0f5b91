import { Parser } from 'htmlparser2'
import { cleanUrl } from './feedUrl.ts'

/** Where sites keep their feeds when they do not announce them; the first are the defaults of the common systems. */
export const COMMON_FEED_PATHS: readonly string[] = [
  '/feed/',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/news-sitemap.xml',
]

/** Sitemaps of a robots.txt, and children of a sitemap index, that are looked at. */
const SITEMAP_LIMIT = 10

const ROBOTS_LIMIT = 512_000

/** Sitemaps named by a robots.txt (sitemaps.org, "Specifying the Sitemap location"), those of news first. */
export function sitemapsOfRobots(text: string, robotsUrl: string): readonly string[] {
  const lines = text.slice(0, ROBOTS_LIMIT).split(/\r\n|\r|\n/)
  const written = lines.flatMap((line) => /^\s*sitemap\s*:\s*(\S+)/i.exec(line)?.[1] ?? [])
  return newsFirst(written.flatMap((reference) => cleanUrl(reference, robotsUrl) ?? []))
}

/** Sitemaps listed by a sitemap index, those of news first; none when the text is something else. */
export function sitemapsOfIndex(xml: string, indexUrl: string): readonly string[] {
  const found: string[] = []
  let isIndex = false
  let place: string | null = null
  const parser = new Parser(
    {
      onopentagname(name) {
        isIndex ||= name === 'sitemapindex'
        place = isIndex && name === 'loc' ? '' : null
      },
      ontext(text) {
        if (place !== null) place += text
      },
      onclosetag(name) {
        if (name !== 'loc' || place === null) return
        const url = cleanUrl(place, indexUrl)
        if (url !== null) found.push(url)
        place = null
        if (found.length >= 1_000) parser.pause()
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  return newsFirst(found)
}

function newsFirst(urls: readonly string[]): readonly string[] {
  const isNews = (url: string) => /news/i.test(url)
  const all = [...new Set(urls)]
  return [...all.filter(isNews), ...all.filter((url) => !isNews(url))].slice(0, SITEMAP_LIMIT)
}
