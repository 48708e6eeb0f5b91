import { articlePageOf, type PageContext } from '../../demo/articlePage.ts'
import { isCredited } from '../../demo/carriage.ts'
import { encodeMarkup } from '../../demo/charsets.ts'
import { demoEvents } from '../../demo/events/index.ts'
import { renderNotFound } from '../../demo/frontPage.ts'
import { outletById } from '../../demo/outlets.ts'
import type { Outlet } from '../../demo/outletTypes.ts'
import { planPublications } from '../../demo/plan.ts'
import type { Publication } from '../../demo/planTypes.ts'
import { renderConsent } from '../../demo/templates/consent.ts'
import { renderHashed } from '../../demo/templates/hashed.ts'
import { renderArticle } from '../../demo/templates/index.ts'
import type { ArticlePage } from '../../demo/templates/types.ts'
import { decodePage } from '../../src/shared/core/page/decode.ts'
import type { EntryHints } from '../../src/shared/core/page/types.ts'

/** A page of the sample web with what it says in truth. */
export interface SamplePage {
  readonly id: string
  readonly url: string
  /** As decoded from the charset it is served in. */
  readonly html: string
  readonly truth: ArticlePage
  readonly isStub: boolean
  readonly agency: string | null
}

/** Any moment serves: pages must not depend on the clock. */
const startMs = Date.UTC(2026, 10, 22)
const publications = planPublications(demoEvents, { seed: 7, startMs, durationSeconds: 120 })

const context: PageContext = {
  originOf: (outletId) => `http://${outletId}.example`,
  startMs,
  released: publications,
}

const deadEnds: ReadonlySet<string> = new Set(['consent', 'missing', 'short'])

/** Every article of the sample web in the template of its outlet. */
export function samplePages(): readonly SamplePage[] {
  return publications
    .filter((publication) => !deadEnds.has(publication.as))
    .map((publication) => {
      const truth = articlePageOf(publication, context)
      return pageOf(publication, truth, renderArticle(truth))
    })
}

function pageOf(publication: Publication, truth: ArticlePage, html: string): SamplePage {
  const bytes = encodeMarkup(html, truth.outlet.page.charset)
  const decoded = decodePage({ bytes, contentType: null, url: truth.url })
  return {
    id: publication.id,
    url: truth.url,
    html: decoded.textOf(decoded.html),
    truth,
    isStub: truth.walled,
    agency: isCredited(publication) ? 'Northwire' : null,
  }
}

/** One teaser in each language: two paragraphs and a wall, on a page that says nothing to machines. */
export function teaserPages(): readonly SamplePage[] {
  const first = [...Map.groupBy(publications, ({ outletId }) => outletById(outletId).lang).values()]
  return first.flatMap(([publication]) => {
    if (publication === undefined) return []
    const page = articlePageOf(publication, context)
    const outlet: Outlet = { ...page.outlet, page: { charset: 'utf-8', metadata: 'none' } }
    const paragraphs = page.paragraphs.slice(0, 2).map((text) => text.slice(0, 280))
    const truth = { ...page, outlet, paragraphs, dek: null, agencyNote: null, walled: true }
    return [pageOf(publication, truth, renderHashed(truth).markup)]
  })
}

/** A consent wall and a missing page of every outlet. */
export function deadPages(): readonly { readonly html: string; readonly reason: string }[] {
  const outlets = [...new Set(publications.map(({ outletId }) => outletId))]
  return outlets.flatMap((outletId) => {
    const publication = publications.find((one) => one.outletId === outletId)
    if (publication === undefined) return []
    const page = articlePageOf(publication, context)
    return [
      { html: renderConsent(page).markup, reason: 'page_consent_wall' },
      { html: renderNotFound(page.outlet), reason: 'page_not_found' },
    ]
  })
}

/** What the feed says of an article. */
export function hintsOf({ truth }: SamplePage): EntryHints {
  return {
    title: truth.headline,
    summary: truth.dek ?? truth.paragraphs[0] ?? null,
    contentHtml: null,
    publishedAt: truth.publishedAt,
    updatedAt: null,
    author: truth.byline,
    language: truth.outlet.lang,
  }
}
