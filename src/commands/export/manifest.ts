import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { messageOf, UsageError } from '../../shared/errors.ts'
import { tableNames } from './columns.ts'
import { exportFormats } from './tableWriter.ts'

/** Written last: a folder without it holds no finished export. */
export const manifestFile = 'manifest.json'
/** Every removal of a duplicate with its evidence, one JSON object a line. */
export const removalsFile = 'removals.jsonl'

const File = z.object({
  name: z.enum([...tableNames, 'removals']),
  file: z.string(),
  rows: z.number(),
  bytes: z.number(),
  sha256: z.string(),
})

/** What an export is, and the digests of its files. Holds no time of its making: equal stores give equal exports. */
export const Manifest = z.object({
  kind: z.literal('wirefold.export.v1'),
  wirefold: z.string(),
  settings: z.object({
    format: z.enum(exportFormats),
    prefix: z.string(),
    since: z.string().nullable(),
    language: z.string().nullable(),
  }),
  /** Commits of the assigner when it began: which store this was. */
  commits: z.number(),
  /** What each rule of a removal asks for. */
  rules: z.record(z.string(), z.string()),
  counts: z.object({
    stories: z.number(),
    articles: z.number(),
    duplicates: z.number(),
    removals: z.record(z.string(), z.number()),
  }),
  files: z.array(File),
})
export type Manifest = z.output<typeof Manifest>
export type ManifestFile = z.output<typeof File>

/** Size and digest of a written file. */
export async function digestFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}

/** @throws UsageError when the folder holds no finished export */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, manifestFile), 'utf8')))
  } catch (error) {
    throw new UsageError(
      `${folder} holds no finished export: ${messageOf(error)}. Make one with \`wirefold export --out ${folder}\`.`,
    )
  }
}
