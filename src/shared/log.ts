import pino from 'pino'
import pretty from 'pino-pretty'
import type { Config } from './config.ts'

export type Log = pino.Logger

/** Logger of one process, on stderr: lines for people on a terminal, JSON otherwise. `role` is on every line. */
export function createLog(config: Config, role: string): Log {
  const options = {
    level: config.LOG_LEVEL,
    base: { role },
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  if (!process.stderr.isTTY) return pino(options, pino.destination({ dest: 2, sync: true }))
  const stream = pretty({
    destination: 2,
    sync: true,
    ignore: 'role',
    messageFormat: '[{role}] {msg}',
    translateTime: 'SYS:HH:MM:ss',
  })
  return pino(options, stream)
}
