import { comparableText } from './text.ts'

/** All names of a site: those its page claims, and those in its address. */
export function siteNamesOf(
  url: string,
  claims: readonly (string | null | undefined)[],
): readonly string[] {
  return [...claims.flatMap((claim) => claim || []), ...hostNames(url)]
}

/** `www.example.co.uk` is called `example.co.uk` and `example` too. */
function hostNames(url: string): readonly string[] {
  if (!URL.canParse(url)) return []
  const labels = new URL(url).hostname.split('.')
  const names = labels.map((_, at) => labels.slice(at).join('.'))
  return [...names, ...labels.filter((label) => label.length > 3)]
}

/** Compares without spaces and case: `The Example Times` is `theexampletimes`. */
export function isSiteName(text: string, siteNames: readonly string[]): boolean {
  const key = joined(text)
  return siteNames.some((name) => joined(name) === key)
}

function joined(text: string): string {
  return comparableText(text).replaceAll(' ', '')
}
