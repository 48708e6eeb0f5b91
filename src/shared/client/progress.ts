/** First and last `seq` of a run without gaps. */
type Range = readonly [from: number, to: number]

/** The events of one story that a group has applied: ranges of `seq`, ascending, apart from each other. */
export type Progress = readonly Range[]

/** Numbers of one story that came neither before nor with this event. */
export interface Gap {
  readonly from: number
  readonly to: number
}

/** Reads what `applyEvent.lua` keeps: `1-12,14`. */
export function parseProgress(text: string | null): Progress {
  if (!text) return []
  return text.split(',').map((range) => {
    const [from, to] = range.split('-').map(Number)
    return [from ?? 0, to ?? from ?? 0]
  })
}

/** The group has applied the event before: a repeat changes nothing. */
export function hasApplied(progress: Progress, seq: number): boolean {
  return progress.some(([from, to]) => from <= seq && seq <= to)
}

/**
 * What is missing right before `seq`. A group that began in the middle of the stream (`fromStart` false) knows nothing
 * of the beginnings of stories and misses none of them.
 */
export function gapBefore(progress: Progress, seq: number, fromStart: boolean): Gap | null {
  const before = progress.findLast(([from]) => from < seq)
  if (!before && !fromStart) return null
  const last = before?.[1] ?? 0
  return last < seq - 1 ? { from: last + 1, to: seq - 1 } : null
}
