const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'narrow' })
const clock = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

/** `5m ago`; `just now` within the first minute. */
export function ago(isoTime: string, nowMs: number): string {
  const seconds = Math.max(0, (nowMs - Date.parse(isoTime)) / 1_000)
  const unit = units.find(([, size]) => seconds >= size)
  return unit ? relative.format(-Math.floor(seconds / unit[1]), unit[0]) : 'just now'
}

/** Date and time of day where the reader is. */
export function moment(isoTime: string): string {
  return clock.format(new Date(isoTime))
}

/** `1 article`, `2 articles`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

/** `47 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** Seconds in words: `40 s`, `12 min`, `3.5 h`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`
  return `${Math.round(seconds / 360) / 10} h`
}

const names = new Intl.DisplayNames('en', { type: 'language' })

/** English name of a language tag; the tag itself where there is none. */
export function languageName(tag: string): string {
  return tag === 'und' ? 'unknown language' : (names.of(tag) ?? tag)
}

/** How relations are told. */
export const relationWords: Readonly<Record<string, string>> = {
  original: 'own text',
  copy: 'same text',
  partial: 'cut copy',
  revision: 'later version',
  related: 'rewrite',
  translated: 'other language',
}

/** What a publisher calls itself, else its host. */
export function nameOf({ siteName, source }: { siteName: string | null; source: string }): string {
  return siteName ?? source
}

/** Address of an article as a link may have it: one that is not of the web leads nowhere. */
export function webAddress(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined
}
