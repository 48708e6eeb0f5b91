import type { Config } from '../shared/config.ts'

/** Does the work of a command with the settings, `override` above the environment, and ends with its exit code. */
export type Run = (
  work: (config: Config) => Promise<number>,
  override?: Readonly<Record<string, string>>,
) => Promise<void>

/** Arguments of `option` for a command that answers in JSON: once, or line by line. Every command has one of the two. */
export const jsonObject = ['--json', 'one JSON object', false] as const
export const jsonLines = ['--json', 'one JSON object a line', false] as const

/** What the option gives. */
export interface JsonFlag {
  readonly json: boolean
}
