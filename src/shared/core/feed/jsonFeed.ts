import { parseDate } from './dates.ts'
import { cleanUrl } from './feedUrl.ts'
import { LIMITS } from './limits.ts'
import { personName } from './person.ts'
import { cut, foldSpace, plainFromHtml } from './plainText.ts'
import type { EntryDraft, FeedDraft } from './types.ts'
import { languageTag } from './xmlFields.ts'

type JsonObject = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A string, or a number where a publisher forgot the quotes (JSON Feed 1.1 asks readers to coerce ids). */
function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function urlOf(value: unknown, base: string | null): string | null {
  return cleanUrl(stringOf(value), base)
}

function dateOf(value: unknown): string | null {
  return parseDate(stringOf(value))?.iso ?? null
}

function authorOf(item: JsonObject): string | null {
  for (const author of [...listOf(item['authors']), item['author']]) {
    const name = isObject(author) ? personName(stringOf(author['name'])) : null
    if (name !== null) return name
  }
  return null
}

function tagsOf(item: JsonObject): string[] {
  const tags = listOf(item['tags'])
    .slice(0, LIMITS.categories)
    .map((tag) => foldSpace(stringOf(tag), LIMITS.category))
  return [...new Set(tags.filter((tag) => tag !== null))]
}

function mediaUrlsOf(item: JsonObject, base: string | null): string[] {
  const attached = listOf(item['attachments'])
    .slice(0, LIMITS.mediaUrls)
    .map((attachment) => (isObject(attachment) ? attachment['url'] : null))
  const urls = [...attached, item['image'], item['banner_image']].map((url) => urlOf(url, base))
  return [...new Set(urls.filter((url) => url !== null))].slice(0, LIMITS.mediaUrls)
}

function summaryOf(item: JsonObject): string | null {
  return (
    plainFromHtml(stringOf(item['summary']), LIMITS.summary) ??
    foldSpace(cut(stringOf(item['content_text']), LIMITS.contentHtml), LIMITS.summary)
  )
}

function readItem(item: JsonObject, base: string | null): EntryDraft {
  const id = foldSpace(stringOf(item['id']), LIMITS.guid)
  const html = cut(stringOf(item['content_html']), LIMITS.contentHtml).trim()
  return {
    url: urlOf(item['url'], base) ?? urlOf(item['external_url'], base) ?? cleanUrl(id ?? '', null),
    guid: id,
    title: plainFromHtml(stringOf(item['title']), LIMITS.title),
    publishedAt: dateOf(item['date_published']),
    updatedAt: dateOf(item['date_modified']),
    summary: summaryOf(item),
    contentHtml: html === '' ? null : html.toWellFormed(),
    author: authorOf(item),
    language: languageTag(stringOf(item['language'])),
    categories: tagsOf(item),
    mediaUrls: mediaUrlsOf(item, base),
  }
}

function hubOf(feed: JsonObject, base: string | null): string | null {
  const hub = listOf(feed['hubs']).find(isObject)
  return hub === undefined ? null : urlOf(hub['url'], base)
}

/** A JSON value, control characters inside strings forgiven; undefined when it is no JSON. */
function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll(/[\0-\x1f]/g, ' '))
  } catch {
    return undefined
  }
}

function isJsonFeed(value: unknown): value is JsonObject {
  if (!isObject(value)) return false
  return stringOf(value['version']).includes('jsonfeed.org') || Array.isArray(value['items'])
}

/** Facts of a JSON Feed (jsonfeed.org, versions 1 and 1.1) and its items; null when the text is none. */
export function readJsonFeed(text: string, base: string | null): FeedDraft | null {
  const feed = parseLoosely(text)
  if (!isJsonFeed(feed)) return null
  const language = languageTag(stringOf(feed['language']))
  const items = listOf(feed['items']).slice(0, LIMITS.entries).filter(isObject)
  return {
    format: 'json',
    id: null,
    title: plainFromHtml(stringOf(feed['title']), LIMITS.title),
    description: plainFromHtml(stringOf(feed['description']), LIMITS.summary),
    siteUrl: urlOf(feed['home_page_url'], base),
    language,
    updatedAt: null,
    ttlMinutes: null,
    skipHours: [],
    skipDays: [],
    hubUrl: hubOf(feed, base),
    selfUrl: urlOf(feed['feed_url'], base),
    entries: items
      .map((item) => readItem(item, base))
      .map((entry) => ({ ...entry, language: entry.language ?? language })),
  }
}
