import { stripVTControlCharacters } from 'node:util'
import { inject, onTestFinished, vi } from 'vitest'
import type { Config } from '../../src/shared/config.ts'
import type { TestContext } from './testContext.ts'

/** How a command ended and what it printed, without colours. */
export interface CommandResult {
  readonly exitCode: number
  /** Standard output. */
  readonly text: string
  /** Standard error. */
  readonly notes: string
}

/** Runs a command on a context's keys. */
export async function runCommand(
  { config }: TestContext,
  command: (config: Config) => Promise<number>,
): Promise<CommandResult> {
  const output = listenTo('stdout')
  const notes = listenTo('stderr')
  const exitCode = await command({ ...config, REDIS_URL: inject('redisUrl') }).finally(() => {
    output.stop()
    notes.stop()
  })
  return { exitCode, text: output.text(), notes: notes.text() }
}

function listenTo(stream: 'stdout' | 'stderr') {
  const printed: string[] = []
  const write = vi.spyOn(process[stream], 'write').mockImplementation((text) => {
    printed.push(String(text))
    return true
  })
  const stop = () => write.mockRestore()
  onTestFinished(stop)
  return { stop, text: () => stripVTControlCharacters(printed.join('')) }
}
