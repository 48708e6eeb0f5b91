import { availableParallelism } from 'node:os'
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

/**
 * The roles of a run: those named, or all; `webhook` with a WEBHOOK_URL only.
 * @throws UsageError for a name that is none, and for `webhook` with nobody to call.
 */
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
  // here, since a child that ends at once would be started again and again
  if (names.includes('webhook') && !WEBHOOK_URL)
    throw new UsageError('the role webhook needs WEBHOOK_URL')
  if (names.length > 0) return names
  return ['producers', 'workers', 'web', 'exporter', ...(WEBHOOK_URL ? ['webhook'] : [])]
}

/** Processes that have nothing to do in a run that ends when all is read. */
const idleOnce: ReadonlySet<string> = new Set(['web'])

/** A heap whose young space has one size and whose old space grows to `growingPercent` more than what is left of it. */
const heapOf = (youngMb: number, growingPercent: number): readonly string[] => [
  `--min-semi-space-size=${youngMb}`,
  `--max-semi-space-size=${youngMb}`,
  `--heap-growing-percent=${growingPercent}`,
]

/**
 * Heaps as measured on pages of web size. Left alone, V8 collects a small heap with much passing through it again and again:
 * a third of all CPU; so a reader takes 310 MB instead of 250 MB. Beyond the last limit it collects harder, and a page of the
 * largest size still fits. The assigner's memory grows with the window and gets no limit of its own; the web role's 50,000 stories
 * and 20,000 publishers take half of its limit.
 */
const heapFlags: Readonly<Record<string, readonly string[]>> = {
  producers: [...heapOf(8, 150), '--max-old-space-size=320'],
  reader: [...heapOf(12, 50), '--max-old-space-size=320'],
  assigner: heapOf(32, 100),
  web: ['--max-semi-space-size=8', '--max-old-space-size=224'],
}

/** Reading is two thirds of the work: one process of it cannot fill two cores. More than four outrun the others on one machine. */
const mostReadersByDefault = 4

function processesOf(role: string, { READERS }: Pick<Config, 'READERS'>): number {
  if (role !== 'reader') return 1
  return READERS || Math.min(availableParallelism(), mostReadersByDefault)
}

/** The child processes of a run. Further processes of a role are told apart by a number: `reader`, `reader-2`, … */
export function childrenOf(
  roles: readonly string[],
  { once, config }: { readonly once: boolean; readonly config: Pick<Config, 'READERS'> },
): readonly ChildSpec[] {
  const names = new Set(roles.flatMap((role) => roleProcesses[role] ?? []))
  const wanted = [...names].filter((name) => !once || !idleOnce.has(name))
  return wanted.flatMap((role) =>
    Array.from({ length: processesOf(role, config) }, (_, at) => ({
      name: at === 0 ? role : `${role}-${at + 1}`,
      args: ['role', role, ...(once ? ['--once'] : [])],
      flags: heapFlags[role] ?? [],
    })),
  )
}
