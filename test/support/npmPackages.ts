import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestContext } from 'vitest'
import { messageOf } from '../../src/shared/errors.ts'

const run = promisify(execFile)
const cache = fileURLToPath(new URL('../../.cache/npm', import.meta.url))

/**
 * A folder in `./.cache` with packages that wirefold does not bring, as `name@version`; what lies below it finds them.
 * Where they cannot be had the test is skipped with the reason; on CI (`CI` set) it fails. The first call downloads.
 */
export async function needPackages(
  packages: readonly string[],
  { skip }: TestContext,
): Promise<string> {
  const folder = join(cache, packages.join('+').replace(/[^\w.@+-]/g, '-'))
  try {
    if (!existsSync(folder)) await install(packages, folder)
    return folder
  } catch (error) {
    const missing = `needs ${packages.join(', ')} of the npm registry (${messageOf(error)})`
    if (process.env['CI']) throw new Error(missing)
    return skip(missing)
  }
}

/** Renamed when complete: another test may be doing the same. */
async function install(packages: readonly string[], folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const made = await mkdtemp(join(cache, 'new-'))
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  await run(npm, ['install', '--prefix', made, ...quiet, ...packages], { timeout: 300_000 })
  await rename(made, folder).catch(() => rm(made, { recursive: true, force: true }))
}
