// node consume.ts REDIS_URL [PREFIX] [GROUP]
import { consume } from 'wirefold/client'

const [redis = 'redis://127.0.0.1:6379', prefix = 'wirefold', group = 'example'] =
  process.argv.slice(2)

for await (const event of consume({ redis, prefix, group, consumer: 'typescript' })) {
  // your work comes here: asking the loop for the next event acknowledges this one
  const { headline, size } = event.data.story
  console.log(`${event.type} ${event.subject} ${event.seq} ${size} ${headline}`)
}
