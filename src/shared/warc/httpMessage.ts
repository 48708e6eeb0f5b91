import { STATUS_CODES } from 'node:http'
import type { HttpResponse } from '../http/client.ts'

/** An HTTP response as it stands in an archive. */
export interface ArchivedResponse {
  readonly status: number
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** Headers that were true of the bytes on the wire and are not of the decoded body; kept under another name. */
const ofTheWire: ReadonlySet<string> = new Set([
  'content-encoding',
  'transfer-encoding',
  'content-length',
])
const originalPrefix = 'x-archive-orig-'

/** The request for a page, as a block. */
export function requestBlock(url: string, headers: Readonly<Record<string, string>>): Buffer {
  const { pathname, search, host } = new URL(url)
  return messageOf(`GET ${pathname}${search} HTTP/1.1`, [
    ['host', host],
    ...Object.entries(headers),
  ])
}

/** A response with its decoded body, as a block. */
export function responseBlock({ status, headers, body }: HttpResponse): Buffer {
  const kept = [...headers].map(([name, value]) =>
    ofTheWire.has(name) ? ([`${originalPrefix}${name}`, value] as const) : ([name, value] as const),
  )
  const length = ['content-length', String(body.length)] as const
  const head = messageOf(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, [...kept, length])
  return Buffer.concat([head, body])
}

function messageOf(start: string, headers: readonly (readonly [string, string])[]): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}`)
  return Buffer.from(`${[start, ...lines].join('\r\n')}\r\n\r\n`, 'latin1')
}

/** Reads a response block; null when it is none. */
export function parseResponse(block: Buffer): ArchivedResponse | null {
  const end = block.indexOf('\r\n\r\n')
  if (end === -1) return null
  const [start = '', ...lines] = block.toString('latin1', 0, end).split('\r\n')
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(start)?.[1]
  if (!status) return null
  const headers = lines.flatMap((line) => {
    const at = line.indexOf(':')
    return at > 0 ? [[line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const] : []
  })
  return { status: Number(status), headers: new Map(headers), body: block.subarray(end + 4) }
}
