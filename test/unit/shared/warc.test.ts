import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { WARCParser } from 'warcio'
import { parseConfig } from '../../../src/shared/config.ts'
import { createLog } from '../../../src/shared/log.ts'
import {
  type ArchivedPage,
  archiveFiles,
  readPages,
} from '../../../src/shared/warc/archivedPages.ts'
import { createPageArchive, type FetchedPage } from '../../../src/shared/warc/pageArchive.ts'
import { readWarc } from '../../../src/shared/warc/reader.ts'
import {
  buildRecord,
  digestOf,
  encodeRecord,
  fieldOf,
  newRecordId,
} from '../../../src/shared/warc/record.ts'
import { createWarcWriter } from '../../../src/shared/warc/writer.ts'
import { anEntry, noonMs } from '../../support/builders.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-warc-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function aFetchedPage(name: string, body = `<p>Page of ${name}`): FetchedPage {
  const url = `http://news.example/${name}`
  const headers = new Map([
    ['content-type', 'text/html; charset=utf-8'],
    ['content-encoding', 'gzip'],
    ['transfer-encoding', 'chunked'],
  ])
  return {
    entry: anEntry({ url, title: `Title of ${name}` }),
    response: {
      status: 200,
      headers,
      body: Buffer.from(body),
      encoded: null,
      url,
      permanentUrl: null,
    },
    contentHtml: null,
  }
}

function archiveIn(directory: string, WARC_MAX_MB = 1_000) {
  const config = { ...parseConfig({ LOG_LEVEL: 'silent' }), WARC_DIR: directory, WARC_MAX_MB }
  const archive = createPageArchive({ config, log: createLog(config, 'test'), now: () => noonMs })
  if (!archive) throw new Error('no archive')
  return archive
}

async function pagesIn(directory: string): Promise<readonly ArchivedPage[]> {
  const pages: ArchivedPage[] = []
  for (const file of archiveFiles(directory)) {
    for await (const page of readPages(file)) pages.push(page)
  }
  return pages
}

test('what is archived is read back as it was, in its order', async () => {
  const directory = aFolder()
  const archive = archiveIn(directory)
  const fetched = ['one', 'two', 'three'].map((name) => aFetchedPage(name))
  for (const page of fetched) expect(archive.add(page)).toBe(true)
  archive.close()
  const pages = await pagesIn(directory)
  expect(pages.map(({ entry }) => entry)).toEqual(fetched.map(({ entry }) => entry))
  expect(pages.map(({ body }) => String(body))).toEqual(
    fetched.map(({ response }) => String(response.body)),
  )
  expect(pages[0]).toMatchObject({ contentType: 'text/html; charset=utf-8', contentHtml: null })
})

test('another WARC library reads the same records, bodies and digests', async () => {
  const directory = aFolder()
  const archive = archiveIn(directory)
  archive.add(aFetchedPage('one', `<p>${'Ferry à quai. '.repeat(5_000)}`))
  archive.add(aFetchedPage('two'))
  archive.close()
  const [file = ''] = archiveFiles(directory)
  const seen: unknown[] = []
  for await (const record of new WARCParser([readFileSync(file)])) {
    const payload = await record.readFully(false)
    const block = record.warcHeaders.headers.get('WARC-Payload-Digest')
    if (block) expect(block).toBe(digestOf(payload))
    seen.push([
      record.warcType,
      record.warcTargetURI ?? null,
      record.httpHeaders?.statusCode ?? null,
    ])
  }
  const capture = (name: string) => {
    const url = `http://news.example/${name}`
    return [
      ['response', url, 200],
      ['request', url, expect.anything()],
      ['metadata', url, null],
    ]
  }
  expect(seen).toEqual([['warcinfo', null, null], ...capture('one'), ...capture('two')])
})

test('every record is a gzip member of its own and names its true length and digest', async () => {
  const directory = aFolder()
  const archive = archiveIn(directory)
  archive.add(aFetchedPage('one'))
  archive.close()
  const [file = ''] = archiveFiles(directory)
  for await (const record of readWarc(file)) {
    expect(fieldOf(record, 'content-length')).toBe(String(record.block.length))
    expect(fieldOf(record, 'warc-block-digest')).toBe(digestOf(record.block))
  }
  const members = readFileSync(file).toString('latin1').split('\u001f\u008b\u0008').length - 1
  expect(members).toBeGreaterThanOrEqual(4)
})

test('SHA-1 digests are those of the standard, in Base32', () => {
  expect(digestOf(Buffer.from(''))).toBe('sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ')
})

test('any block and any field value survive writing and reading', async () => {
  const directory = aFolder()
  const path = join(directory, 'any.warc')
  const block = fc.uint8Array({ maxLength: 3_000 })
  const uri = fc.webUrl({ withQueryParameters: true })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(block, uri), { minLength: 1, maxLength: 5 }),
      async (all) => {
        const records = all.map(([bytes, targetUri]) =>
          buildRecord(
            {
              type: 'metadata',
              id: newRecordId(),
              dateMs: noonMs,
              contentType: 'text/plain',
              targetUri,
            },
            Buffer.from(bytes),
          ),
        )
        writeFileSync(path, Buffer.concat(records.map(encodeRecord)))
        const read = []
        for await (const record of readWarc(path)) read.push(record)
        expect(read.map(({ block }) => block)).toEqual(records.map(({ block }) => block))
        expect(read.map((record) => fieldOf(record, 'warc-target-uri'))).toEqual(
          all.map(([, to]) => to),
        )
      },
    ),
    { numRuns: 15 },
  )
})

test('a full file is closed and the next begun; only whole files have their final name', () => {
  const directory = aFolder()
  const writer = createWarcWriter({
    directory,
    maxBytes: 3_000,
    now: () => noonMs,
    software: 'test',
  })
  const record = () =>
    buildRecord(
      { type: 'metadata', id: newRecordId(), dateMs: noonMs, contentType: 'text/plain' },
      randomBytes(1_500),
    )
  for (let at = 0; at < 5; at += 1) writer.write([record()])
  expect(readdirSync(directory).filter((name) => name.endsWith('.open'))).toHaveLength(1)
  writer.close()
  expect(readdirSync(directory).filter((name) => name.endsWith('.open'))).toHaveLength(0)
  expect(archiveFiles(directory).length).toBe(3)
})

test('a file that a dead process left open gets its name, and is read up to its last whole page', async () => {
  const directory = aFolder()
  const archive = archiveIn(directory)
  for (const name of ['one', 'two']) archive.add(aFetchedPage(name))
  archive.close()
  const [whole = ''] = archiveFiles(directory)
  const bytes = readFileSync(whole)
  rmSync(whole)
  // no process has this number
  const left = join(
    directory,
    `wirefold-20261122T120000000Z-00001-4194999-${hostname()}.warc.gz.open`,
  )
  writeFileSync(left, bytes)
  truncateSync(left, bytes.length - 200)
  const next = archiveIn(directory)
  next.add(aFetchedPage('three'))
  next.close()
  expect(readdirSync(directory).filter((name) => name.endsWith('.open'))).toEqual([])
  const urls = (await pagesIn(directory)).map(({ url }) => url)
  expect(urls).toContain('http://news.example/one')
  expect(urls).toContain('http://news.example/three')
})

test('a disk that refuses stops nothing', () => {
  const file = join(aFolder(), 'file')
  writeFileSync(file, '')
  const archive = archiveIn(join(file, 'below'))
  expect(archive.add(aFetchedPage('one'))).toBe(false)
  archive.close()
})

test('pages other programs archived are read too, by their address alone', async () => {
  const path = join(aFolder(), 'other.warc')
  const http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Hello'
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    'WARC-Record-ID: <urn:x>',
    'WARC-Target-URI: <http://a.example/x>',
    'WARC-Date: 2026-11-22T12:00:00Z',
    `Content-Length: ${http.length}`,
  ]
  writeFileSync(path, `${head.join('\r\n')}\r\n\r\n${http}\r\n\r\n`)
  appendFileSync(
    path,
    `${head.join('\r\n').replace('response', 'resource')}\r\n\r\n${http}\r\n\r\n`,
  )
  const pages: ArchivedPage[] = []
  for await (const page of readPages(path)) pages.push(page)
  expect(pages).toMatchObject([
    { url: 'http://a.example/x', contentType: 'text/html', entry: { firstSeenMs: noonMs } },
  ])
})

test.each(['no archive at all', `WARC/1.1\r\nContent-Length: 99999999999\r\n\r\n`])(
  'a file that is none says so: %j',
  async (text) => {
    const path = join(aFolder(), 'bad.warc')
    writeFileSync(path, `${text}\r\n\r\n`)
    await expect(readWarc(path).next()).rejects.toThrow(/bad\.warc/)
  },
)

test('a folder without archives is a mistake', () => {
  expect(() => archiveFiles(aFolder())).toThrow('holds no WARC file')
  expect(() => archiveFiles('/no/such/folder')).toThrow('cannot read')
})
