import { decodeHTML } from 'entities'
import { foldText } from './text.ts'

/** What the page's structured data (schema.org) says of its article. Absent facts are null or empty. */
export interface StructuredArticle {
  readonly headline: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly authors: readonly string[]
  readonly body: string | null
  readonly section: string | null
  readonly keywords: readonly string[]
  readonly image: string | null
  readonly publisher: string | null
  /** Whom the text is from: the organisation or the credit it states. */
  readonly sources: readonly string[]
  readonly language: string | null
  /** `isAccessibleForFree: false` on the article or a part of it. */
  readonly isMetered: boolean
  /** No article is described but a video. */
  readonly isVideo: boolean
}

type JsonObject = { readonly [key: string]: unknown }

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlog|Review|Posting)$/
const nestingKeys = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'hasPart',
  'itemListElement',
  'item',
]
const maxObjects = 2_000

/** Reads all JSON-LD blocks of a page but the broken ones; null when none describes an article or a video. */
export function readStructuredArticle(blocks: readonly string[]): StructuredArticle | null {
  const items = flatten(blocks.map(parseBlock))
  const articles = items.filter((item) => typesOf(item).some((type) => articleTypes.test(type)))
  const videos = items.filter((item) => typesOf(item).includes('VideoObject'))
  const article =
    articles.find((item) => item['headline'] || item['datePublished']) ?? articles[0] ?? videos[0]
  if (article === undefined) return null
  return {
    headline: textOf(article['headline']) ?? textOf(article['name']),
    published:
      textOf(article['datePublished']) ??
      textOf(article['dateCreated']) ??
      textOf(article['uploadDate']),
    modified: textOf(article['dateModified']),
    authors: namesOf(article['author'] ?? article['creator'], items),
    body: longText(article['articleBody']),
    section: textOf(listOf(article['articleSection'])[0]),
    keywords: keywordsOf(article['keywords']),
    image: urlOf(article['image']) ?? urlOf(article['thumbnailUrl']),
    publisher: publisherOf(article['publisher'], items),
    sources: [
      ...namesOf(article['sourceOrganization'], items),
      ...namesOf(article['creditText'], items),
    ],
    language: textOf(article['inLanguage']),
    isMetered: items.some((item) => isFalse(item['isAccessibleForFree'])),
    isVideo: articles.length === 0,
  }
}

/** Publishers wrap JSON-LD in comments or CDATA and leave control characters and trailing commas inside. */
function parseBlock(raw: string): unknown {
  const text = raw
    .trim()
    .replace(/^(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)$/, '')
  return parseJson(text) ?? parseJson(repaired(text))
}

function repaired(text: string): string {
  return text
    .replace(/[\u0000-\u001f]/g, ' ')
    .replace(/,(?=\s*[}\]])/g, '')
    .trim()
    .replace(/;$/, '')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** All typed objects, in document order, through arrays and the keys that nest things. */
function flatten(values: readonly unknown[]): readonly JsonObject[] {
  const found: JsonObject[] = []
  const stack = [...values].reverse()
  for (let visits = 0; visits < maxObjects; visits++) {
    const value = stack.pop()
    if (value === undefined && stack.length === 0) break
    if (Array.isArray(value)) {
      stack.push(...value.slice(0, maxObjects).reverse())
    } else if (isObject(value)) {
      if (value['@type'] !== undefined) found.push(value)
      for (const key of nestingKeys) if (typeof value[key] === 'object') stack.push(value[key])
    }
  }
  return found
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.slice(0, 50)
  return value === undefined || value === null ? [] : [value]
}

function typesOf(item: JsonObject): readonly string[] {
  return listOf(item['@type']).filter((type) => typeof type === 'string')
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? foldText(decodeHTML(value.slice(0, 1_000))) : ''
  return text === '' ? null : text
}

function longText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** Names of people and organisations. */
function namesOf(value: unknown, items: readonly JsonObject[]): readonly string[] {
  return listOf(value)
    .flatMap((one) => (isObject(one) ? listOf(writtenOut(one, items)['name']) : [one]))
    .flatMap((name) => textOf(name) ?? [])
}

/** The name of an organisation: a person who publishes is the author. */
function publisherOf(value: unknown, items: readonly JsonObject[]): string | null {
  const first = listOf(value)[0]
  const isPerson = isObject(first) && typesOf(writtenOut(first, items)).includes('Person')
  return isPerson ? null : (namesOf(first, items)[0] ?? null)
}

/** What an object without a name refers to by its `@id`. */
function writtenOut(object: JsonObject, items: readonly JsonObject[]): JsonObject {
  const id = object['@id']
  if (object['name'] !== undefined || typeof id !== 'string') return object
  return items.find((item) => item['@id'] === id && item['name'] !== undefined) ?? object
}

function keywordsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => textOf(one)?.split(/\s*,\s*/) ?? [])
}

function urlOf(value: unknown): string | null {
  const first = listOf(value)[0]
  if (isObject(first)) return textOf(first['url'] ?? first['contentUrl'])
  return textOf(first)
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.toLowerCase() === 'false')
}
