import { get, type IncomingHttpHeaders } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { DomUtils, parseDocument } from 'htmlparser2'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outletById, outlets } from '../../demo/outlets.ts'
import { type DemoWeb, startDemoWeb } from '../../demo/web.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

function fetchPage(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      )
    }).on('error', reject)
  })
}

const startMs = Date.UTC(2026, 10, 22, 12)
let web: DemoWeb
let nowMs = startMs

beforeAll(async () => {
  web = await startDemoWeb({ port: 0, now: () => nowMs })
})

afterAll(() => web.close())

/** Runs with everything released, then returns to the start. */
async function afterTheDay(check: () => Promise<void>): Promise<void> {
  nowMs = startMs + 120_000
  await check().finally(() => {
    nowMs = startMs
  })
}

test('lists one feed an outlet, each at an address of its own inside the CIDR', async () => {
  const { body } = await fetchPage(web.feedListUrl)
  const urls = body
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('http'))
  expect(urls).toEqual(web.feeds)
  expect(new Set(urls.map((url) => new URL(url).hostname)).size).toBe(outlets.length)
  expect(web.hosts).toBe('127.0.1.0/24')
  for (const url of urls) expect(url).toMatch(/^http:\/\/127\.0\.1\.\d+:/)
})

test.each(outlets)('serves the $feed.format feed of $name in $feed.charset', async (outlet) => {
  await afterTheDay(async () => {
    const url = web.feeds[outlets.indexOf(outlet)] ?? ''
    const { status, headers, body } = await fetchPage(url)
    expect(status).toBe(200)
    expect(headers['content-type']).toContain(
      outlet.feed.format === 'rdf' ? 'rdf' : outlet.feed.charset,
    )
    const text = iconv.decode(body, outlet.feed.charset)
    const own = web.publications.filter(({ outletId }) => outletId === outlet.id)
    if (outlet.feed.format === 'json') {
      expect(JSON.parse(text).items).toHaveLength(own.length)
      return
    }
    expect(text).toContain(`encoding="${outlet.feed.charset}"`)
    const titles = titlesOf(text)
    for (const publication of own) expect(titles).toContain(publication.text.headline)
  })
})

function titlesOf(xml: string): readonly string[] {
  const document = parseDocument(xml, { xmlMode: true })
  return DomUtils.getElementsByTagName('title', document).map((title) =>
    DomUtils.textContent(title),
  )
}

test('serves every page in the charset it names', async () => {
  await afterTheDay(async () => {
    for (const { url, as, outletId, text } of web.publications) {
      const { charset } = outletById(outletId).page
      const { status, headers, body } = await fetchPage(url)
      expect(status).toBe(as === 'missing' ? 404 : 200)
      expect(headers['content-type']).toBe(`text/html; charset=${charset}`)
      const html = iconv.decode(body, charset)
      expect(html).not.toContain('\ufffd')
      if (as === 'full') expect(html).toContain(text.headline.slice(0, 4))
    }
  })
})

test('answers 404 until a text is released', async () => {
  const last = web.publications.at(-1)
  expect((await fetchPage(last?.url ?? '')).status).toBe(404)
  expect(web.releasedBy(nowMs)).not.toContainEqual(last)
  await afterTheDay(async () => {
    expect((await fetchPage(last?.url ?? '')).status).toBe(200)
    expect(web.releasedBy(nowMs)).toEqual(web.publications)
  })
})

test('answers 304 to its own validators while the feed stands still', async () => {
  const [url = ''] = web.feeds
  const { headers } = await fetchPage(url)
  const etag = headers.etag ?? ''
  const modified = headers['last-modified'] ?? ''
  expect((await fetchPage(url, { 'if-none-match': etag })).status).toBe(304)
  expect((await fetchPage(url, { 'if-modified-since': modified })).status).toBe(304)
  await afterTheDay(async () => {
    expect((await fetchPage(url, { 'if-none-match': etag })).status).toBe(200)
    expect((await fetchPage(url, { 'if-modified-since': modified })).status).toBe(200)
  })
})

test('compresses for clients that ask for it', async () => {
  const [url = ''] = web.feeds
  const plain = await fetchPage(url)
  const zipped = await fetchPage(url, { 'accept-encoding': 'gzip' })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(zipped.body)).toEqual(plain.body)
})

test('finds a page under the tracking parameters its feed adds', async () => {
  const page = web.publications.find(({ outletId }) => outletId === 'calder-ledger')
  expect((await fetchPage(`${page?.url}?utm_source=rss`)).status).toBe(200)
})

test('has a front page that names its feed, a robots.txt, pictures and a 404 page', async () => {
  for (const outlet of outlets) {
    const origin = new URL(web.feeds[outlets.indexOf(outlet)] ?? '').origin
    const front = await fetchPage(`${origin}/`)
    expect(front.status).toBe(200)
    expect(front.body.toString()).toContain(`href="${outlet.feed.path}"`)
  }
  const { origin } = new URL(web.feedListUrl)
  expect((await fetchPage(`${origin}/robots.txt`)).body.toString()).toMatch(/^User-agent: \*/)
  expect((await fetchPage(`${origin}/media/7.svg`)).headers['content-type']).toBe('image/svg+xml')
  expect((await fetchPage(`${origin}/nothing`)).status).toBe(404)
})

test('survives request targets that are no path', async () => {
  const { hostname, port } = new URL(web.feedListUrl)
  for (const path of ['//', '/%', 'http://[', '/\\..', '/?utm_source']) {
    const answer = await new Promise<number>((resolve, reject) => {
      get({ hostname, port, path, agent: false }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      }).on('error', reject)
    })
    expect([200, 404]).toContain(answer)
  }
})

test('shows the whole day at once when asked to', async () => {
  const whole = await startDemoWeb({ port: 0, now: () => startMs, clock: 'all' })
  try {
    expect(whole.releasedBy(startMs)).toHaveLength(whole.publications.length)
    for (const { publishedOffsetMs } of whole.publications) {
      expect(whole.startMs + publishedOffsetMs).toBeLessThanOrEqual(startMs)
    }
  } finally {
    await whole.close()
  }
})

test('refuses a port that is taken', async () => {
  const port = Number(new URL(web.feedListUrl).port)
  await expect(startDemoWeb({ port, now: () => startMs })).rejects.toThrow('EADDRINUSE')
})
