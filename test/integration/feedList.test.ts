import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readFeedList } from '../../src/commands/feedList.ts'
import { followFeeds } from '../../src/commands/followFeeds.ts'
import { UsageError } from '../../src/shared/errors.ts'
import { openNewsSite } from '../support/newsSite.ts'
import { openContext } from '../support/testContext.ts'

const list = '# the wires\nhttp://a.example/feed\n\nhttp://b.example/feed # evening\n'
const opml = `<?xml version="1.0"?><opml version="2.0"><body>
<outline text="World"><outline text="A" type="rss" xmlUrl="http://a.example/feed"/></outline>
</body></opml>`

function aFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-feeds-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'feeds.txt')
  writeFileSync(path, text)
  return path
}

/** What the user was told meanwhile, on standard error. */
function listen(): readonly string[] {
  const told: string[] = []
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told.push(String(text))
    return true
  })
  onTestFinished(() => write.mockRestore())
  return told
}

test('reads one URL a line, or OPML, from a file or from the web', async () => {
  const context = openContext()
  const site = await openNewsSite({ '/feeds.txt': list, '/feeds.opml': opml })
  const read = async (place: string) => (await readFeedList(place, context)).map(({ url }) => url)
  const both = ['http://a.example/feed', 'http://b.example/feed']
  expect(await read(aFile(list))).toEqual(both)
  expect(await read(site.url('/feeds.txt'))).toEqual(both)
  expect(await read(aFile(opml))).toEqual(both.slice(0, 1))
  expect(await read(site.url('/feeds.opml'))).toEqual(both.slice(0, 1))
})

test('names the lines that make no sense and follows the others', async () => {
  const told = listen()
  const found = await readFeedList(aFile('http://a.example/feed\nnot a url\n'), openContext())
  expect(found).toHaveLength(1)
  expect(told.join('')).toMatch(/FEEDS .*feeds\.txt: .*2/)
})

test.each([
  ['/no/such/file', 'there is no such file'],
  [tmpdir(), 'it is a folder, not a file'],
])('says why it cannot read %s', async (place, reason) => {
  await expect(readFeedList(place, openContext())).rejects.toThrow(reason)
})

test('says why it cannot read a URL', async () => {
  const context = openContext()
  const site = await openNewsSite()
  await expect(readFeedList(site.url('/feeds'), context)).rejects.toThrow('HTTP 404')
  await expect(readFeedList('http://10.0.0.1/feeds', context)).rejects.toThrow('private address')
})

test('a list without a feed is a mistake', async () => {
  await expect(readFeedList(aFile('# nothing\n'), openContext())).rejects.toThrow(UsageError)
})

test('follows exactly the feeds of the list, and remembers those that come back', async () => {
  const context = openContext()
  const [a, b] = ['http://a.example/feed', 'http://b.example/feed']
  const followed = async () => (await context.feeds.all()).map(({ state }) => state.url).toSorted()
  expect(await followFeeds(context, [a, b])).toBe(2)
  expect(await followed()).toEqual([a, b])
  expect(await followFeeds(context, [b])).toBe(1)
  expect(await followed()).toEqual([b])
  const [kept] = await context.feeds.all()
  if (kept) await context.feeds.save(kept.id, { ...kept.state, etag: '"kept"' })
  await followFeeds(context, [a])
  await followFeeds(context, [a, b])
  const again = (await context.feeds.all()).find(({ state }) => state.url === b)
  expect(again?.state.etag).toBe('"kept"')
})
