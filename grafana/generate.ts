import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BoardSpec, toDashboard } from './source/board.ts'
import { consumers } from './source/consumers.ts'
import { overview } from './source/overview.ts'
import { queues } from './source/queues.ts'
import { sources } from './source/sources.ts'
import { stages } from './source/stages.ts'
import { stories } from './source/stories.ts'

/** All boards, in the order in which they are read. */
export const boards: readonly BoardSpec[] = [overview, stages, sources, stories, queues, consumers]

/** The boards as Grafana loads them, by file name. The same source gives the same bytes. */
export function dashboardFiles(): ReadonlyMap<string, string> {
  return new Map(
    boards.map((board) => [
      `${board.name}.json`,
      `${JSON.stringify(toDashboard(board), null, 2)}\n`,
    ]),
  )
}

/** Where they are kept. */
export const dashboardFolder = fileURLToPath(new URL('dashboards/', import.meta.url))

if (import.meta.main) {
  for (const [name, text] of dashboardFiles()) writeFileSync(dashboardFolder + name, text)
}
