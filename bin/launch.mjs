// Runs on whatever Node the machine has (20 or newer), with nothing installed: so plain JavaScript and no imports from
// npm. It brings the dependencies and Node 24, then hands over.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const neededMajor = 24
const modules = join(root, 'node_modules')
const installedLock = join(modules, '.package-lock.json')
const lock = join(root, 'package-lock.json')
const stamp = join(modules, '.wirefold-lock')

/**
 * Runs a script (`src/main.ts`, `node_modules/…`) on Node 24 and takes over its exit code. An installed package holds its
 * scripts compiled.
 */
export function launch(script, args) {
  installIfNeeded()
  const compiled = join(root, 'dist', script.replace(/\.ts$/, '.js'))
  const path = isCheckout() ? join(root, script) : compiled
  const child = spawn(findNode(), [path, ...args], {
    // compiled once for all processes and starts: halves the CPU of a start
    env: { NODE_COMPILE_CACHE: join(root, '.cache', 'compile'), ...process.env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

function isCheckout() {
  return existsSync(join(root, 'src'))
}

/** Brings what the lock file names. An installed package has its dependencies from npm. */
export function installIfNeeded() {
  if (!existsSync(lock) || isLinked() || isFresh()) return
  withInstallLock(() => {
    if (!isFresh()) install()
  })
}

function install() {
  say('installing npm dependencies (first start, or the lock file changed) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: { ...process.env, PATH: pathWithoutModules() },
    stdio: ['ignore', 2, 2],
  })
  if (result.status !== 0) {
    fail('npm ci failed (see above). Check the network to your npm registry and try again.')
  }
  writeFileSync(stamp, lockDigest())
}

// A linked node_modules belongs to another checkout: npm would empty it.
function isLinked() {
  return lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

/** Installed from this very lock file, by us (the stamp) or by the user's own npm (the newer file). */
function isFresh() {
  if (!existsSync(installedLock)) return false
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockDigest()
  return statSync(installedLock).mtimeMs >= statSync(lock).mtimeMs
}

function lockDigest() {
  return createHash('sha256').update(readFileSync(lock)).digest('hex')
}

/** One installation at a time: a second start waits for the first. A lock older than ten minutes is a leftover. */
function withInstallLock(work) {
  const folder = join(root, '.cache', 'installing')
  mkdirSync(dirname(folder), { recursive: true })
  while (!mkdirOnce(folder)) {
    const since = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - since > 600_000) rmSync(folder, { recursive: true, force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250)
  }
  const release = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', release)
  work()
  release()
}

function mkdirOnce(folder) {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

// npm must not run on the Node inside the folder that `npm ci` is about to remove.
function pathWithoutModules() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.filter((folder) => !folder.startsWith(modules)).join(delimiter)
}

/** Path of a Node that is new enough: the one npm brought beside us, else the one that runs this. */
export function findNode() {
  const beside = isCheckout() ? modules : dirname(root)
  const candidates = [join(beside, '.bin', 'node'), process.execPath]
  const found = candidates.find((path) => existsSync(path) && majorOf(path) >= neededMajor)
  if (!found) {
    fail(
      `wirefold needs Node ${neededMajor} or newer, found ${process.version}. ` +
        'The npm package "node" could not bring it on this platform: install it from your system or a version manager.',
    )
  }
  return found
}

function majorOf(path) {
  if (path === process.execPath) return Number.parseInt(process.versions.node, 10)
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return Number.parseInt((answer.stdout ?? '').slice(1), 10) || 0
}

function say(text) {
  process.stderr.write(`wirefold: ${text}\n`)
}

function fail(text) {
  say(text)
  process.exit(1)
}
