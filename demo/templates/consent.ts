import { type Markup, markup } from '../markup.ts'
import { consentBanner } from './tabloid.ts'
import type { ArticlePage } from './types.ts'

/** A page that is only a consent wall: the article comes after a click that a crawler never makes. */
export function renderConsent(page: ArticlePage): Markup {
  const { outlet, phrases } = page
  return markup`<!DOCTYPE html>
<html lang="${outlet.lang}"><head><meta charset="${outlet.page.charset}"><title>${phrases.cookies.title}${outlet.titleSuffix}</title>
<meta name="robots" content="noindex"></head><body>
<h1>${outlet.name}</h1>
${consentBanner(page)}
<p><a href="#">${phrases.footer[2] ?? ''}</a> · <a href="#">${phrases.footer[0] ?? ''}</a></p>
</body></html>`
}
