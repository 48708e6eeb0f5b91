import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { AggregatorRegistry, type MetricObject, type Registry } from 'prom-client'
import { pause } from './lifecycle.ts'
import type { Log } from './log.ts'

/** What a child process tells its supervisor. */
export type ChildMessage =
  | { readonly kind: 'polled' }
  | { readonly kind: 'metrics'; readonly metrics: MetricObject[] }

/** What a supervisor asks of a child process. */
export interface ChildRequest {
  readonly kind: 'metrics'
}

/** A process to be kept running. */
export interface ChildSpec {
  readonly name: string
  readonly args: readonly string[]
}

interface Supervising {
  readonly mainFile: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
}

/** A tree of child processes: each is started again when it dies, all end together. */
export interface Supervisor {
  /** Resolves when the child has said so, or when there is no such child. */
  heard(name: string, kind: 'polled'): Promise<void>
  /** Metrics of all children and of the given registry, summed. */
  metrics(own: Registry): Promise<string>
  stop(): Promise<void>
}

const firstRestartMs = 250
const slowestRestartMs = 10_000
const stopWithinMs = 25_000
const metricsWithinMs = 1_000

/** Starts the children and keeps them running until stopped. */
export function supervise(specs: readonly ChildSpec[], options: Supervising): Supervisor {
  const stopping = new AbortController()
  const children = specs.map((spec) => keepRunning(spec, options, stopping.signal))
  return {
    async heard(name, kind) {
      await children.find((child) => child.name === name)?.heard(kind)
    },
    async metrics(own) {
      const answers = await Promise.all(children.map((child) => child.metrics()))
      const mine = await own.getMetricsAsJSON()
      return AggregatorRegistry.aggregate([
        mine,
        ...answers.filter((answer) => answer.length > 0),
      ]).metrics()
    },
    async stop() {
      stopping.abort()
      await Promise.all(children.map((child) => child.stop()))
    },
  }
}

function keepRunning(spec: ChildSpec, { mainFile, env, log }: Supervising, stopping: AbortSignal) {
  const heard = { polled: Promise.withResolvers<void>() }
  let current: ChildProcess | null = null
  const start = (): ChildProcess => {
    const child = fork(mainFile, spec.args, {
      env: { ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.on('message', (message: ChildMessage) => {
      if (message.kind !== 'metrics') heard[message.kind].resolve()
    })
    current = child
    return child
  }
  const run = async (): Promise<void> => {
    for (let failures = 0; !stopping.aborted; failures += 1) {
      const startedMs = performance.now()
      const [code, signal] = await exitOf(start())
      if (stopping.aborted) return
      if (performance.now() - startedMs > 60_000) failures = 0
      const waitMs = Math.min(firstRestartMs * 2 ** failures, slowestRestartMs)
      log.warn(
        `${spec.name} ended (${signal ?? `exit code ${code}`}): started again in ${waitMs} ms`,
      )
      await pause(waitMs, stopping)
    }
  }
  const ended = run()
  return {
    name: spec.name,
    get process() {
      return current
    },
    heard: (kind: 'polled') => Promise.race([heard[kind].promise, ended]),
    metrics: () => (current?.connected ? askMetrics(current) : Promise.resolve([])),
    async stop() {
      current?.kill('SIGTERM')
      const late = setTimeout(() => current?.kill('SIGKILL'), stopWithinMs)
      await ended
      clearTimeout(late)
    },
  }
}

async function exitOf(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  return (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
}

async function askMetrics(child: ChildProcess): Promise<MetricObject[]> {
  const answered = Promise.withResolvers<MetricObject[]>()
  const listen = (message: ChildMessage) => {
    if (message.kind === 'metrics') answered.resolve(message.metrics)
  }
  const late = setTimeout(() => answered.resolve([]), metricsWithinMs)
  child.on('message', listen)
  child.send({ kind: 'metrics' } satisfies ChildRequest, (error) => {
    if (error) answered.resolve([])
  })
  const metrics = await answered.promise
  clearTimeout(late)
  child.off('message', listen)
  return metrics
}
