import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestContext } from 'vitest'
import { messageOf } from '../../src/shared/errors.ts'
import { unpackDebianPackage } from '../../src/shared/provide/debianPackage.ts'

const run = promisify(execFile)

/** A program that can be started: `spawn(path, args, { env })`. */
export interface Program {
  readonly path: string
  /** The environment it needs: this process', and where unpacked libraries and modules lie. */
  readonly env: Readonly<Record<string, string | undefined>>
}

interface Recipe {
  /** The Debian package that has it. */
  readonly package: string
  /** Names on PATH, or paths below `/` of the package. The first that is there and works is taken. */
  readonly paths: readonly string[]
  /** Arguments with which it ends with code 0 when it works. */
  readonly probe: readonly string[]
}

/** Programs of Debian that tests need beyond Node and npm. */
const recipes = {
  promtool: {
    package: 'prometheus',
    paths: ['promtool', '/usr/bin/promtool'],
    probe: ['--version'],
  },
  prometheus: {
    package: 'prometheus',
    paths: ['prometheus', '/usr/bin/prometheus'],
    probe: ['--version'],
  },
  // the wrapper of /usr/bin works only where it was installed
  chromium: {
    package: 'chromium',
    paths: ['chromium', 'chromium-browser', 'google-chrome', '/usr/lib/chromium/chromium'],
    probe: ['--version'],
  },
  pythonWithRedis: {
    package: 'python3-redis',
    paths: ['python3', '/usr/bin/python3'],
    probe: ['-c', 'import redis'],
  },
  buildah: { package: 'buildah', paths: ['buildah', '/usr/bin/buildah'], probe: ['--version'] },
} as const satisfies Record<string, Recipe>

/** Names of the programs that can be had. */
export type ProgramName = keyof typeof recipes

const cache = fileURLToPath(new URL('../../.cache/debian', import.meta.url))

/**
 * A program for this test: the one on PATH; as root the Debian package, installed; else the package, unpacked into
 * `./.cache`. Where it cannot be had the test is skipped with the reason; on CI (`CI` set) it fails. The first call may
 * download: give the test a timeout of minutes.
 */
export async function needProgram(name: ProgramName, { skip }: TestContext): Promise<Program> {
  const found = await provideProgram(name)
  if ('path' in found) return found
  if (process.env['CI']) throw new Error(found.missing)
  return skip(found.missing)
}

/** The same for scripts that are no tests. */
export async function provideProgram(name: ProgramName): Promise<Program | { missing: string }> {
  const recipe: Recipe = recipes[name]
  const refusals: string[] = []
  for (const place of places) {
    try {
      const found = await firstWorking(recipe, await place(recipe.package))
      if (found) return found
    } catch (error) {
      refusals.push(messageOf(error))
    }
  }
  const why = refusals.length > 0 ? ` (${refusals.join('; ')})` : ''
  return { missing: `needs ${name} of the Debian package ${recipe.package}${why}` }
}

/** Where a program is looked for: a root folder and the environment to run it in. */
interface Place {
  readonly root: string
  readonly env: Program['env']
}

const system: Place = { root: '', env: process.env }

const places: readonly ((packageName: string) => Promise<Place>)[] = [
  async () => system,
  async (packageName) => {
    if (process.getuid?.() === 0) await install(packageName)
    return system
  },
  async (packageName) => unpacked(packageName),
]

// Other tests may be installing too: apt waits for its lock.
async function install(packageName: string): Promise<void> {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
    maxBuffer: 64 << 20,
  }
  const install = ['-o', 'DPkg::Lock::Timeout=600', '-qq', '-y', 'install']
  const ask = () => run('apt-get', [...install, '--no-install-recommends', packageName], options)
  await ask().catch(async () => {
    await run('apt-get', ['-qq', 'update'], options)
    await ask()
  })
}

async function unpacked(packageName: string): Promise<Place> {
  const { root, libraries } = await unpackDebianPackage(packageName, join(cache, packageName))
  const more = {
    ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}),
    PYTHONPATH: join(root, 'usr/lib/python3/dist-packages'),
  }
  return { root, env: { ...process.env, ...more } }
}

async function firstWorking({ paths, probe }: Recipe, { root, env }: Place) {
  const candidates = paths.flatMap((path) =>
    path.startsWith('/') ? [join(root, path), path] : onPath(path),
  )
  for (const path of candidates.filter((candidate) => existsSync(candidate))) {
    const works = await run(path, probe, { env, timeout: 30_000 }).then(
      () => true,
      () => false,
    )
    if (works) return { path, env }
  }
  return null
}

function onPath(name: string): readonly string[] {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name))
}
