import { expect, test } from 'vitest'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { noonMs } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { reports } from '../support/texts.ts'
import { type Answer, openWeb, type TestWeb } from '../support/webServer.ts'

const { ferry, vaccine, budget } = reports
const threeStories = [
  { report: ferry, url: 'http://a.example/ferry', source: 'a.example' },
  { report: vaccine, url: 'http://a.example/vaccine', source: 'a.example' },
  { report: budget, url: 'http://b.example/budget', source: 'b.example' },
  { report: ferry, url: 'http://b.example/ferry', source: 'b.example', timeMs: noonMs + 60_000 },
]

async function withStories(): Promise<TestWeb> {
  const web = await openWeb()
  await web.assign(threeStories)
  await eventually('the page knows all', async () => {
    const { stories } = await web.json('/api/stories')
    return stories.reduce((sum: number, { size }: Answer) => sum + size, 0) === threeStories.length
  })
  return web
}

const headlines = ({ stories }: Answer) => stories.map(({ headline }: Answer) => headline)

test('lists stories, newest change first, with what a front page needs', async () => {
  const web = await withStories()
  const list = await web.json('/api/stories')
  expect(headlines(list)).toEqual([ferry.title, budget.title, vaccine.title])
  expect(list).toMatchObject({ next: null, total: 3, languages: ['en'] })
  expect(list.stories[0]).toMatchObject({
    state: 'open',
    size: 2,
    sources: ['a.example', 'b.example'],
  })
  expect(list.stories[0].growth.reduce((sum: number, part: number) => sum + part)).toBe(2)
  await eventually('origins are counted', async () => {
    const { stories } = await web.json('/api/stories')
    return stories[0].independentOrigins === 1
  })
})

test.each([
  ['source=b.example', [ferry.title, budget.title]],
  ['minSize=2', [ferry.title]],
  ['language=de', []],
  ['language=en&source=a.example', [ferry.title, vaccine.title]],
  ['text=MALARIA vaccine', [vaccine.title]],
  ['text=malaria budget', []],
  ['state=closed', []],
  ['since=2999-01-01T00:00:00Z', []],
])('filters by %s', async (query, expected) => {
  const web = await withStories()
  expect(headlines(await web.json(`/api/stories?${query}`))).toEqual(expected)
})

test('goes through a list page by page, each story once', async () => {
  const web = await withStories()
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await web.json(`/api/stories?limit=1${cursor && `&cursor=${cursor}`}`)
    seen.push(...headlines(page))
    cursor = page.next ?? ''
  } while (cursor)
  expect(seen).toEqual([ferry.title, budget.title, vaccine.title])
})

test('shows a story with its articles and who copied from whom', async () => {
  const web = await withStories()
  const [{ id }] = (await web.json('/api/stories?minSize=2')).stories
  const { story, articles } = await web.json(`/api/stories/${id}`)
  expect(story).toMatchObject({ id, size: 2 })
  const [original, copy] = articles
  expect([original.source, copy.source]).toEqual(['a.example', 'b.example'])
  expect(original.parent).toBeNull()
  expect(copy.relation).toBe('copy')
})

test('a merged story is redirected to the one it went into', async () => {
  const web = await withStories()
  const [{ id }] = (await web.json('/api/stories?minSize=2')).stories
  const merged = `s${'0'.repeat(20)}`
  await web.context.redis.hset(web.context.keys.aliases, merged, id)
  const answer = await fetch(`${web.base}/api/stories/${merged}`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([308, `/api/stories/${id}`])
  expect((await web.json(`/api/stories/${merged}`)).story.id).toBe(id)
})

test('shows an article with its text and its receipt, and explains two', async () => {
  const web = await withStories()
  const { articles } = await web.json(
    '/api/explain?a=http://a.example/ferry&b=http://b.example/ferry',
  )
  expect(articles.map(({ receipt }: Answer) => receipt.rule)).toEqual(['open', 'copy'])
  const { overlap } = await web.json(
    '/api/explain?a=http://a.example/ferry&b=http://b.example/ferry',
  )
  expect(overlap).toEqual({ jaccard: 1, containment: 1, sameStory: true })
  const article = await web.json(`/api/articles/${articles[1].id}`)
  expect(article).toMatchObject({
    title: ferry.title,
    paragraphs: ferry.paragraphs,
    relation: 'copy',
  })
  expect((await web.get('/api/explain?a=http://nobody.example/')).status).toBe(404)
})

/** For every parameter of the API, by its place in the OpenAPI document, values that cannot be meant. */
const malformed: Readonly<Record<string, readonly string[]>> = {
  '/api/stories language': ['en\r\nFLUSHALL', 'e', '*'],
  '/api/stories source': ['a b', '*', 'x'.repeat(254)],
  '/api/stories since': ['yesterday', '0', '2026-13-01T00:00:00Z'],
  '/api/stories minSize': ['many', '0', '1.5', '-1', '1e99'],
  '/api/stories text': ['', 'x'.repeat(201)],
  '/api/stories state': ['ajar', ''],
  '/api/stories limit': ['100000', '0', 'NaN'],
  '/api/stories cursor': ['*', '1.s1', '99999999999999999.s00000000000000000000'],
  '/api/stories/{id} id': ['s123', 's*', '..%2f..%2fkeys', 'S00000000000000000000'],
  '/api/articles/{id} id': ['a1', 'a*', '..%2f..%2fkeys', `a${'0'.repeat(21)}`],
  '/api/explain a': ['', 'x'.repeat(2_001)],
  '/api/explain b': ['', 'x'.repeat(2_001)],
  '/api/events after': ['x', '1-2-3', '-', '+', '$'],
  '/api/events last-event-id': ['x', '1-'],
  '/api/sources limit': ['0', '1001', 'many'],
}

interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path' | 'header'
}

test('every parameter refuses what cannot be meant: 400, with the field named', async () => {
  const web = await openWeb()
  const { paths } = await web.json('/api/openapi.json')
  const parameters = Object.entries<Answer>(paths).flatMap(([path, { get }]) =>
    (get.parameters ?? []).map((parameter: Parameter) => ({ path, ...parameter })),
  )
  const named = parameters.map(({ path, name }) => `${path} ${name}`)
  expect(named.toSorted()).toEqual(Object.keys(malformed).toSorted())
  for (const { path, name, in: place } of parameters)
    for (const value of malformed[`${path} ${name}`] ?? []) {
      const answer = await askWith(web, { path, name, place, value })
      const { error, fields } = (await answer.json()) as Answer
      const told = [answer.status, error, Object.keys(fields ?? {})]
      expect(told, `${path} ${name}=${value}`).toEqual([400, 'wrong parameters', [name]])
    }
})

interface Question {
  readonly path: string
  readonly name: string
  readonly place: Parameter['in']
  readonly value: string
}

function askWith(web: TestWeb, { path, name, place, value }: Question): Promise<Response> {
  if (place === 'path') return web.get(path.replace(`{${name}}`, value))
  if (place === 'header') return web.get(path, { [name]: value })
  const needed = path === '/api/explain' && name === 'b' ? 'a=x&' : ''
  return web.get(`${path}?${needed}${name}=${encodeURIComponent(value)}`)
}

test('what is not given is named too, and of a parameter given twice nothing is guessed', async () => {
  const web = await openWeb()
  const fieldsOf = async (path: string) => {
    const answer = await web.get(path)
    return [answer.status, Object.keys(((await answer.json()) as Answer).fields)]
  }
  expect(await fieldsOf('/api/explain')).toEqual([400, ['a']])
  expect(await fieldsOf('/api/stories?limit=1&limit=2')).toEqual([400, ['limit']])
})

/** Commands that Redis is given while `work` runs, each as its words. */
async function commandsDuring({ context }: TestWeb, work: () => Promise<unknown>) {
  const monitor = await context.redis.monitor()
  const commands: string[][] = []
  monitor.on('monitor', (_time: string, words: string[]) => commands.push(words))
  await work()
  monitor.disconnect()
  return commands
}

test('what readers write reaches Redis as one value or not at all, never as a key of its own', async () => {
  const web = await withStories()
  const nasty = '*\r\nFLUSHALL\r\n:events {x} $1'
  const ways = [
    `/api/explain?a=${encodeURIComponent(nasty)}`,
    `/api/stories?text=${encodeURIComponent(nasty)}`,
    `/api/stories/${encodeURIComponent(nasty)}`,
    `/api/articles/${encodeURIComponent(nasty)}`,
    `/api/stories?source=${encodeURIComponent(nasty)}`,
  ]
  // counting goes on in the background, and ioredis stumbles over a command that comes together with the answer to MONITOR
  await eventually('origins are counted', async () => {
    const { stories } = await web.json('/api/stories')
    return stories.every(({ independentOrigins }: Answer) => independentOrigins !== null)
  })
  const commands = await commandsDuring(web, async () => {
    for (const way of ways) await web.get(way)
    await web.get('/api/status')
  })
  const own = commands.filter((words) =>
    words.some((word) => word.includes(web.context.keys.prefix)),
  )
  expect(own.length).toBeGreaterThan(0)
  expect(commands.flat().filter((word) => /FLUSHALL|\r|\n/.test(word))).toEqual([])
})

test('addresses and headers beyond any use are refused, and the server goes on', async () => {
  const web = await openWeb()
  expect((await web.get(`/api/stories?text=${'x'.repeat(40_000)}`)).status).toBe(431)
  expect((await web.get('/api/stories', { 'x-long': 'x'.repeat(40_000) })).status).toBe(431)
  expect((await web.get('/api/stories')).status).toBe(200)
})

test.each([
  '/api/stories/s00000000000000000000',
  '/api/articles/a00000000000000000000',
  '/api/nothing',
])('answers %s with 404 in words', async (path) => {
  const answer = await (await openWeb()).get(path)
  expect([answer.status, typeof ((await answer.json()) as Answer).error]).toEqual([404, 'string'])
})

/** Reads server-sent events until there are so many; each as its lines by name. */
async function readEvents(
  answer: Response,
  count: number,
): Promise<readonly Record<string, string>[]> {
  const found: Record<string, string>[] = []
  let text = ''
  for await (const chunk of answer.body?.values({ preventCancel: true }) ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString()
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const pairs = block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2))
      found.push(Object.fromEntries(pairs))
    }
    if (found.length >= count) return found
  }
  return found
}

test('streams events as they come, and goes on after the last one received', async () => {
  const web = await withStories()
  const all = await readEvents(await web.get('/api/events?after=0'), 4)
  expect(all.map(({ event }) => event?.split('.')[2])).toEqual([
    'opened',
    'opened',
    'opened',
    'joined',
  ])
  expect(JSON.parse(all[3]?.['data'] ?? '').data.article.source).toBe('b.example')
  const later = await web.get('/api/events', { 'last-event-id': all[2]?.['id'] ?? '' })
  const rest = await readEvents(later, 1)
  expect(rest[0]?.['id']).toBe(all[3]?.['id'])
})

test('who is told of an event finds its story in the list', async () => {
  const web = await openWeb()
  const listening = await web.get('/api/events?after=0')
  for (const story of threeStories.slice(0, 3)) {
    await web.assign([story])
    const [event] = await readEvents(listening, 1)
    const { stories } = await web.json('/api/stories')
    expect(headlines({ stories })).toContain(JSON.parse(event?.['data'] ?? '').data.article.title)
  }
})

test('offers the stories as an Atom feed', async () => {
  const web = await withStories()
  const answer = await web.get('/feeds/stories.atom')
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toContain('application/atom+xml')
  expect(text.match(/<entry>/g)).toHaveLength(3)
  expect(text).toContain(ferry.title)
})

test('counts what publishers bring and how much of it is copied', async () => {
  const web = await withStories()
  await eventually('all are counted', async () => (await web.json('/api/sources')).events === 4)
  const feed = newFeedState('http://news.example/feed', noonMs)
  await web.context.feeds.add([{ ...feed, failures: 2, lastError: 'HTTP 500' }])
  const { sources } = await web.json('/api/sources')
  expect(sources[0]).toMatchObject({ health: 'failing', why: expect.stringContaining('HTTP 500') })
  const counted = sources.map(({ source, articles, copies }: Answer) => [source, articles, copies])
  expect(counted.toSorted()).toEqual([
    ['a.example', 2, 0],
    ['b.example', 2, 1],
  ])
})

test('describes itself: every path of the API is in the OpenAPI document', async () => {
  const web = await openWeb()
  const { openapi, paths } = await web.json('/api/openapi.json')
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths).toSorted()).toEqual([
    '/api/articles/{id}',
    '/api/events',
    '/api/explain',
    '/api/feeds',
    '/api/sources',
    '/api/status',
    '/api/stories',
    '/api/stories/{id}',
  ])
})

const token = 'a-token-of-some-length'

test('with a token nothing is shown without it', async () => {
  const web = await openWeb({ settings: { HTTP_TOKEN: token } })
  const basic = `Basic ${Buffer.from(`anyone:${token}`).toString('base64')}`
  const statusOf = async (authorization: string) =>
    (await web.get('/api/stories', authorization ? { authorization } : {})).status
  expect(await statusOf('')).toBe(401)
  expect(await statusOf('Bearer wrong')).toBe(401)
  expect(await statusOf(`Bearer ${token}`)).toBe(200)
  expect(await statusOf(basic)).toBe(200)
  expect((await web.get('/queues', { authorization: basic })).status).toBe(200)
  expect((await web.get('/healthz')).status).toBe(200)
})

test('without a token there is no board of the queues', async () => {
  expect((await (await openWeb()).get('/queues')).status).toBe(404)
})

test('an address that asks too often is told to slow down', async () => {
  const web = await openWeb({ settings: { HTTP_REQUESTS_PER_MINUTE: 10 } })
  const statuses: number[] = []
  for (let at = 0; at < 12; at += 1) statuses.push((await web.get('/api/stories')).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(10)
  expect((await web.get('/api/stories')).headers.get('retry-after')).toBe('6')
})

test('other pages may read the API only when they are named', async () => {
  const origin = 'https://desk.example'
  const allowed = async (settings: object) =>
    (await (await openWeb({ settings })).get('/api/stories', { origin })).headers.get(
      'access-control-allow-origin',
    )
  expect(await allowed({})).toBeNull()
  expect(await allowed({ HTTP_CORS_ORIGINS: [origin] })).toBe(origin)
})

test('only reads: other methods find nothing', async () => {
  const web = await openWeb()
  const answer = await fetch(`${web.base}/api/stories`, { method: 'POST', body: '{}' })
  expect(answer.status).toBe(404)
})
