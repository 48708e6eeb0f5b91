type Fields = Readonly<Record<string, unknown>>

/** What the id of a job says of its item: see `jobIdOf`. */
export function identityOf(jobId: string): { entryId: string; version: string | null } {
  const [entryId = '', version = null] = jobId.split('-')
  return { entryId, version }
}

/**
 * What of an item is kept while it waits: nothing its id or the defaults of its schema say, and no address twice. Many
 * may wait, and a third of a plain job is empty fields and what stands there already.
 */
export function packItem(jobId: string, payload: Fields): Fields {
  const { entry } = payload
  if (isFields(entry))
    return { ...pack(jobId, payload, entry['url']), entry: packItem(jobId, entry) }
  return { ...pack(jobId, payload, payload['url']), url: payload['url'] }
}

/** The item of a job, for its schema to check: whatever was stored comes back. */
export function unpackItem(jobId: string, data: unknown): unknown {
  if (!isFields(data)) return data
  const { entry } = data
  if (!isFields(entry)) return unpack(jobId, data, data['url'])
  const whole = unpack(jobId, data, entry['url'])
  return { url: entry['url'], ...whole, entry: unpack(jobId, entry, entry['url']) }
}

/** Address of a job's item, for people; empty when there is none to be read. */
export function addressOf(jobId: string, data: unknown): string {
  const item = unpackItem(jobId, data)
  const url = isFields(item) ? item['url'] : null
  return typeof url === 'string' ? url : ''
}

function pack(jobId: string, fields: Fields, url: unknown): Fields {
  const told: Fields = { ...identityOf(jobId), url }
  const kept = Object.entries(fields).filter(
    ([name, value]) => !saysNothing(value) && value !== told[name],
  )
  return Object.fromEntries(kept.map(([name, value]) => [name, shorten(value, url)]))
}

function saysNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0)
}

function unpack(jobId: string, fields: Fields, url: unknown): Fields {
  const told = Object.entries(fields).map(([name, value]) => [name, lengthen(value, url)])
  return { ...identityOf(jobId), ...Object.fromEntries(told) }
}

/** A shorter beginning in common costs more to note than it saves. */
const leastShared = 10

/** An address that begins like the item's own: how many characters it shares with it, and the rest. */
function shorten(value: unknown, url: unknown): unknown {
  if (typeof value !== 'string' || typeof url !== 'string') return value
  let shared = 0
  while (shared < url.length && value[shared] === url[shared]) shared += 1
  return shared < leastShared ? value : [shared, value.slice(shared)]
}

function lengthen(value: unknown, url: unknown): unknown {
  if (!Array.isArray(value) || typeof url !== 'string') return value
  const [shared, rest] = value
  if (value.length !== 2 || typeof shared !== 'number' || typeof rest !== 'string') return value
  return url.slice(0, shared) + rest
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
