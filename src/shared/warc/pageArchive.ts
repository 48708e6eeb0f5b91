import { type Config, userAgentOf } from '../config.ts'
import { messageOf } from '../errors.ts'
import type { HttpResponse } from '../http/client.ts'
import type { Log } from '../log.ts'
import type { Entry } from '../schemas.ts'
import { requestBlock, responseBlock } from './httpMessage.ts'
import { buildRecord, newRecordId } from './record.ts'
import { createWarcWriter, type WarcWriter } from './writer.ts'

/** Keeps what was fetched, outside Redis and for good. */
export interface PageArchive {
  /** Never throws: a full disk must not stop the news. Returns whether the page was kept. */
  add(page: FetchedPage): boolean
  close(): void
}

/** A page as it came. */
export interface FetchedPage {
  readonly entry: Entry
  readonly response: HttpResponse
  readonly contentHtml: string | null
}

interface Parts {
  readonly config: Config
  readonly log: Log
  readonly now: () => number
}

/** The archive under WARC_DIR; null when none is wanted. Files appear with the first page. */
export function createPageArchive(parts: Parts): PageArchive | null {
  const { config, log } = parts
  if (!config.WARC_DIR) return null
  let writer: WarcWriter | null = null
  let failing = false
  return {
    add(page) {
      try {
        writer ??= openWriter(parts)
        writer.write(recordsOf(page, parts))
        failing = false
        return true
      } catch (error) {
        if (!failing) log.warn(`pages are not archived in ${config.WARC_DIR}: ${messageOf(error)}`)
        failing = true
        return false
      }
    },
    close: () => writer?.close(),
  }
}

function openWriter({ config, now }: Parts): WarcWriter {
  return createWarcWriter({
    directory: config.WARC_DIR,
    maxBytes: config.WARC_MAX_MB * 1_000_000,
    now,
    software: config.USER_AGENT,
  })
}

/** Response, request and metadata of one page: one capture. */
function recordsOf({ entry, response, contentHtml }: FetchedPage, { config, now }: Parts) {
  const id = newRecordId()
  const common = { dateMs: now(), targetUri: response.url }
  const http = (type: 'request' | 'response') => `application/http; msgtype=${type}`
  const request = requestBlock(response.url, { 'user-agent': userAgentOf(config) })
  const told = Buffer.from(JSON.stringify({ entry, contentHtml }))
  const besides = { ...common, id: newRecordId(), concurrentTo: id }
  return [
    buildRecord(
      { ...common, type: 'response', id, contentType: http('response'), payload: response.body },
      responseBlock(response),
    ),
    buildRecord({ ...besides, type: 'request', contentType: http('request') }, request),
    buildRecord(
      { ...besides, id: newRecordId(), type: 'metadata', contentType: 'application/json' },
      told,
    ),
  ]
}
