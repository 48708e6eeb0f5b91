import { readFile } from 'node:fs/promises'
import type { Context } from '../shared/context.ts'
import { type FeedList, parseFeedList } from '../shared/core/feed/opml.ts'
import { messageOf, UsageError } from '../shared/errors.ts'
import { note } from './terminal.ts'

const maxListBytes = 20_000_000

/**
 * Reads a list of feeds, FEEDS or another: a file or URL with OPML or one feed URL a line. Lines that make no sense are
 * named and left out.
 * @throws UsageError when it cannot be read or holds no feed.
 */
export async function readFeedList(
  place: string,
  { http }: Pick<Context, 'http'>,
  name = `FEEDS ${place}`,
): Promise<FeedList['feeds']> {
  const list = parseFeedList(await load(place, { http, name }))
  for (const problem of list.problems.slice(0, 20)) note(`${name}: ${problem}`)
  if (list.problems.length > 20) note(`${name}: … and ${list.problems.length - 20} more`)
  if (list.feeds.length === 0) {
    throw new UsageError(
      `${name} holds no feed. Give an OPML file, or a text file with one feed URL a line.`,
    )
  }
  return list.feeds
}

async function load(
  place: string,
  { http, name }: Pick<Context, 'http'> & { name: string },
): Promise<string> {
  try {
    if (!/^https?:/i.test(place)) return await readFile(place, 'utf8')
    const result = await http.get({ url: place, maxBytes: maxListBytes })
    if (!result.ok) throw new Error(result.message)
    if (result.response.status !== 200) throw new Error(`HTTP ${result.response.status}`)
    return Buffer.from(result.response.body).toString()
  } catch (error) {
    throw new UsageError(`cannot read ${name}: ${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder, not a file'
  return messageOf(error)
}
