import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestContext } from 'vitest'
import { messageOf } from '../../src/shared/errors.ts'
import { root } from './sourceTree.ts'

const run = promisify(execFile)

/** The oldest Node that consumers may have: what ioredis wants. */
export const oldestNode = '20.20.2'

/** That Node, from npm, kept in `./.cache`; where it cannot be had the test is skipped, on CI it fails. */
export async function needOldNode({ skip }: TestContext): Promise<string> {
  const folder = join(root, '.cache', `node-${oldestNode}`)
  const path = join(folder, 'node_modules', '.bin', 'node')
  if (existsSync(path)) return path
  try {
    mkdirSync(folder, { recursive: true })
    const project = { private: true, allowScripts: { node: true } }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(project))
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline']
    await run('npm', ['install', `node@${oldestNode}`, ...quiet], { cwd: folder })
    return path
  } catch (error) {
    const reason = `npm could not bring Node ${oldestNode}: ${messageOf(error)}`
    if (process.env['CI']) throw new Error(reason)
    return skip(reason)
  }
}
