// A process of its own: a consumer as the documentation tells to write one. Reads the stream through a consumer group and
// prints one JSON line an event, acknowledged when it is out. Nothing of wirefold is imported.
import { Redis } from 'ioredis'

const [url = '', stream = ''] = process.argv.slice(2)
const group = 'e2e'
const redis = new Redis(url, { maxRetriesPerRequest: null })
redis.on('error', () => {})

type Entry = [id: string, flat: string[]]

async function createGroup(): Promise<void> {
  try {
    await redis.xgroup('CREATE', stream, group, '0', 'MKSTREAM')
  } catch (error) {
    if (!String(error).includes('BUSYGROUP')) throw error
  }
}

async function readOn(): Promise<readonly Entry[]> {
  const answer: unknown = await redis.xreadgroup(
    'GROUP',
    group,
    'one',
    'COUNT',
    50,
    'BLOCK',
    1_000,
    'STREAMS',
    stream,
    '>',
  )
  if (!answer) return []
  const streams = Array.isArray(answer) ? answer.map((pair) => pair[1]) : Object.values(answer)
  return streams.flat() as Entry[]
}

await createGroup()
for (;;) {
  for (const [id, flat] of await readOn()) {
    const pairs = flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1]] as const] : []))
    process.stdout.write(`${JSON.stringify(Object.fromEntries(pairs))}\n`)
    await redis.xack(stream, group, id)
  }
}
