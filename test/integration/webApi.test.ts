import { expect, test } from 'vitest'
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

test.each([
  ['/api/stories?minSize=many', 'minSize'],
  ['/api/stories?limit=100000', 'limit'],
  ['/api/stories?cursor=*', 'cursor'],
  ['/api/stories?since=yesterday', 'since'],
  ['/api/stories?language=en%0d%0aFLUSHALL', 'language'],
  ['/api/stories/s123', 'id'],
  ['/api/articles/..%2f..%2fkeys', 'id'],
  ['/api/explain', 'a'],
  ['/api/events?after=x', 'after'],
])('answers %s with 400 and names the field', async (path, field) => {
  const web = await openWeb()
  const answer = await web.get(path)
  const { error, fields } = (await answer.json()) as Answer
  expect([answer.status, error, Object.keys(fields)]).toEqual([400, 'wrong parameters', [field]])
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
  for await (const chunk of answer.body ?? []) {
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
  const rest = await readEvents(
    await web.get('/api/events', { 'last-event-id': all[2]?.['id'] ?? '' }),
    1,
  )
  expect(rest[0]?.['id']).toBe(all[3]?.['id'])
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
  const { sources } = await web.json('/api/sources')
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
