import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { expect, onTestFinished, test } from 'vitest'
import { digestFile, Manifest } from '../../src/commands/export/manifest.ts'
import { exportCommand } from '../../src/commands/export/program.ts'
import { readTable } from '../../src/commands/export/tableReader.ts'
import { type ExportFormat, exportFormats } from '../../src/commands/export/tableWriter.ts'
import { anAssigner } from '../support/assigning.ts'
import { aReadArticle } from '../support/builders.ts'
import { runCommand } from '../support/runCommand.ts'
import { openContext, type TestContext } from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const cutFerry = { ...reports.ferry, paragraphs: reports.ferry.paragraphs.slice(0, 2) }
const oddComet = { ...reports.comet, title: 'A "comet", seen;\tby =many\u2028' }

/** A ferry, its copy, its cut copy and, of another event, a title that no format may stumble over. */
async function openFilled(): Promise<TestContext> {
  const context = openContext()
  const assigner = await anAssigner(context)
  await assigner.handler(aReadArticle({ url: 'http://a.example/1' }))
  await assigner.handler(aReadArticle({ url: 'http://b.example/1', report: oddComet }))
  await assigner.handler(aReadArticle({ url: 'http://c.example/1' }))
  await assigner.handler(aReadArticle({ url: 'http://d.example/1', report: cutFerry }))
  return context
}

type Flags = Parameters<typeof exportCommand>[1]
const flags: Flags = { format: 'jsonl', since: null, language: null, json: true }

const run = (context: TestContext, wishes: Partial<Flags>) =>
  runCommand(context, (config) => exportCommand(config, { ...flags, ...wishes }))

async function rowsOf(format: ExportFormat, folder: string, table: string) {
  const rows: Record<string, unknown>[] = []
  for await (const row of readTable(format, join(folder, `${table}.${format}`))) rows.push(row)
  return rows
}

test.each(exportFormats)(
  'as %s: duplicates are apart, and every removal can be checked',
  async (format) => {
    const context = await openFilled()
    const out = aFolder()
    const { text, exitCode } = await run(context, { format, out })
    expect(exitCode).toBe(0)
    const manifest = Manifest.parse(JSON.parse(text))
    expect(manifest.counts).toMatchObject({ stories: 2, articles: 2, duplicates: 2 })
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toEqual(manifest)
    const titles = (await rowsOf(format, out, 'articles')).map(({ title }) => title)
    expect(titles.toSorted()).toEqual([oddComet.title, reports.ferry.title].toSorted())
    const removals = readFileSync(join(out, 'removals.jsonl'), 'utf8').trim().split('\n')
    expect(removals.map((line) => JSON.parse(line))).toMatchObject([
      { relation: 'copy', jaccard: 1, containment: 1, rule: 'same_words' },
      { containment: 1 },
    ])
    const checked = await run(context, { verify: out })
    expect(JSON.parse(checked.text)).toEqual({ folder: out, removals: 2, faults: [] })
  },
)

test('after merges every row names the story that lives, and every removal can be checked', async () => {
  const context = openContext()
  const assigner = await anAssigner(context)
  for (const name of ['ferry', 'comet', 'vaccine'] as const)
    for (const site of ['a', 'b'])
      await assigner.handler(
        aReadArticle({ url: `http://${site}.example/${name}`, report: reports[name] }),
      )
  const stories = (await context.stories.recent(10)).map(({ id }) => id)
  const [one = '', two = '', three = ''] = stories
  expect(stories).toHaveLength(3)
  for (const pair of [
    [one, two],
    [two, three],
  ] as const)
    await context.commands.give({ kind: 'merge', stories: [...pair] })
  await assigner.obeyAll()
  const out = aFolder()
  await run(context, { out })
  const living = (await rowsOf('jsonl', out, 'stories')).map(({ id }) => id)
  expect(living).toEqual([await context.stories.resolve(one)])
  for (const table of ['articles', 'duplicates', 'copies']) {
    const rows = await rowsOf('jsonl', out, table)
    expect(rows, table).toHaveLength(3)
    expect(new Set(rows.map(({ story }) => story)), table).toEqual(new Set(living))
  }
  const { exitCode, text } = await run(context, { verify: out })
  expect({ exitCode, ...JSON.parse(text) }).toMatchObject({ exitCode: 0, removals: 3, faults: [] })
})

/** Texts that a reader of tables may take for something else. */
const hostileTexts = [
  "'=1+1",
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '+1-1',
  '-2+3',
  '\t=1',
  'a "quoted" one, with; signs',
  'line one\nline two\r\nline three\rline four',
  '\u2028\u2029\u0000\u001b[31m\ufeff',
  '"",\n"',
  '\ud83d\udef6 \u202eright to left',
  'null',
  '{"a":[1]}',
]

/** For a reader that ends rows at any line break, too, there is one row, and none of its cells is a formula. */
function expectHarmless(path: string): void {
  const rows: string[][] = parse(readFileSync(path), { record_delimiter: ['\r\n', '\n', '\r'] })
  expect(rows).toHaveLength(2)
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
}

test.each(exportFormats)('as %s: no text breaks a row or comes back as another', async (format) => {
  const context = openContext()
  const assigner = await anAssigner(context)
  const article = aReadArticle({ url: 'http://a.example/1' })
  await assigner.handler(article)
  const { redis, keys } = context
  const key = keys.article(article.articleId)
  for (const [at, text] of hostileTexts.entries()) {
    await redis.hset(
      key,
      'title',
      text,
      'byline',
      text,
      'siteName',
      text,
      'text',
      `${text}\n\n${text}`,
    )
    const out = aFolder()
    await run(context, { format, out })
    const [row, ...more] = await rowsOf(format, out, 'articles')
    expect(more, `text ${at}`).toEqual([])
    expect(row, `text ${at}`).toMatchObject({ title: text, text: `${text}\n\n${text}` })
    expect((await run(context, { verify: out })).exitCode).toBe(0)
    if (format === 'csv') expectHarmless(join(out, 'articles.csv'))
  }
})

test('the same store gives the same bytes', async () => {
  const context = await openFilled()
  for (const format of exportFormats) {
    const [first, second] = [aFolder(), aFolder()]
    await run(context, { format, out: first })
    await run(context, { format, out: second })
    for (const file of readdirSync(first))
      expect(readFileSync(join(first, file)).equals(readFileSync(join(second, file)))).toBe(true)
  }
})

test('another reader of Parquet finds times and lists', async () => {
  const context = await openFilled()
  const out = aFolder()
  await run(context, { format: 'parquet', out })
  const file = await asyncBufferFromFile(join(out, 'stories.parquet'))
  const rows = await parquetReadObjects({ file })
  expect(rows.map(({ size }) => size).toSorted()).toEqual([1, 3])
  expect(rows[0]?.['openedAt']).toBeInstanceOf(Date)
  expect(rows[0]?.['languages']).toEqual(['en'])
})

test('a changed file is named', async () => {
  const context = await openFilled()
  const out = aFolder()
  await run(context, { out })
  appendFileSync(join(out, 'articles.jsonl'), '{}\n')
  const { exitCode, text } = await run(context, { verify: out })
  expect({ exitCode, faults: JSON.parse(text).faults }).toEqual({
    exitCode: 1,
    faults: ['articles.jsonl: not the file that was written'],
  })
})

test('a removal that does not follow from the texts is named, even where the digest was mended', async () => {
  const context = await openFilled()
  const out = aFolder()
  await run(context, { out })
  const path = join(out, 'duplicates.jsonl')
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('Sankt Olaf ran aground', 'moon rose'))
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')))
  const digest = await digestFile(path)
  const files = manifest.files.map((file) =>
    file.name === 'duplicates' ? { ...file, ...digest } : file,
  )
  writeFileSync(join(out, 'manifest.json'), JSON.stringify({ ...manifest, files }))
  const { exitCode, text } = await run(context, { verify: out })
  expect(exitCode).toBe(1)
  expect(JSON.parse(text).faults).toHaveLength(2)
})

test('of an empty store an empty export is made, in every format', async () => {
  const context = openContext()
  for (const format of exportFormats) {
    const out = aFolder()
    await run(context, { format, out })
    expect(await rowsOf(format, out, 'articles')).toEqual([])
    expect((await run(context, { verify: out })).exitCode).toBe(0)
  }
})

test('filters leave out stories without a change and articles of other languages', async () => {
  const context = await openFilled()
  const later = new Date(Date.now() + 3_600_000).toISOString()
  const none = await run(context, { out: aFolder(), since: later })
  expect(JSON.parse(none.text).counts).toMatchObject({ stories: 0, articles: 0 })
  const german = await run(context, { out: aFolder(), language: 'de' })
  expect(JSON.parse(german.text).counts).toMatchObject({ stories: 0, articles: 0 })
})

test('a folder that is not empty is not written into, one without an export is not checked', async () => {
  const context = await openFilled()
  const out = aFolder()
  await expect(run(context, { verify: out })).rejects.toThrow('holds no finished export')
  writeFileSync(join(out, 'mine.txt'), 'mine')
  await expect(run(context, { out })).rejects.toThrow('is not empty')
})
