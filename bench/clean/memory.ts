import { dropRepeats, edgeKeys } from '../../src/shared/core/page/repeats.ts'
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

/** Pages of a host so far, and how many of them had each block at an edge. */
interface HostMemory {
  pages: number
  readonly counts: Map<string, number>
}

function readerWithMemory(): Reader {
  const hosts = new Map<string, HostMemory>()
  return (html, url) => {
    const reading = readOwn(html, url)
    if (reading === null) return null
    const host = hostOf(url)
    const memory = hosts.get(host) ?? { pages: 0, counts: new Map() }
    hosts.set(host, memory)
    return { ...reading, text: learn(memory, reading.text.split('\n')).join('\n') }
  }
}

function learn(memory: HostMemory, paragraphs: readonly string[]): readonly string[] {
  const keys = edgeKeys(paragraphs)
  const counts = keys.map((key) => memory.counts.get(key) ?? 0)
  const kept = dropRepeats(paragraphs, { pages: memory.pages, counts })
  keys.forEach((key, at) => {
    memory.counts.set(key, (counts[at] ?? 0) + 1)
  })
  memory.pages += 1
  return kept
}
