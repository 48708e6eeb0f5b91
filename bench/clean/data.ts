import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A page whose body a person marked. */
export interface BodyPage {
  readonly url: string
  readonly bytes: Uint8Array
  readonly expected: string
}

/** A page with strings that must and must not be in its text, and sometimes its metadata. */
export interface SegmentPage {
  readonly url: string
  readonly bytes: Uint8Array
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly title: string | null
  readonly date: string | null
  readonly author: string | null
}

/** Reads `article-bodies/`: `ground-truth.json` and gzipped pages; null when it is absent. */
export function readBodies(directory: string): readonly BodyPage[] | null {
  const folder = path.join(directory, 'article-bodies')
  const truth = path.join(folder, 'ground-truth.json')
  if (!existsSync(truth)) return null
  const pages: Record<string, { url: string; articleBody: string }> = JSON.parse(
    readFileSync(truth, 'utf8'),
  )
  return Object.entries(pages).map(([id, page]) => ({
    url: page.url,
    bytes: readGzipped(path.join(folder, 'html', `${id}.html.gz`)),
    expected: page.articleBody,
  }))
}

/** Reads `segments/`: `manifest.jsonl` and gzipped pages; null when it is absent. */
export function readSegments(directory: string): readonly SegmentPage[] | null {
  const folder = path.join(directory, 'segments')
  const manifest = path.join(folder, 'manifest.jsonl')
  if (!existsSync(manifest)) return null
  return readFileSync(manifest, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => segmentPage(folder, JSON.parse(line)))
}

function segmentPage(folder: string, row: Record<string, unknown>): SegmentPage {
  return {
    url: String(row['url']),
    bytes: readGzipped(path.join(folder, String(row['file']))),
    with: stringsOf(row['with']),
    without: stringsOf(row['without']),
    title: factOf(row['title']),
    date: factOf(row['date']),
    author: factOf(row['author']),
  }
}

function readGzipped(file: string): Uint8Array {
  return gunzipSync(readFileSync(file))
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function factOf(value: unknown): string | null {
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
  return text === '' ? null : text
}
