import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { inOneGo } from '../codings/inOneGo.ts'
import { buildRecord, encodeRecord, newRecordId, type WarcRecord } from './record.ts'

/** Ending of a file that is being written. */
export const openEnding = '.open'

/** An archive that grows. */
export interface WarcWriter {
  /** Appends records that belong together. @throws when the disk refuses; what was written before is whole. */
  write(records: readonly WarcRecord[]): void
  /** Gives the last file its final name. */
  close(): void
}

interface WriterOptions {
  readonly directory: string
  /** A file this large is closed and the next one begun. */
  readonly maxBytes: number
  readonly now: () => number
  /** Program and version, for the record at the head of every file. */
  readonly software: string
}

interface OpenFile {
  readonly path: string
  readonly descriptor: number
}

/**
 * Writes files of gzip members, one a record, so that every record can be read alone. A file is called `….open` until it is
 * whole; files a dead process of this machine left open get their final name at the start.
 */
export function createWarcWriter(options: WriterOptions): WarcWriter {
  const { directory, maxBytes, now } = options
  mkdirSync(directory, { recursive: true })
  adoptLeftOpen(directory)
  let file: OpenFile | null = null
  let serial = 0
  const begin = (): OpenFile => {
    serial += 1
    const name = fileName(now(), serial)
    const path = join(directory, name)
    const begun = { path, descriptor: openSync(path + openEnding, 'ax') }
    append(begun, [infoRecord(options, name)])
    return begun
  }
  const close = () => {
    if (!file) return
    closeSync(file.descriptor)
    renameSync(file.path + openEnding, file.path)
    file = null
  }
  return {
    write(records) {
      file ??= begin()
      append(file, records)
      if (fstatSync(file.descriptor).size >= maxBytes) close()
    },
    close,
  }
}

const gzip = inOneGo(gzipSync)

/** One write for all records: they stand in the file together, or a cut tail shows that they do not. */
function append({ descriptor }: OpenFile, records: readonly WarcRecord[]): void {
  const bytes = Buffer.concat(records.map((record) => gzip(encodeRecord(record), {})))
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}

/** Sorts by time; tells machine and process apart. */
function fileName(nowMs: number, serial: number): string {
  const time = new Date(nowMs).toISOString().replace(/[-:.]/g, '')
  const number = String(serial).padStart(5, '0')
  return `wirefold-${time}-${number}-${process.pid}-${hostname()}.warc.gz`
}

function infoRecord({ now, software }: WriterOptions, name: string): WarcRecord {
  const about = `software: ${software}\r\nformat: WARC File Format 1.1\r\n`
  const facts = {
    type: 'warcinfo',
    id: newRecordId(),
    dateMs: now(),
    contentType: 'application/warc-fields',
    fileName: name,
  } as const
  return buildRecord(facts, Buffer.from(about))
}

function adoptLeftOpen(directory: string): void {
  const ending = `-${hostname()}.warc.gz${openEnding}`
  for (const name of readdirSync(directory).filter((found) => found.endsWith(ending))) {
    const writer = Number(/\d+$/.exec(name.slice(0, -ending.length))?.[0])
    const final = join(directory, name.slice(0, -openEnding.length))
    if (!isAlive(writer) && !existsSync(final)) renameSync(join(directory, name), final)
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
