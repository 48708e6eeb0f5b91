import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { articleIdOf, canonicalizeUrl } from '../core/copies/canonicalUrl.ts'
import { messageOf, UsageError } from '../errors.ts'
import { Entry } from '../schemas.ts'
import { parseResponse } from './httpMessage.ts'
import { readWarc } from './reader.ts'
import { fieldOf, type WarcRecord } from './record.ts'

/** A fetched page with all that is needed to read it again. */
export interface ArchivedPage {
  readonly entry: Entry
  /** URL that answered, after redirects. */
  readonly url: string
  readonly contentType: string | null
  readonly body: Uint8Array
  /** Article HTML the feed carried. */
  readonly contentHtml: string | null
}

/** What the feed said, in a metadata record beside the response. */
const Told = z.object({ entry: Entry, contentHtml: z.string().nullable() })

/** The WARC files of a folder, oldest first. @throws UsageError when there is none. */
export function archiveFiles(directory: string): readonly string[] {
  const names = listFolder(directory).filter((name) => /\.warc(\.gz)?(\.open)?$/.test(name))
  if (names.length === 0) throw new UsageError(`${directory} holds no WARC file (*.warc.gz)`)
  return names.sort().map((name) => join(directory, name))
}

function listFolder(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch (error) {
    throw new UsageError(`cannot read ${directory}: ${messageOf(error)}`)
  }
}

/**
 * The pages of an archive file in the order they were fetched. Of a page another program archived only the address is known.
 */
export async function* readPages(
  path: string,
  progress: (bytes: number) => void = () => {},
): AsyncGenerator<ArchivedPage> {
  let response: WarcRecord | null = null
  for await (const record of readWarc(path, progress)) {
    const type = fieldOf(record, 'warc-type')
    if (type === 'response') {
      if (response) yield* pageOf(response, null)
      response = record
    } else if (type === 'metadata' && response && belongsTo(record, response)) {
      yield* pageOf(response, record)
      response = null
    }
  }
  if (response) yield* pageOf(response, null)
}

function belongsTo(record: WarcRecord, response: WarcRecord): boolean {
  return fieldOf(record, 'warc-concurrent-to') === fieldOf(response, 'warc-record-id')
}

/** One page, or none when the response is not a page that was read. */
function* pageOf(record: WarcRecord, metadata: WarcRecord | null): Generator<ArchivedPage> {
  const url = fieldOf(record, 'warc-target-uri')?.replace(/^<|>$/g, '')
  const response = parseResponse(record.block)
  if (!url || !response || response.status !== 200) return
  const contentType = response.headers.get('content-type') ?? null
  const told = metadata ? parseTold(metadata.block) : null
  const entry = told?.entry ?? entryOf(url, Date.parse(fieldOf(record, 'warc-date') ?? ''))
  if (!entry) return
  const { body } = response
  yield { entry, url, contentType, body, contentHtml: told?.contentHtml ?? null }
}

function parseTold(block: Buffer): z.output<typeof Told> | null {
  try {
    return Told.safeParse(JSON.parse(block.toString())).data ?? null
  } catch {
    return null
  }
}

/** An entry for a page of which no feed is known. */
function entryOf(url: string, fetchedMs: number): Entry | null {
  const canonical = canonicalizeUrl(url)
  if (canonical === null || Number.isNaN(fetchedMs)) return null
  const nothing = { guid: null, title: null, summary: null, publishedAt: null, updatedAt: null }
  return {
    ...nothing,
    entryId: articleIdOf(canonical),
    url,
    feed: url,
    author: null,
    language: null,
    hasContent: false,
    firstSeenMs: fetchedMs,
    version: null,
  }
}
