import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../../shared/context.ts'
import { UsageError } from '../../shared/errors.ts'
import type { StoryRecord } from '../../shared/storyRecord.ts'
import { version } from '../../shared/version.ts'
import type { Told } from '../progress.ts'
import { type Row, type TableName, tableNames } from './columns.ts'
import {
  digestFile,
  type Manifest,
  type ManifestFile,
  manifestFile,
  removalsFile,
} from './manifest.ts'
import { type Removal, removalRules } from './removals.ts'
import { articleRows, storyRow } from './storyRows.ts'
import {
  type ExportFormat,
  jsonLine,
  openLines,
  openTable,
  type TableWriter,
} from './tableWriter.ts'

/** What is exported, and where to. */
export interface ExportWishes {
  readonly format: ExportFormat
  readonly out: string
  /** Stories that changed since then, ISO 8601; null = all. */
  readonly since: string | null
  /** Articles of this language only; null = all. */
  readonly language: string | null
}

type FileName = TableName | 'removals'

interface CountedFile extends TableWriter {
  readonly file: string
  readonly rows: () => number
}

/**
 * Writes stories, articles, duplicates, the copy map and the manifest into a new folder. Stories come by their id, so that
 * the same store gives the same bytes; one story at a time is held. @throws UsageError when the folder is not empty
 */
export async function writeExport(
  context: Context,
  wishes: ExportWishes,
  tell: Told = () => {},
): Promise<Manifest> {
  takeFolder(wishes.out)
  const commits = await context.stories.commits()
  const files = openFiles(wishes)
  const removals: Record<string, number> = {}
  try {
    await writeStories(context, wishes, { files, removals, tell })
  } finally {
    for (const file of Object.values(files)) await file.end()
  }
  const manifest = await manifestOf(context, wishes, { files, commits, removals })
  writeFileSync(join(wishes.out, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

function takeFolder(out: string): void {
  mkdirSync(out, { recursive: true })
  if (readdirSync(out).length > 0)
    throw new UsageError(`${out} is not empty: name a new folder, or empty this one`)
}

type Files = Readonly<Record<FileName, CountedFile>>

function openFiles({ format, out }: ExportWishes): Files {
  const counted = (file: string, writer: TableWriter): CountedFile => {
    let rows = 0
    const add = (row: Row) => {
      rows += 1
      return writer.add(row)
    }
    return { ...writer, add, file, rows: () => rows }
  }
  const opened = tableNames.map((table) => {
    const file = `${table}.${format}`
    return [table, counted(file, openTable(format, table, join(out, file)))] as const
  })
  const lines = openLines(join(out, removalsFile), jsonLine, '')
  return { ...Object.fromEntries(opened), removals: counted(removalsFile, lines) } as Files
}

interface Sink {
  readonly files: Files
  readonly removals: Record<string, number>
  readonly tell: Told
}

async function writeStories(context: Context, wishes: ExportWishes, sink: Sink): Promise<void> {
  const { redis, keys, stories } = context
  const sinceMs = wishes.since ? String(Date.parse(wishes.since)) : '-inf'
  const ids = (await redis.zrangebyscore(keys.stories, sinceMs, '+inf')).toSorted()
  let done = 0
  for (const id of ids) {
    const story = await stories.story(id)
    // one that went into another is exported there
    if (story && story.id === id) await writeStory(context, { story, wishes, sink })
    done += 1
    sink.tell(done, ids.length)
  }
}

interface StoryToWrite {
  readonly story: StoryRecord
  readonly wishes: ExportWishes
  readonly sink: Sink
}

async function writeStory(context: Context, { story, wishes, sink }: StoryToWrite): Promise<void> {
  const { files, removals } = sink
  let articles = 0
  for await (const { article, copy, removal } of articleRows(context, story.id, wishes.language)) {
    articles += 1
    await files[removal ? 'duplicates' : 'articles'].add(article)
    if (copy) await files.copies.add(copy)
    if (removal) await files.removals.add(told(removal))
    if (removal) removals[removal.relation] = (removals[removal.relation] ?? 0) + 1
  }
  if (articles > 0) await files.stories.add(storyRow(story))
}

const told = (removal: Removal): Row => ({ ...removal })

interface Written {
  readonly files: Files
  readonly commits: number
  readonly removals: Readonly<Record<string, number>>
}

async function manifestOf(
  { keys }: Context,
  { format, since, language, out }: ExportWishes,
  { files, commits, removals }: Written,
): Promise<Manifest> {
  const listed: ManifestFile[] = []
  for (const [name, { file, rows }] of Object.entries(files) as [FileName, CountedFile][])
    listed.push({ name, file, rows: rows(), ...(await digestFile(join(out, file))) })
  return {
    kind: 'wirefold.export.v1',
    wirefold: version,
    settings: { format, prefix: keys.prefix, since, language },
    commits,
    rules: removalRules,
    counts: {
      stories: files.stories.rows(),
      articles: files.articles.rows(),
      duplicates: files.duplicates.rows(),
      removals: Object.fromEntries(Object.entries(removals).toSorted()),
    },
    files: listed,
  }
}
