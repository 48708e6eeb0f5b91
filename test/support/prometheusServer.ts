import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, type TestContext } from 'vitest'
import { stringify } from 'yaml'
import { needProgram } from './debianProgram.ts'
import { eventually } from './eventually.ts'
import { root } from './sourceTree.ts'

/** A series of numbers over time, as Prometheus answers: [s, number as text]. */
export interface Series {
  readonly metric: Readonly<Record<string, string>>
  readonly values: readonly (readonly [number, string])[]
}

/** A running Prometheus. */
export interface PrometheusServer {
  readonly origin: string
  /** The last `seconds` of a query. @throws what Prometheus has against it. */
  range(query: string, seconds: number): Promise<readonly Series[]>
}

/** A real Prometheus with the rules of the repository that reads one `/metrics` every second, until the test ends. */
export async function startPrometheus(
  task: TestContext,
  { target, folder }: { target: string; folder: string },
): Promise<PrometheusServer> {
  const { path, env } = await needProgram('prometheus', task)
  mkdirSync(folder, { recursive: true })
  const config = join(folder, 'prometheus.yml')
  writeFileSync(config, configFor(target))
  const server = spawn(
    path,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'tsdb')}`,
      '--web.listen-address=127.0.0.1:0',
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  onTestFinished(() => end(server))
  const origin = `http://${await addressOf(server)}`
  return { origin, range: (query, seconds) => range(origin, query, seconds) }
}

function configFor(target: string): string {
  return stringify({
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: [join(root, 'prometheus/rules/*.yml')],
    scrape_configs: [{ job_name: 'wirefold', static_configs: [{ targets: [target] }] }],
  })
}

/** It logs the address it listens on: port 0 is any free one. */
async function addressOf(server: ChildProcess): Promise<string> {
  let log = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk) => {
      log += String(chunk)
    })
  }
  const found = () => /Listening on.*address="?(127\.0\.0\.1:[1-9]\d*)/i.exec(log)?.[1]
  await eventually(`Prometheus to listen: ${log}`, () => found() !== undefined, 30_000)
  return found() ?? ''
}

async function range(origin: string, query: string, seconds: number): Promise<readonly Series[]> {
  const end = Date.now() / 1_000
  const parameters = { query, start: `${end - seconds}`, end: `${end}`, step: '1' }
  const answer = await fetch(`${origin}/api/v1/query_range?${new URLSearchParams(parameters)}`)
  const reply = (await answer.json()) as {
    status: string
    error?: string
    data?: { result: Series[] }
  }
  if (reply.status !== 'success') throw new Error(`${query}: ${reply.error}`)
  return reply.data?.result ?? []
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  server.kill('SIGKILL')
  await once(server, 'exit')
}
