// A process of its own: a consumer with wirefold/client whose work is one more in a store that refuses a second event of one
// id. Arguments: Redis, prefix, name of the consumer. Its connections are named like the prefix.
import { Redis } from 'ioredis'
import { consume } from '../../src/shared/client/index.ts'

const [url = '', prefix = '', consumer = ''] = process.argv.slice(2)
const redis = new Redis(url, { connectionName: prefix, maxRetriesPerRequest: null })
redis.on('error', () => {})

// work and the memory of it in one step, as an owner's database has it in one transaction
const work = `
  redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
  if redis.call('SADD', KEYS[2], ARGV[1]) == 1 then redis.call('HINCRBY', KEYS[3], ARGV[1], 1) end`
const store = ['handed', 'known', 'effects'].map((name) => `${prefix}:desk:${name}`)

const events = consume({ redis, prefix, group: 'desk', consumer, batch: 7, claimAfterMs: 300 })
for await (const { id } of events) await redis.eval(work, store.length, ...store, id)
