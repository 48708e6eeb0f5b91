/** What a cell may hold. Times are ISO 8601 texts; lists and maps are JSON where a format has neither. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | Readonly<Record<string, string>>

export type Row = Readonly<Record<string, Cell>>

/** How a column is kept: `integer` fits 32 bits, `time` is an ISO 8601 text, `json` a list or a map of texts. */
export type ColumnKind = 'text' | 'integer' | 'number' | 'flag' | 'time' | 'json'

type Columns = Readonly<Record<string, ColumnKind>>

const article = {
  story: 'text',
  id: 'text',
  url: 'text',
  canonicalUrl: 'text',
  source: 'text',
  siteName: 'text',
  feed: 'text',
  lang: 'text',
  title: 'text',
  byline: 'text',
  publishedAt: 'text',
  firstSeenAt: 'time',
  revision: 'integer',
  wordCount: 'integer',
  relation: 'text',
  relatedTo: 'text',
  credit: 'text',
  stub: 'flag',
  text: 'text',
} as const satisfies Columns

/**
 * The tables of an export. `articles` holds what is kept, `duplicates` what was removed, `copies` how every article that
 * is not the first of its story relates to another one. `publishedAt` is a text: some pages give a day only.
 */
export const tables = {
  stories: {
    id: 'text',
    state: 'text',
    headline: 'text',
    headlines: 'json',
    size: 'integer',
    languages: 'json',
    sources: 'json',
    terms: 'json',
    names: 'json',
    openedAt: 'time',
    updatedAt: 'time',
    firstAt: 'time',
    lastAt: 'time',
  },
  articles: article,
  duplicates: article,
  copies: {
    story: 'text',
    article: 'text',
    relatedTo: 'text',
    relation: 'text',
    jaccard: 'number',
    containment: 'number',
  },
} as const satisfies Readonly<Record<string, Columns>>

export type TableName = keyof typeof tables

/** Names of all tables. */
export const tableNames = Object.keys(tables) as TableName[]

/** The columns of a table in their order. */
export function columnsOf(table: TableName): readonly (readonly [string, ColumnKind])[] {
  return Object.entries(tables[table])
}
