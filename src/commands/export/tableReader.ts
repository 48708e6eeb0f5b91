import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parse } from 'csv-parse'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { fromCsvText } from './csvText.ts'
import type { ExportFormat } from './tableWriter.ts'

/** A row as a file gives it back: texts and numbers as they were, or as text (CSV). */
export type ReadRow = Readonly<Record<string, unknown>>

const readers: Readonly<Record<ExportFormat, (path: string) => AsyncIterable<ReadRow>>> = {
  jsonl: readLines,
  csv: (path) =>
    createReadStream(path).pipe(parse({ columns: true, cast: (cell) => fromCsvText(cell) })),
  parquet: readParquet,
}

/** The rows of an exported table, in their order. */
export function readTable(format: ExportFormat, path: string): AsyncIterable<ReadRow> {
  return readers[format](path)
}

/** The rows of a file with one JSON object a line. */
export async function* readLines(path: string): AsyncGenerator<ReadRow> {
  const lines = createInterface({ input: createReadStream(path) })
  for await (const line of lines) if (line) yield JSON.parse(line) as ReadRow
}

async function* readParquet(path: string): AsyncGenerator<ReadRow> {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  let rowStart = 0
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows)
    yield* await parquetReadObjects({ file, metadata, rowStart, rowEnd })
    rowStart = rowEnd
  }
}

/** The rows of a table that is ordered by story, a story at a time. */
export interface RowsByStory {
  /** Rows of the story; those of stories before it, which nobody has asked for, are passed over. */
  of(story: string): Promise<readonly ReadRow[]>
}

/** Reads a table story by story; ask for stories in ascending order. */
export function rowsByStory(rows: AsyncIterable<ReadRow>): RowsByStory {
  const source = rows[Symbol.asyncIterator]()
  // begun when the first story is asked for: a table that nobody asks is not opened
  let next: ReturnType<typeof source.next> | null = null
  return {
    async of(story) {
      const found: ReadRow[] = []
      next ??= source.next()
      for (
        let row = await next;
        !row.done && String(row.value['story']) <= story;
        row = await next
      ) {
        if (row.value['story'] === story) found.push(row.value)
        next = source.next()
      }
      return found
    },
  }
}
