import { foldText } from './text.ts'

/** The text of one element while it is being read; that of a heading begins after its first element, the kicker. */
export interface Capture {
  readonly limit: number
  readonly parts: string[]
  length: number
  nodes: number
  /** Where the reading stands; `none` when a heading begins with text. */
  state: 'text' | 'before kicker' | 'in kicker' | 'none'
  /** How deep the kicker stands, when it is open. */
  kickerDepth: number
}

/** More nodes than any byline, date or heading has. */
const mostNodes = 200

/** A capture of at most `limit` characters. */
export function newCapture(limit: number, isAfterKicker = false): Capture {
  const state = isAfterKicker ? 'before kicker' : 'text'
  return { limit, parts: [], length: 0, nodes: 0, state, kickerDepth: 0 }
}

/** An element opens inside. */
export function captureOpening(capture: Capture, depth: number, isSkipped: boolean): void {
  if (capture.state === 'before kicker') {
    capture.state = 'in kicker'
    capture.kickerDepth = depth
  } else if (capture.state === 'text' && hasRoom(capture) && !isSkipped) {
    capture.parts.push(' ')
  }
}

/** An element closes inside. */
export function captureClosing(capture: Capture, depth: number): void {
  if (capture.state === 'in kicker' && capture.kickerDepth === depth) capture.state = 'text'
}

/** Text stands inside. */
export function captureText(capture: Capture, text: string): void {
  if (capture.state === 'before kicker' && text.trim() !== '') capture.state = 'none'
  if (capture.state !== 'text' || !hasRoom(capture)) return
  capture.parts.push(text.slice(0, capture.limit))
  capture.length += text.trim().length
}

function hasRoom(capture: Capture): boolean {
  capture.nodes += 1
  return capture.nodes <= mostNodes && capture.length <= capture.limit
}

/** What was captured, on one line. */
export function capturedText({ parts, limit }: Capture): string {
  return foldText(parts.join('')).slice(0, limit)
}
