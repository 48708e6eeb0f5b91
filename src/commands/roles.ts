import type { Config } from '../shared/config.ts'
import { UsageError } from '../shared/errors.ts'
import type { ChildSpec } from '../shared/supervisor.ts'

/** Which processes each role of `wirefold up` stands for; the exporter runs in the supervisor itself. */
export const roleProcesses: Readonly<Record<string, readonly string[]>> = {
  producers: ['producers'],
  workers: ['reader', 'assigner'],
  reader: ['reader'],
  assigner: ['assigner'],
  web: ['web'],
  webhook: ['webhook'],
  exporter: [],
}

/** The roles of a run: those named, or all; `webhook` with a WEBHOOK_URL only. @throws UsageError for a name that is none. */
export function parseRoles(
  names: readonly string[],
  { WEBHOOK_URL }: Pick<Config, 'WEBHOOK_URL'>,
): readonly string[] {
  const unknown = names.filter((name) => !roleProcesses[name])
  if (unknown.length > 0) {
    throw new UsageError(
      `unknown role ${unknown.join(', ')}: one of ${Object.keys(roleProcesses).join(', ')}`,
    )
  }
  if (names.length > 0) return names
  return ['producers', 'workers', 'web', 'exporter', ...(WEBHOOK_URL ? ['webhook'] : [])]
}

/** Processes that have nothing to do in a run that ends when all is read. */
const idleOnce: ReadonlySet<string> = new Set(['web'])

/**
 * Heap limits as measured on pages of web size: without them a reader grows to 400 MB, with them to 250 MB at the same speed,
 * and a page of the largest size still fits. The assigner's memory grows with the window and gets no limit of its own.
 */
const heapFlags: Readonly<Record<string, readonly string[]>> = {
  producers: ['--max-semi-space-size=8', '--max-old-space-size=320'],
  reader: ['--max-semi-space-size=8', '--max-old-space-size=320'],
  assigner: ['--max-semi-space-size=8'],
}

/** The child processes of a run. */
export function childrenOf(roles: readonly string[], once: boolean): readonly ChildSpec[] {
  const names = new Set(roles.flatMap((role) => roleProcesses[role] ?? []))
  const wanted = [...names].filter((name) => !once || !idleOnce.has(name))
  return wanted.map((name) => ({
    name,
    args: ['role', name, ...(once ? ['--once'] : [])],
    flags: heapFlags[name] ?? [],
  }))
}
