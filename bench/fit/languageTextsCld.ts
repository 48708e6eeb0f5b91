import { readFileSync } from 'node:fs'

/** A text, its language and where it is from. */
export interface SourceText {
  readonly text: string
  readonly lang: string
  readonly source: string
}

const strings = /kTeststr_([a-z]{2,3})_([A-Z][a-z]{3})\w*\s*=\s*((?:"(?:[^"\\]|\\.)*"\s*)+)/g

/** Texts in scripts or under codes that the language is not written in today. */
const unused: ReadonlySet<string> = new Set(
  (
    'bs_Cyrl az_Arab kk_Arab kk_Latn ky_Arab tg_Arab uz_Arab uz_Cyrl ug_Cyrl ug_Latn tt_Latn tk_Cyrl ro_Cyrl ' +
    'zzb_Latn zze_Latn zzh_Latn zzp_Latn xx_Bugi xx_Goth sco_Latn'
  ).split(' '),
)

const otherTags: ReadonlyMap<string, string> = new Map([
  ['zh_Hant', 'zh-Hant'],
  ['ku_Arab', 'ckb'],
  ['blu_Latn', 'mww'],
])

/** The texts that CLD2 is tested on, from the source that comes with `cld`. */
export function cldTexts(): SourceText[] {
  const url = new URL('../../node_modules/cld/deps/cld/internal/unittest_data.h', import.meta.url)
  return [...readFileSync(url, 'utf8').matchAll(strings)].flatMap(
    ([, lang = '', script = '', literals = '']) => {
      const code = `${lang}_${script}`
      if (unused.has(code)) return []
      const text = literals
        .trim()
        .slice(1, -1)
        .replace(/"\s*"/g, '')
        .replace(/\\n/g, ' ')
        .replaceAll('\\"', '"')
      return [{ text, lang: otherTags.get(code) ?? lang, source: 'cld' }]
    },
  )
}
