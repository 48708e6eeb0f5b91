import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Debian packages unpacked into a folder, as they would lie under `/`. */
export interface UnpackedPackage {
  readonly root: string
  /** Folder of the shared libraries for `LD_LIBRARY_PATH`; null = none came along. */
  readonly libraries: string | null
}

/**
 * Brings a package of Debian or Ubuntu, with what it needs and this machine lacks, into `folder`: downloaded by apt and
 * unpacked there, without root and without installing anything. Done once; two processes at a time do no harm.
 * @throws when the machine has no apt or the package cannot be had.
 */
export async function unpackDebianPackage(name: string, folder: string): Promise<UnpackedPackage> {
  const root = join(folder, 'root')
  if (!existsSync(root)) {
    await mkdir(dirname(folder), { recursive: true })
    const fresh = await mkdtemp(`${folder}-`)
    try {
      await download(name, fresh)
      await unpackAll(fresh)
      await takePlace(fresh, folder)
    } finally {
      await rm(fresh, { recursive: true, force: true })
    }
  }
  return { root, libraries: await libraryFolder(root) }
}

/** Tries with the machine's package lists, then with lists of our own. */
async function download(name: string, folder: string): Promise<void> {
  const into = join(folder, 'packages')
  await mkdir(into)
  try {
    await downloadMissing(name, into, [])
  } catch {
    const own = await ownLists(join(folder, 'apt'))
    await run('apt-get', [...own, 'update'], { timeout: 60_000 })
    await downloadMissing(name, into, own)
  }
}

// A simulated installation names exactly the packages that this machine lacks.
async function downloadMissing(
  name: string,
  into: string,
  options: readonly string[],
): Promise<void> {
  const simulate = ['-s', '-o', 'Debug::NoLocking=1', 'install', '--no-install-recommends', name]
  const { stdout } = await run('apt-get', [...options, ...simulate])
  const names = [...stdout.matchAll(/^Inst (\S+)/gm)].flatMap((match) => match[1] ?? [])
  if (names.length === 0) throw new Error(`apt knows no ${name}`)
  await run('apt-get', [...options, 'download', ...names], { cwd: into, timeout: 300_000 })
}

async function ownLists(state: string): Promise<readonly string[]> {
  await mkdir(join(state, 'lists/partial'), { recursive: true })
  await mkdir(join(state, 'cache/archives/partial'), { recursive: true })
  return ['-o', `Dir::State::lists=${state}/lists`, '-o', `Dir::Cache=${state}/cache`]
}

async function unpackAll(folder: string): Promise<void> {
  const packages = join(folder, 'packages')
  const files = (await readdir(packages)).filter((file) => file.endsWith('.deb'))
  if (files.length === 0) throw new Error('apt downloaded no package')
  for (const file of files) await run('dpkg', ['-x', join(packages, file), join(folder, 'root')])
  await rm(packages, { recursive: true })
}

// Only a complete folder gets the name; whoever comes second leaves the first in place.
async function takePlace(fresh: string, folder: string): Promise<void> {
  try {
    if (!existsSync(join(folder, 'root'))) await rm(folder, { recursive: true, force: true })
    await rename(fresh, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'root'))) throw error
  }
}

async function libraryFolder(root: string): Promise<string | null> {
  const base = join(root, 'usr/lib')
  if (!existsSync(base)) return null
  const found = (await readdir(base)).find((name) => name.includes('-linux-'))
  return found ? join(base, found) : null
}
