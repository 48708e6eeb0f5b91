import {
  dropRepeats,
  type PageText,
  pageKeys,
  type SeenBlocks,
} from '../../src/shared/core/page/repeats.ts'
import type { BodyPage, SegmentPage } from './data.ts'
import { type Reader, readOwn, type Scores, scoreBodies, scoreSegments } from './quality.ts'

/** A host with fewer pages has no memory that would be used. */
const fewestPages = 3

/** Scores on hosts with several pages, without and with the memory of what repeats over them. */
export interface MemoryGain {
  readonly hosts: number
  readonly without: Readonly<Record<'bodies' | 'segments', Scores>>
  readonly with: Readonly<Record<'bodies' | 'segments', Scores>>
}

/** Reads the pages of hosts with several, in order of file, each set with a memory of its own. */
export function measureMemory(
  bodies: readonly BodyPage[],
  segments: readonly SegmentPage[],
): MemoryGain {
  const many = hostsWithMany([...bodies, ...segments])
  const bodyPages = bodies.filter((page) => many.has(hostOf(page.url)))
  const segmentPages = segments.filter((page) => many.has(hostOf(page.url)))
  const score = (read: Reader) => ({
    bodies: scoreBodies(bodyPages, read),
    segments: scoreSegments(segmentPages, read),
  })
  return { hosts: many.size, without: score(readOwn), with: score(readerWithMemory()) }
}

function hostsWithMany(pages: readonly { readonly url: string }[]): ReadonlySet<string> {
  const groups = Map.groupBy(pages, (page) => hostOf(page.url))
  return new Set([...groups].filter(([, own]) => own.length >= fewestPages).map(([host]) => host))
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url
}

function readerWithMemory(): Reader {
  const hosts = new Map<string, HostMemory>()
  return (html, url) => {
    const reading = readOwn(html, url)
    if (reading === null) return null
    const memory = hosts.get(hostOf(url)) ?? newMemory()
    hosts.set(hostOf(url), memory)
    const page = { title: reading.title ?? '', paragraphs: reading.text.split('\n') }
    return { ...reading, text: dropRepeats(page.paragraphs, learn(memory, page)).join('\n') }
  }
}

/** What the store remembers of a source, without its limits. */
export interface HostMemory {
  pages: number
  readonly counts: Map<string, number>
}

/** Nothing remembered yet. */
export const newMemory = (): HostMemory => ({ pages: 0, counts: new Map() })

/** Learns a page as the store does; tells what was seen before. */
export function learn(memory: HostMemory, page: PageText): SeenBlocks {
  const keys = pageKeys(page)
  const seen = {
    pages: memory.pages,
    counts: new Map(keys.blocks.map((key) => [key, memory.counts.get(key) ?? 0])),
  }
  if (memory.counts.has(keys.page)) return seen
  for (const key of [keys.page, ...keys.blocks]) {
    memory.counts.set(key, (memory.counts.get(key) ?? 0) + 1)
  }
  memory.pages += 1
  return seen
}
