import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const mainFile = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** What `wirefold up` runs on. */
interface Tree {
  readonly folder: string
  readonly redisUrl: string
  readonly hosts: readonly string[]
  readonly profileFolder: string | null
  /** Beside those that every run has. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Starts the whole process tree on a Redis and a loopback web. */
export function startTree({
  folder,
  redisUrl,
  hosts,
  profileFolder,
  settings,
}: Tree): ChildProcess {
  const env = {
    ...process.env,
    REDIS_URL: redisUrl,
    FEEDS: join(folder, 'feeds.txt'),
    ALLOW_PRIVATE_HOSTS: hosts.join(','),
    METRICS_PORT: '0',
    HTTP_PORT: '0',
    HOST_GAP_MS: '0',
    LOG_LEVEL: 'error',
    ...settings,
  }
  // children are forked with the flags of their parent
  const flags = profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : []
  return spawn(process.execPath, [...flags, mainFile, 'up', '--quiet'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** Waits until the tree is up. Returns the address of its metrics. */
export async function metricsAddress(tree: ChildProcess): Promise<string> {
  let heard = ''
  for await (const chunk of tree.stderr ?? []) {
    heard += String(chunk)
    const url = /metrics at (http\S+)/.exec(heard)?.[1]
    if (url) {
      tree.stderr?.resume()
      return url
    }
  }
  throw new Error(`wirefold did not start: ${heard}`)
}
