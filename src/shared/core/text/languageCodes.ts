import { memoized } from './memoized.ts'

/** Codes that `Intl` leaves alone or takes for another language, and what is written for them here. */
const preferred: ReadonlyMap<string, string> = new Map([
  ['no', 'nb'],
  ['tl', 'fil'],
  ['jw', 'jv'],
  ['bh', 'bho'],
  ['als', 'sq'],
  ['sco', 'en'],
])

/** Languages whose written forms are treated as one for tokens and stories. */
const groups: ReadonlyMap<string, string> = new Map([
  ['bs', 'bcms'],
  ['hr', 'bcms'],
  ['sr', 'bcms'],
  ['cnr', 'bcms'],
  ['ms', 'msid'],
  ['id', 'msid'],
  ['nb', 'nor'],
  ['nn', 'nor'],
])

const traditionalRegions: ReadonlySet<string> = new Set(['TW', 'HK', 'MO'])

/** More than the languages, regions and scripts that news sites claim. */
const mostClaims = 500

/**
 * The canonical tag of a language claim as pages, feeds and detectors write it (`en_US`, `iw`, `zh-TW`):
 * the BCP-47 primary subtag, ISO 639-1 where there is one, and `zh-Hant`. Null when it names no language.
 */
export const parseLanguageTag = memoized(mostClaims, (claim): string | null => {
  const tag = /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8}){0,3}/i.exec(claim.trim())?.[0]
  if (tag === undefined || /^[a-z0-9]/i.test(claim.trim().slice(tag.length))) return null
  const locale = parseLocale(tag.replaceAll('_', '-'))
  // Without a language `Intl.Locale` gives undefined, whatever its type says; `xx` is cld's for scripts.
  if (!locale?.language || locale.language === 'xx') return null
  const { language, region, script } = locale
  if (language === 'zh' && (script === 'Hant' || traditionalRegions.has(region ?? ''))) {
    return 'zh-Hant'
  }
  return preferred.get(language) ?? language
})

function parseLocale(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag)
  } catch {
    return null
  }
}

/** The languages treated as one with this one: `bcms`, `msid`, `nor`, or the language without its script. */
export function languageGroupOf(lang: string): string {
  const [primary = lang] = lang.split('-')
  return groups.get(primary) ?? primary
}

/** Whether a language is mostly written in a script, named as `profileScripts` does; Serbian is in two. */
export function isWrittenIn(lang: string, script: string): boolean {
  if (lang === 'sr') return script === 'Latn' || script === 'Cyrl'
  const likely = likelyScript(lang)
  return script === 'Hani' ? likely === 'Hans' || likely === 'Hant' : script === likely
}

const likelyScript = memoized(mostClaims, (lang) => parseLocale(lang)?.maximize().script)
