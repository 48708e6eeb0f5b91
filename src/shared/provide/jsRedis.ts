// A process of its own: the pure-JavaScript store of last resort. Tells its port to the parent, ends with it.
import { createRedisMock } from 'js-redis-server'

const server = await createRedisMock()
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => {})
process.on('SIGTERM', () => process.exit(0))
process.send?.({ port: server.port })
