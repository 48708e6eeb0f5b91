import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { MetricObject } from 'prom-client'
import { createChildMetrics, summed } from './childMetrics.ts'
import { pause } from './lifecycle.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

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
  /** Flags for Node, beside those of this process. */
  readonly flags: readonly string[]
}

interface Supervising {
  readonly mainFile: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
  /** Metrics of the supervisor's own process. */
  readonly metrics: Metrics
}

/** A tree of child processes: each is started again when it dies, all end together. */
export interface Supervisor {
  /** Resolves when the child has said so, or when there is no such child. */
  heard(name: string, kind: 'polled'): Promise<void>
  /** Metrics of all children and of this process, summed, in the text format of Prometheus. */
  metrics(): Promise<string>
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
    async heard(name) {
      await children.find((child) => child.name === name)?.heard()
    },
    async metrics() {
      const lists = await Promise.all(children.map((child) => child.metrics()))
      const own = await options.metrics.registry.getMetricsAsJSON()
      return summed([own, ...lists.flat()]).metrics()
    },
    async stop() {
      stopping.abort()
      await Promise.all(children.map((child) => child.stop()))
    },
  }
}

function keepRunning(spec: ChildSpec, options: Supervising, stopping: AbortSignal) {
  const { log, metrics } = options
  const polled = Promise.withResolvers<void>()
  const remembered = createChildMetrics()
  let asked: PromiseWithResolvers<void> | null = null
  let current: ChildProcess | null = null
  const hear = (message: ChildMessage) => {
    if (message.kind === 'polled') return polled.resolve()
    remembered.heard(message.metrics)
    asked?.resolve()
  }
  const runOnce = async (): Promise<number | NodeJS.Signals | null> => {
    current = start(spec, options).on('message', hear)
    metrics.running.set({ role: spec.name }, 1)
    const [code, signal] = await exitOf(current)
    metrics.running.set({ role: spec.name }, 0)
    remembered.ended()
    return signal ?? code
  }
  const run = async (): Promise<void> => {
    metrics.restarts.inc({ role: spec.name }, 0)
    for (let failures = 0; !stopping.aborted; failures += 1) {
      const startedMs = performance.now()
      const end = await runOnce()
      if (stopping.aborted) return
      if (performance.now() - startedMs > 60_000) failures = 0
      const waitMs = Math.min(firstRestartMs * 2 ** failures, slowestRestartMs)
      const how = typeof end === 'string' ? end : `exit code ${end}`
      log.warn(`${spec.name} ended (${how}): started again in ${waitMs} ms`)
      await pause(waitMs, stopping)
      metrics.restarts.inc({ role: spec.name })
    }
  }
  const ended = run()
  return {
    name: spec.name,
    heard: () => Promise.race([polled.promise, ended]),
    /** Asks; without an answer in time what it last said holds. */
    async metrics() {
      if (current?.connected) {
        if (!asked) current.send({ kind: 'metrics' } satisfies ChildRequest, () => {})
        asked ??= Promise.withResolvers()
        await within(metricsWithinMs, asked.promise)
        asked = null
      }
      return remembered.lists()
    },
    async stop() {
      current?.kill('SIGTERM')
      const late = setTimeout(() => current?.kill('SIGKILL'), stopWithinMs)
      await ended
      clearTimeout(late)
    },
  }
}

function start({ args, flags }: ChildSpec, { mainFile, env }: Supervising): ChildProcess {
  const stdio: ('ignore' | 'inherit' | 'ipc')[] = ['ignore', 'inherit', 'inherit', 'ipc']
  // the web role strips the types of the page's files, which Node still calls experimental
  const execArgv = [...process.execArgv, '--disable-warning=ExperimentalWarning', ...flags]
  return fork(mainFile, args, { env: { ...env }, stdio, execArgv })
}

async function exitOf(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  return (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
}

async function within(milliseconds: number, wanted: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<void>()
  const timer = setTimeout(late.resolve, milliseconds)
  await Promise.race([wanted, late.promise])
  clearTimeout(timer)
}
