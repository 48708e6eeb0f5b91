import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { environmentOf, type RedisBinary } from '../../src/shared/provide/debianRedis.ts'
import type { RedisProcess } from '../../src/shared/provide/redisProcess.ts'
import { untilAnswers } from './e2eRedis.ts'
import { deadHost } from './e2eSite.ts'
import { root } from './sourceTree.ts'

/** Runs deploy/redis-start.sh on a folder, as a container does. @throws when Redis ends before it answers */
export async function startByScript(
  binary: RedisBinary,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RedisProcess> {
  const port = Number(new URL(`redis://${await deadHost()}`).port)
  mkdirSync(folder, { recursive: true })
  const script = join(root, 'deploy/redis-start.sh')
  const child = spawn('sh', [script, '--bind', '127.0.0.1', '--port', String(port)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environmentOf(binary), PATH: `${programsOf(binary)}:${process.env['PATH']}`, ...env },
  })
  // what the script leaves running holds its output open
  const allGone = once(child, 'close')
  for (const output of [child.stdout, child.stderr]) output.resume()
  onTestFinished(() => void child.kill('SIGKILL'))
  await untilAnswers(`redis://127.0.0.1:${port}`, child).catch(async (error: unknown) => {
    await allGone
    throw error
  })
  return {
    port,
    async stop() {
      child.kill('SIGTERM')
      await allGone
    },
  }
}

/** A folder with the names under which a container has the server and the checker: they are one program. */
function programsOf({ path }: RedisBinary): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-programs-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['redis-server', 'redis-check-aof']) symlinkSync(path, join(folder, name))
  return folder
}
