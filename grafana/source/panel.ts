import { PanelBuilder as BarGaugeBuilder } from '@grafana/grafana-foundation-sdk/bargauge'
import type { Builder } from '@grafana/grafana-foundation-sdk/cog'
import {
  BarGaugeDisplayMode,
  BigValueColorMode,
  BigValueGraphMode,
  GraphDrawStyle,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common'
import {
  type Panel,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus'
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat'
import { PanelBuilder as TimeSeriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries'

/** Units of Grafana that the boards use. */
export type Unit = 'short' | 's' | 'bytes' | 'Bps' | 'percentunit' | 'suffix:/s' | 'suffix: CPUs'

/** A value from which on a stat or a graph turns yellow (first) or red (second). */
export type Limits = readonly [yellow: number, red: number]

/** One panel as the boards state it: what is asked, in which unit, and what it tells. */
export interface PanelSpec {
  /** `stack`: areas that add up. `bars`: the newest values, side by side. */
  readonly kind: 'stat' | 'lines' | 'stack' | 'bars'
  readonly title: string
  /** Shown at the (i) of the panel: what it tells and what to do about it. */
  readonly about: string
  readonly unit: Unit
  /** PromQL, and the name of its series: a template such as `{{queue}}`. */
  readonly queries: readonly (readonly [promql: string, legend: string])[]
  /** Columns of 24; height in rows of the grid. */
  readonly size: readonly [columns: number, rows: number]
  readonly limits?: Limits
  /** A stat that is good when high: limits are read downwards. */
  readonly lowIsBad?: boolean
  readonly max?: number
}

/** Makes stats of a width. */
export function statOf(columns: number) {
  return (panel: Omit<PanelSpec, 'kind' | 'size'>): PanelSpec => ({
    kind: 'stat',
    size: [columns, 4],
    ...panel,
  })
}

/** Makes graphs of a width. */
export function graphOf(columns: number) {
  return (panel: Omit<PanelSpec, 'size'>): PanelSpec => ({ size: [columns, 8], ...panel })
}

/** The data source of the board's variable, so that the boards work with any Prometheus. */
export const datasource = { type: 'prometheus', uid: `\${datasource}` }

type AnyPanelBuilder = TimeSeriesBuilder | StatBuilder | BarGaugeBuilder

/** A panel of the schema that Grafana 11 to 13 read. */
export function toPanel(spec: PanelSpec, id: number): Builder<Panel> {
  const [columns, rows] = spec.size
  const builder: AnyPanelBuilder = builders[spec.kind](spec)
  builder
    .id(id)
    .title(spec.title)
    .description(spec.about)
    .unit(spec.unit)
    .datasource(datasource)
    .span(columns)
    .height(rows)
    .thresholds(thresholdsOf(spec))
  if (spec.max !== undefined) builder.max(spec.max)
  for (const [at, [promql, legend]] of spec.queries.entries()) {
    builder.withTarget(
      new DataqueryBuilder()
        .refId(String.fromCharCode(65 + at))
        .expr(promql)
        .legendFormat(legend)
        .datasource(datasource)
        .range(),
    )
  }
  return builder
}

const builders: Readonly<Record<PanelSpec['kind'], (spec: PanelSpec) => AnyPanelBuilder>> = {
  stat: () =>
    new StatBuilder()
      .graphMode(BigValueGraphMode.Area)
      .colorMode(BigValueColorMode.Value)
      .reduceOptions(newest()),
  lines: (spec) => graph(spec),
  stack: (spec) =>
    graph(spec).fillOpacity(35).stacking(new StackingConfigBuilder().mode(StackingMode.Normal)),
  bars: () =>
    new BarGaugeBuilder()
      .displayMode(BarGaugeDisplayMode.Gradient)
      .orientation(VizOrientation.Horizontal)
      .reduceOptions(newest())
      .min(0),
}

function graph({ unit }: PanelSpec): TimeSeriesBuilder {
  return new TimeSeriesBuilder()
    .drawStyle(GraphDrawStyle.Line)
    .lineWidth(2)
    .fillOpacity(8)
    .showPoints(VisibilityMode.Never)
    .axisSoftMin(0)
    .axisLabel(unit === 'suffix:/s' ? 'per second' : '')
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .calcs([]),
    )
    .tooltip(
      new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending),
    )
}

function newest() {
  return new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false)
}

function thresholdsOf({ limits, lowIsBad }: PanelSpec): ThresholdsConfigBuilder {
  const [yellow, red] = limits ?? []
  const colours = lowIsBad ? ['red', 'yellow', 'green'] : ['green', 'yellow', 'red']
  const values = [null, yellow, red].filter((value) => value !== undefined)
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps(values.map((value, at) => ({ value, color: colours[at] ?? 'red' })))
}
