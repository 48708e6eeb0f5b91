// Runs one of the project's tools on Node 24: `node bin/run.mjs vitest run`.
import { launch } from './launch.mjs'

const tools = {
  vitest: 'node_modules/vitest/vitest.mjs',
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  bench: 'bench/main.ts',
  fit: 'bench/fit/weights.ts',
  docs: 'src/commands/docs.ts',
  dashboards: 'grafana/generate.ts',
}

const [name, ...args] = process.argv.slice(2)
const script = tools[name]
if (!script) {
  process.stderr.write(
    `run.mjs: unknown tool "${name}", one of: ${Object.keys(tools).join(', ')}\n`,
  )
  process.exit(2)
}
launch(script, args)
