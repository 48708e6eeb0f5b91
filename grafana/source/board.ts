import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  RowBuilder,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { datasource, type PanelSpec, toPanel } from './panel.ts'

/** A board: rows of panels, read from left to right and from top to bottom. */
export interface BoardSpec {
  /** File name and last part of the address. */
  readonly name: string
  readonly title: string
  readonly about: string
  readonly rows: readonly {
    readonly title: string
    readonly panels: readonly PanelSpec[]
  }[]
  /** Labels of the metrics that can be chosen at the top: name and the query of their values. */
  readonly choices?: readonly { readonly name: string; readonly values: string }[]
}

/** The board as Grafana loads it (classic schema). */
export function toDashboard({ name, title, about, rows, choices }: BoardSpec): Dashboard {
  const board = new DashboardBuilder(`wirefold / ${title}`)
    .uid(`wirefold-${name}`)
    .description(about)
    .tags(['wirefold'])
    .timezone('browser')
    .time({ from: 'now-30m', to: 'now' })
    .refresh('10s')
    .readonly()
    .tooltip(DashboardCursorSync.Crosshair)
    .link(
      new DashboardLinkBuilder('Boards')
        .type(DashboardLinkType.Dashboards)
        .tags(['wirefold'])
        .asDropdown(true)
        .keepTime(true),
    )
    .withVariable(
      new DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'),
    )
  for (const choice of choices ?? []) board.withVariable(toVariable(choice))
  let id = 0
  for (const row of rows) {
    id += 1
    board.withRow(new RowBuilder(row.title).id(id))
    for (const panel of row.panels) {
      id += 1
      board.withPanel(toPanel(panel, id))
    }
  }
  return board.build()
}

function toVariable({ name, values }: { name: string; values: string }): QueryVariableBuilder {
  return new QueryVariableBuilder(name)
    .datasource(datasource)
    .query({ query: values, refId: name })
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .multi(true)
    .includeAll(true)
    .allValue('.*')
    .current({ selected: true, text: ['All'], value: ['$__all'] })
}
