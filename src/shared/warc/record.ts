import { createHash, randomUUID } from 'node:crypto'

/** One WARC 1.1 record, before it is written or after it was read. */
export interface WarcRecord {
  /** Named fields in order; names as written. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly block: Buffer
}

/** What a record is about. */
export interface RecordFacts {
  readonly type: 'warcinfo' | 'request' | 'response' | 'metadata'
  readonly id: string
  readonly dateMs: number
  readonly contentType: string
  readonly targetUri?: string
  /** The body inside an HTTP message. */
  readonly payload?: Uint8Array
  /** Record of the same capture. */
  readonly concurrentTo?: string
  readonly fileName?: string
}

const version = 'WARC/1.1'

/** A new name for a record (WARC 1.1, section 5.2). */
export function newRecordId(): string {
  return `<urn:uuid:${randomUUID()}>`
}

/** Builds a record around a block. */
export function buildRecord(facts: RecordFacts, block: Buffer): WarcRecord {
  const optional: readonly (readonly [string, string | undefined])[] = [
    ['WARC-Target-URI', facts.targetUri],
    ['WARC-Concurrent-To', facts.concurrentTo],
    ['WARC-Filename', facts.fileName],
    ['WARC-Payload-Digest', facts.payload && digestOf(facts.payload)],
  ]
  const fields = [
    ['WARC-Type', facts.type],
    ['WARC-Record-ID', facts.id],
    ['WARC-Date', new Date(facts.dateMs).toISOString()],
    ...optional.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    ['WARC-Block-Digest', digestOf(block)],
    ['Content-Type', facts.contentType],
    ['Content-Length', String(block.length)],
  ] as const
  return { fields, block }
}

/** The bytes of a record as they stand in a file. */
export function encodeRecord({ fields, block }: WarcRecord): Buffer {
  const lines = fields.map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}`)
  const head = Buffer.from(`${[version, ...lines].join('\r\n')}\r\n\r\n`)
  return Buffer.concat([head, block, Buffer.from('\r\n\r\n')])
}

/** A field's value by its name, in any case; null when it is absent. */
export function fieldOf({ fields }: WarcRecord, wanted: string): string | null {
  const lower = wanted.toLowerCase()
  return fields.find(([name]) => name.toLowerCase() === lower)?.[1] ?? null
}

/** Fields of a record's head, without the version line; null when it is no head of a WARC record. */
export function parseHead(head: string): WarcRecord['fields'] | null {
  const [first = '', ...lines] = head.split('\r\n')
  if (!/^WARC\/1\.\d$/.test(first)) return null
  return lines.flatMap((line) => {
    const at = line.indexOf(':')
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1).trim()] as const] : []
  })
}

/** SHA-1 in Base32, the form every tool writes (WARC 1.1, section 5.8). */
export function digestOf(bytes: Uint8Array): string {
  return `sha1:${base32(createHash('sha1').update(bytes).digest())}`
}

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, section 6; 20 bytes need no padding. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => base32Letters[Number.parseInt(five, 2)]).join('')
}
