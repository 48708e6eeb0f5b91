import { fileURLToPath } from 'node:url'
import { buildProgram, type ProgramParts } from './commands/program.ts'
import { runChild, type StartRole } from './shared/child.ts'
import { type Config, parseConfig } from './shared/config.ts'
import { messageOf, UsageError } from './shared/errors.ts'

/** Processes of the tree and what starts them. Each loads its own side only. */
const starters: Readonly<Record<string, () => Promise<StartRole>>> = {
  producers: async () => (await import('./producers/roles.ts')).startProducers,
  reader: async () => (await import('./workers/roles.ts')).startReader,
  assigner: async () => (await import('./workers/roles.ts')).startAssigner,
  web: async () => (await import('./web/roles.ts')).startWeb,
  webhook: async () => (await import('./webhook/roles.ts')).startWebhook,
}

const parts: ProgramParts = {
  mainFile: fileURLToPath(import.meta.url),
  run: async (work, override = {}) => process.exit(await work(readConfig(override))),
  // the sample news web is loaded only when it is wanted
  openDemo: async (options) => (await import('../demo/demo.ts')).openDemo(options),
  async startRole(name, { once }) {
    const load = starters[name]
    if (!load) throw new UsageError(`unknown role ${name}`)
    return runChild(name, await load(), { config: readConfig(), once })
  },
}

function readConfig(override: Readonly<Record<string, string>> = {}): Config {
  return parseConfig({ ...process.env, ...override })
}

function fail(error: unknown): never {
  const isMistake = error instanceof UsageError
  process.stderr.write(`wirefold: ${isMistake ? error.message : messageOf(error)}\n`)
  if (!isMistake && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.exit(isMistake ? 2 : 1)
}

// `wirefold stories | head`: who reads has gone, and that is no fault
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(error)
  process.exit(0)
})

buildProgram(parts).parseAsync().catch(fail)
