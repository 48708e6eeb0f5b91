import {
  createTheme,
  type DataFrame,
  FieldColorModeId,
  FieldType,
  getDisplayProcessor,
  toDataFrame,
} from '@grafana/data'
import {
  BarGauge,
  BigValue,
  BigValueColorMode,
  BigValueGraphMode,
  PanelChrome,
  ThemeContext,
  TimeSeries,
} from '@grafana/ui'
import { createRoot } from 'react-dom/client'
import type { Board, Shown } from './preview.ts'

const theme = createTheme({ colors: { mode: 'dark' } })
const column = 60
const row = 38

/** The series of a panel as Grafana's data frames, with unit, colours and thresholds. */
function framesOf({ panel, series }: Shown): DataFrame[] {
  const { unit, thresholds, custom } = panel.fieldConfig.defaults
  const isGraph = panel.type === 'timeseries'
  const color = { mode: isGraph ? FieldColorModeId.PaletteClassic : FieldColorModeId.Thresholds }
  return series.map(({ name, values }, seriesIndex) => {
    const frame = toDataFrame({
      fields: [
        { name: 'time', type: FieldType.time, values: values.map(([at]) => at * 1_000) },
        {
          name,
          type: FieldType.number,
          values: values.map(([, value]) => value),
          config: { displayName: name, unit, thresholds, color, custom },
        },
      ],
    })
    for (const field of frame.fields) {
      field.state = { seriesIndex }
      field.display = getDisplayProcessor({ field, theme })
    }
    return frame
  })
}

function Content({
  shown,
  width,
  height,
  range,
}: {
  shown: Shown
  width: number
  height: number
  range: [number, number]
}) {
  const frames = framesOf(shown)
  if (shown.panel.type === 'timeseries') {
    const time = { from: range[0], to: range[1] }
    return (
      <TimeSeries
        frames={frames}
        timeRange={
          {
            from: toMoment(time.from),
            to: toMoment(time.to),
            raw: { from: 'now-30m', to: 'now' },
          } as never
        }
        timeZone="utc"
        width={width}
        height={height}
        legend={{ showLegend: true, displayMode: 'list' as never, placement: 'bottom', calcs: [] }}
      />
    )
  }
  const values = frames.flatMap((frame) => {
    const field = frame.fields[1]
    if (!field) return []
    const process = field.display ?? getDisplayProcessor({ field, theme })
    const value = process(field.values.at(-1))
    return [{ ...value, title: field.config.displayName }]
  })
  if (shown.panel.type === 'stat') {
    const value = values[0]
    return value ? (
      <BigValue
        value={{ ...value, title: '' }}
        colorMode={BigValueColorMode.Value}
        graphMode={BigValueGraphMode.None}
        width={width}
        height={height}
        theme={theme}
      />
    ) : null
  }
  return (
    <div>
      {values.map((value) => (
        <BarGauge
          key={String(value.title)}
          value={value}
          field={
            {
              min: 0,
              max: Math.max(...values.map(({ numeric }) => numeric)),
              thresholds: shown.panel.fieldConfig.defaults.thresholds,
            } as never
          }
          displayMode={'gradient' as never}
          orientation={'horizontal' as never}
          width={width}
          height={Math.min(28, height / values.length)}
          theme={theme}
        />
      ))}
    </div>
  )
}

const toMoment = (ms: number) => ({ valueOf: () => ms, isValid: () => true })

function Page({ board }: { board: Board }) {
  return (
    <ThemeContext.Provider value={theme}>
      <h1>{board.title}</h1>
      <div style={{ position: 'relative' }}>
        {board.shown.map((shown) => {
          const { x, y, w, h } = shown.panel.gridPos
          const [width, height] = [w * column - 8, h * row - 8]
          return (
            <div
              key={shown.panel.id}
              style={{ position: 'absolute', left: x * column, top: y * row, width, height }}
            >
              {shown.panel.type === 'row' ? (
                <h2>{shown.panel.title}</h2>
              ) : (
                <PanelChrome title={shown.panel.title} width={width} height={height}>
                  {(innerWidth, innerHeight) => (
                    <Content
                      shown={shown}
                      width={innerWidth}
                      height={innerHeight}
                      range={board.range}
                    />
                  )}
                </PanelChrome>
              )}
            </div>
          )
        })}
      </div>
    </ThemeContext.Provider>
  )
}

const board = (globalThis as unknown as { board: Board }).board
createRoot(document.getElementById('root') ?? document.body).render(<Page board={board} />)
