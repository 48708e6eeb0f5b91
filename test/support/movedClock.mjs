// Preloaded into a process: its clock is off by the milliseconds that the file MOVED_CLOCK says.
import { readFileSync } from 'node:fs'

const now = Date.now
const RealDate = Date
let offset = 0
setInterval(() => {
  offset = Number(readFileSync(process.env.MOVED_CLOCK, 'utf8')) || 0
}, 20).unref()

class MovedDate extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [now() + offset] : parts))
  }

  static now() {
    return now() + offset
  }
}

globalThis.Date = MovedDate
