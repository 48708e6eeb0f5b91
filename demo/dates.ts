import type { Outlet } from './outletTypes.ts'

function shifted(ms: number, utcOffsetMinutes: number): Date {
  return new Date(ms + utcOffsetMinutes * 60_000)
}

function offsetText(utcOffsetMinutes: number, separator: string): string {
  const minutes = Math.abs(utcOffsetMinutes)
  const parts = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  )
  return (utcOffsetMinutes < 0 ? '-' : '+') + parts.join(separator)
}

/** ISO 8601 to the second with the offset of the outlet: `2026-11-22T14:05:00+01:00`. */
export function isoDate(ms: number, utcOffsetMinutes: number): string {
  const local = shifted(ms, utcOffsetMinutes).toISOString().slice(0, 19)
  return local + (utcOffsetMinutes === 0 ? 'Z' : offsetText(utcOffsetMinutes, ':'))
}

/** RFC 5322 date with a numeric zone, as RSS 2.0 wants it: `Sun, 22 Nov 2026 14:05:00 +0100`. */
export function mailDate(ms: number, utcOffsetMinutes: number): string {
  return shifted(ms, utcOffsetMinutes)
    .toUTCString()
    .replace('GMT', offsetText(utcOffsetMinutes, ''))
}

/** The sample English is British. */
const dateLocales: Readonly<Record<string, string>> = { en: 'en-GB' }

/** Local date and time in the outlet's language and manner. */
export function shownDate(ms: number, outlet: Outlet): string {
  const dateStyle = outlet.date === 'numeric' ? 'short' : 'long'
  const format = new Intl.DateTimeFormat(dateLocales[outlet.lang] ?? outlet.lang, {
    dateStyle,
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return format.format(shifted(ms, outlet.utcOffsetMinutes))
}
