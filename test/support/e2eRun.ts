import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How a program ended and what it wrote. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A running program. */
export interface Program {
  readonly pid: number
  readonly stdout: () => string
  readonly stderr: () => string
  readonly ended: Promise<Ended>
  kill(signal: NodeJS.Signals): void
  /** Ctrl-C as a terminal sends it: SIGINT to every process of the group. */
  interrupt(): void
}

/** A place for real processes: a key prefix, a folder, and the duty to leave nothing running. */
export interface Bench {
  readonly prefix: string
  readonly folder: string
  /** Writes a file into the folder. Returns its path. */
  write(name: string, content: string): string
  /** Starts `wirefold …` as a user would. `env` adds to the settings of the bench; an empty text unsets. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>): Program
  /** Starts a script of the tests on this Node. */
  startScript(
    file: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Program
  /** The same as `start`, to its end. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>
  /** Ids of the processes of this bench whose command line holds the words; all of them without words. */
  processes(words?: string): readonly number[]
  /** What all programs wrote to stderr: for the report of a failure. */
  log(): string
  /** Kills what still runs and removes the folder. */
  close(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const launcher = join(root, 'bin/wirefold.mjs')

/** Opens a bench; `settings` are the environment of everything started on it, beside PATH. */
export function openBench(settings: Readonly<Record<string, string>> = {}): Bench {
  const prefix = `e2e-${randomBytes(6).toString('hex')}`
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-e2e-'))
  const programs: Program[] = []
  const environment = (more: Readonly<Record<string, string>>) => ({
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_COMPILE_CACHE: join(root, '.cache/compile'),
    KEY_PREFIX: prefix,
    DATA_DIR: join(folder, 'data'),
    METRICS_PORT: '0',
    HTTP_PORT: '0',
    HOST_GAP_MS: '0',
    READERS: '1',
    ...settings,
    ...more,
  })
  const launch = (
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ) => {
    const options = { cwd: root, env: environment(env), stdio: 'pipe', detached: true } as const
    const program = observed(spawn(command, args, options))
    programs.push(program)
    return program
  }
  const bench: Bench = {
    prefix,
    folder,
    write(name, content) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    start: (args, env = {}) => launch('node', [launcher, ...args], env),
    startScript: (file, args, env = {}) => launch(process.execPath, [file, ...args], env),
    run: (args, env) => bench.start(args, env).ended,
    processes: (words = '') => processesOf({ setting: `KEY_PREFIX=${prefix}`, folder }, words),
    log: () => programs.map((program) => program.stderr()).join('\n'),
    async close() {
      // the tree first: a supervisor would start its children again
      for (let left = bench.processes(); left.length > 0; left = bench.processes()) {
        for (const pid of left) killIfThere(pid)
        await Promise.allSettled(programs.map((program) => program.ended))
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return bench
}

function observed(child: ChildProcess): Program {
  const written = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    written.stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    written.stderr += text
  })
  // `close`, not `exit`: then everything written has been read
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...written }))
  return {
    pid: child.pid ?? 0,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    ended: ended as Promise<Ended>,
    kill: (signal) => void child.kill(signal),
    interrupt: () => void process.kill(-(child.pid ?? 0), 'SIGINT'),
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // ended by itself
  }
}

/**
 * Linux: processes by their environment, whoever their parent is now, or by their folder, since Redis hides its
 * environment. Zombies have neither.
 */
function processesOf(mark: { setting: string; folder: string }, words: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const read = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0')
        const isOurs =
          read('environ').includes(mark.setting) ||
          readlinkSync(`/proc/${pid}/cwd`).startsWith(mark.folder)
        return isOurs && read('cmdline').join(' ').includes(words)
      } catch {
        return false
      }
    })
    .map(Number)
}
