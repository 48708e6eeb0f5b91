import type { TemplateName } from '../outletTypes.ts'
import { renderApp } from './app.ts'
import { renderBlog } from './blog.ts'
import { renderHashed } from './hashed.ts'
import { renderMinimal } from './minimal.ts'
import { renderSemantic } from './semantic.ts'
import { renderTables } from './tables.ts'
import { renderTabloid } from './tabloid.ts'
import type { ArticlePage, Template } from './types.ts'

/** Every article template by its name in the outlet table. */
export const templates: Readonly<Record<TemplateName, Template>> = {
  semantic: renderSemantic,
  hashed: renderHashed,
  tables: renderTables,
  blog: renderBlog,
  minimal: renderMinimal,
  app: renderApp,
  tabloid: renderTabloid,
}

/** The whole document of an article in its outlet's template. */
export function renderArticle(page: ArticlePage): string {
  return templates[page.outlet.template](page).markup
}
