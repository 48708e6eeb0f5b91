import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A Redis binary and the folder of libraries it needs; null = the system's own. */
export interface RedisBinary {
  readonly path: string
  readonly libraries: string | null
}

/**
 * Brings Debian's or Ubuntu's own redis-server into `folder`, without root and without installing anything: the
 * packages are downloaded by apt and unpacked there.
 * @throws when the machine has no apt or the packages cannot be had.
 */
export async function fetchDebianRedis(
  folder: string,
  say: (line: string) => void,
): Promise<RedisBinary> {
  const unpacked = join(folder, 'root')
  const path = join(unpacked, 'usr/bin/redis-server')
  if (!existsSync(path)) {
    say('downloading Debian’s redis-server into ./.cache (1.5 MB, no root, nothing installed) …')
    await rm(folder, { recursive: true, force: true })
    const packages = join(folder, 'packages')
    await mkdir(packages, { recursive: true })
    await download(packages, join(folder, 'apt'))
    const files = (await readdir(packages)).filter((name) => name.endsWith('.deb'))
    for (const file of files) await run('dpkg', ['-x', join(packages, file), unpacked])
    if (!existsSync(path)) throw new Error('the downloaded packages hold no redis-server')
  }
  return { path, libraries: await libraryFolder(unpacked) }
}

/** Tries with the machine's package lists, then with lists of our own. */
async function download(into: string, state: string): Promise<void> {
  try {
    await downloadMissing(into, [])
  } catch {
    const own = await ownLists(state)
    await run('apt-get', [...own, 'update'], { timeout: 60_000 })
    await downloadMissing(into, own)
  }
}

// A simulated installation names exactly the packages that this machine lacks.
async function downloadMissing(into: string, options: readonly string[]): Promise<void> {
  const simulate = [
    '-s',
    '-o',
    'Debug::NoLocking=1',
    'install',
    '--no-install-recommends',
    'redis-server',
  ]
  const { stdout } = await run('apt-get', [...options, ...simulate])
  const names = [...stdout.matchAll(/^Inst (\S+)/gm)].flatMap((match) => match[1] ?? [])
  if (names.length === 0) throw new Error('apt knows no redis-server')
  await run('apt-get', [...options, 'download', ...names], { cwd: into, timeout: 120_000 })
}

async function ownLists(state: string): Promise<readonly string[]> {
  await mkdir(join(state, 'lists/partial'), { recursive: true })
  await mkdir(join(state, 'cache/archives/partial'), { recursive: true })
  return ['-o', `Dir::State::lists=${state}/lists`, '-o', `Dir::Cache=${state}/cache`]
}

async function libraryFolder(unpacked: string): Promise<string | null> {
  const base = join(unpacked, 'usr/lib')
  if (!existsSync(base)) return null
  const found = (await readdir(base)).find((name) => name.includes('-linux-'))
  return found ? join(base, found) : null
}
