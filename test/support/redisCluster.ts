import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { deadHost } from './e2eSite.ts'
import { eventually } from './eventually.ts'

interface Binary {
  readonly path: string
  readonly libraries: string
}

const slots = 16_384

type Node = Awaited<ReturnType<typeof startNode>>

/** Three masters that share the slots of a cluster. `close` ends them. */
export async function openCluster(binary: Binary, nodes = 3) {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-cluster-'))
  const started: Node[] = []
  for (let at = 0; at < nodes; at += 1) started.push(await startNode(binary, join(folder, `${at}`)))
  const [first] = started
  for (const [at, { redis }] of started.entries()) {
    const from = Math.floor((slots * at) / nodes)
    const to = Math.floor((slots * (at + 1)) / nodes) - 1
    await redis.call('CLUSTER', 'ADDSLOTSRANGE', from, to)
    if (at > 0) await redis.call('CLUSTER', 'MEET', '127.0.0.1', first?.port ?? 0, first?.bus ?? 0)
  }
  await eventually('the nodes to know each other', async () => {
    const states = await Promise.all(started.map(({ redis }) => redis.call('CLUSTER', 'INFO')))
    return states.every((state) => /cluster_state:ok[\s\S]*cluster_known_nodes:3/.test(`${state}`))
  })
  for (const { redis } of started) redis.disconnect()
  return {
    urls: started.map(({ port }) => `redis://127.0.0.1:${port}`),
    async close() {
      for (const { server } of started) {
        server.kill('SIGKILL')
        await once(server, 'exit')
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startNode({ path, libraries }: Binary, folder: string) {
  mkdirSync(folder)
  const [port = 0, bus = 0] = [await deadPort(), await deadPort()]
  const options = {
    bind: '127.0.0.1',
    port,
    'cluster-port': bus,
    'cluster-enabled': 'yes',
    dir: folder,
    save: '',
  }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const server = spawn(path, args, { stdio: 'ignore', env: { LD_LIBRARY_PATH: libraries } })
  const redis = new Redis(port, { maxRetriesPerRequest: null, retryStrategy: () => 25 })
  redis.on('error', () => {})
  await redis.ping()
  return { server, redis, port, bus }
}

const deadPort = async () => Number((await deadHost()).split(':')[1])
