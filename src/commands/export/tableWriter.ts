import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { type BasicType, fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { type Cell, type ColumnKind, columnsOf, type Row, type TableName } from './columns.ts'
import { toCsvText } from './csvText.ts'

/** Formats of an export; each is the ending of its files too. */
export const exportFormats = ['jsonl', 'csv', 'parquet'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Takes the rows of a table, one after the other. */
export interface TableWriter {
  add(row: Row): Promise<void>
  end(): Promise<void>
}

/** Opens a file for the rows of a table; what it holds is never more than a few megabytes away from the disk. */
export function openTable(format: ExportFormat, table: TableName, path: string): TableWriter {
  if (format === 'parquet') return openParquet(table, path)
  const columns = columnsOf(table).map(([name]) => name)
  return format === 'csv'
    ? openLines(path, (row) => csvLine(columns.map((name) => row[name] ?? null)), csvLine(columns))
    : openLines(path, jsonLine, '')
}

/** A file of lines, one a row. */
export function openLines(path: string, lineOf: (row: Row) => string, head: string): TableWriter {
  const file = createWriteStream(path)
  if (head) file.write(head)
  return {
    async add(row) {
      if (!file.write(lineOf(row))) await once(file, 'drain')
    },
    async end() {
      file.end()
      await finished(file)
    },
  }
}

/** One JSON object a line. Some readers end a line at U+2028 and U+2029 as well: they are escaped. */
export function jsonLine(row: Row): string {
  return `${JSON.stringify(row).replace(/[\u2028\u2029]/g, (sign) => (sign === '\u2028' ? '\\u2028' : '\\u2029'))}\n`
}

/** RFC 4180; lists and maps as JSON; texts such that no spreadsheet runs them. */
function csvLine(cells: readonly Cell[]): string {
  // a lone line feed ends a row for many readers: quoted as well
  return stringify([cells.map(csvCell)], {
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  })
}

function csvCell(cell: Cell): string {
  if (typeof cell === 'string') return toCsvText(cell)
  if (typeof cell === 'object') return cell ? JSON.stringify(cell) : ''
  return String(cell)
}

const parquetTypes: Readonly<Record<ColumnKind, BasicType>> = {
  text: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  flag: 'BOOLEAN',
  time: 'TIMESTAMP',
  json: 'JSON',
}
/** A row group is closed at either: texts of hostile pages are long. */
const groupRows = 5_000
const groupCharacters = 16_000_000

function openParquet(table: TableName, path: string): TableWriter {
  const columns = columnsOf(table)
  const columnData = (rows: readonly Row[]) =>
    columns.map(([name, kind]) => ({
      name,
      type: parquetTypes[kind],
      data: rows.map((row) => parquetCell(kind, row[name] ?? null)),
    }))
  const schema = schemaFromColumnData({ columnData: columnData([]) })
  const writer = new ParquetWriter({ writer: fileWriter(path), schema, createdBy: 'wirefold' })
  let rows: Row[] = []
  let characters = 0
  const flush = async () => {
    if (rows.length > 0)
      await writer.write({ columnData: columnData(rows), rowGroupSize: rows.length })
    rows = []
    characters = 0
  }
  return {
    async add(row) {
      rows.push(row)
      characters += String(row['text'] ?? '').length
      if (rows.length >= groupRows || characters >= groupCharacters) await flush()
    },
    async end() {
      await flush()
      await writer.finish()
    },
  }
}

function parquetCell(kind: ColumnKind, cell: Cell): unknown {
  return kind === 'time' && typeof cell === 'string' ? new Date(cell) : cell
}
