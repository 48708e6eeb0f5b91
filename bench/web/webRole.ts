import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Running } from '../../src/shared/lifecycle.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A part of wirefold in processes of its own, and where its page is. */
export interface WebProcess extends Running {
  readonly base: string
}

/** Starts the role `web` alone. */
export function startWebRole(redisUrl: string): Promise<WebProcess> {
  return startWirefold(['up', 'web', '--quiet'], { REDIS_URL: redisUrl })
}

/** Starts wirefold and waits until it says where its page is. */
export async function startWirefold(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<WebProcess> {
  const env = {
    ...process.env,
    METRICS_PORT: '0',
    HTTP_PORT: '0',
    HTTP_REQUESTS_PER_MINUTE: '1000000',
    ...settings,
  }
  const child = spawn(process.execPath, ['src/main.ts', ...args], { cwd: root, env })
  const close = async () => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  const base = await new Promise<string>((resolve, reject) => {
    let heard = ''
    const hear = (chunk: Buffer) => {
      heard += String(chunk)
      const found = /story page at (http:\/\/[\d.]+:\d+)/.exec(heard)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`wirefold did not start: ${heard.slice(-500)}`)))
  })
  return { base, close }
}
