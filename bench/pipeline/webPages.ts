import { gzipSync } from 'node:zlib'
import { makePages } from '../../demo/pages.ts'
import { createRandom, type Random } from '../../demo/random.ts'

/** A page as a web server holds it ready: compressed, on one of several hosts. */
export interface WebPage {
  /** Number of its host, from 0. */
  readonly host: number
  readonly path: string
  readonly contentType: string
  readonly gzip: Buffer
  /** Bytes when decompressed. */
  readonly bytes: number
}

interface Wish {
  readonly count: number
  readonly seed: number
  /** Half of the pages are larger. */
  readonly medianBytes: number
  readonly hosts: number
}

/**
 * The sample outlets' articles in pages of the size and make of the web: sizes are log-normal (quartiles at 0.57 and 1.75
 * of the median; 595 real pages have 0.62 and 1.9), a quarter is script and style, the rest menus and teasers with a tag
 * every 110 bytes and a link every 560 (the medians of the same pages).
 */
export function* webPages({ count, seed, medianBytes, hosts }: Wish): Generator<WebPage> {
  const random = createRandom(seed)
  let number = 0
  for (const page of makePages(count, seed)) {
    const latin = page.html.toString('latin1')
    const filled = fill(latin, sizeAround(medianBytes, random) - latin.length, random)
    const html = Buffer.from(filled, 'latin1')
    yield {
      host: number % hosts,
      path: `/${number}${new URL(page.url).pathname}`,
      contentType: page.contentType,
      gzip: gzipSync(html, { level: 4 }),
      bytes: html.length,
    }
    number += 1
  }
}

const sizeSpread = 0.83

function sizeAround(medianBytes: number, random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  return Math.min(medianBytes * Math.exp(normal * sizeSpread), medianBytes * 12)
}

/** Menus before the article, teasers and scripts after it. ASCII only, so that it fits any charset. */
function fill(html: string, bytes: number, random: Random): string {
  if (bytes <= 0) return html
  const before = repeatTo(bytes * 0.2, () => menuEntry(random))
  const after = repeatTo(bytes * 0.55, () => teaser(random)) + script(bytes * 0.25, random)
  return html
    .replace(
      /<body[^>]*>/i,
      (start) => `${start}<nav class="nav nav--mega"><ul>${before}</ul></nav>`,
    )
    .replace(/<\/body>/i, (end) => `<section class="grid grid--more">${after}</section>${end}`)
}

function repeatTo(bytes: number, make: () => string): string {
  const parts: string[] = []
  for (let size = 0; size < bytes; ) {
    const part = make()
    parts.push(part)
    size += part.length
  }
  return parts.join('\n')
}

const words =
  'harbour bridge council season market river signal garden winter museum border festival engine lantern orchard station'.split(
    ' ',
  )

function phrase(count: number, random: Random): string {
  return Array.from({ length: count }, () => random.pick(words)).join(' ')
}

function menuEntry(random: Random): string {
  const name = phrase(2, random)
  return `<li class="nav__item nav__item--level-${random.between(1, 3)}"><a class="nav__link" href="/section/${name.replace(' ', '-')}/${random.between(1, 9_999)}" data-track="nav:${random.between(1, 999)}">${name}</a></li>`
}

function teaser(random: Random): string {
  const id = random.between(100_000, 999_999)
  const image = (width: number) => `/media/${id}/w${width}.webp ${width}w`
  return `<div class="card card--teaser js-track" data-id="${id}"><a class="card__link" href="/news/${phrase(3, random).replaceAll(' ', '-')}-${id}.html"><picture><source type="image/webp" srcset="${[320, 640, 960, 1280].map(image).join(', ')}"><img class="card__image" loading="lazy" width="640" height="360" src="/media/${id}/w640.jpg" alt=""></picture><span class="card__kicker">${phrase(1, random)}</span><span class="card__title">${phrase(7, random)}</span></a><svg class="icon" viewBox="0 0 24 24"><path d="M12 2C6.5 2 2 6.5 2 12s4.5 10 10 10 10-4.5 10-10S17.5 2 12 2zm0 18c-4.4 0-8-3.6-8-8s3.6-8 8-8 8 3.6 8 8-3.6 8-8 8z"/></svg></div>`
}

function script(bytes: number, random: Random): string {
  const entry = () =>
    `{"id":${random.between(100_000, 999_999)},"type":"teaser","slot":"right-rail","title":"${phrase(5, random)}","seen":false}`
  return `<script>window.__STATE__=[${repeatTo(bytes, entry).replaceAll('\n', ',')}]</script>`
}
