import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Reads a file of JSON lines, or all `.jsonl` files of a folder in order of name; the caller knows the fields. */
export function readJsonLines<Row>(path: string): Row[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => join(path, name))
    : [path]
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): Row => JSON.parse(line)),
  )
}
