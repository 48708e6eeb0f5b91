import { loadModule } from 'cld3-asm'
import { eld } from 'eld/extrasmall'
import { franc } from 'franc'
import type { LanguageSample } from '../../src/shared/core/text/language.ts'
import { languageGroupOf, parseLanguageTag } from '../../src/shared/core/text/languageCodes.ts'
import { profileScripts } from '../../src/shared/core/text/languageScripts.ts'
import type { Language } from '../../src/shared/core/text/types.ts'

/** A detector as the benchmark calls it. */
export interface Detector {
  readonly engine: string
  detect(sample: LanguageSample): Language
}

/** Packages alone, as they come: no hints, no second opinion, no cleaning of the text. */
export async function loadPeers(): Promise<readonly Detector[]> {
  const cld3 = (await loadModule()).create(0, 4_000)
  return [
    peer('cld3', (text) => {
      const { language, is_reliable: isReliable } = cld3.findLanguage(text)
      return isReliable ? language : 'und'
    }),
    peer('franc', (text) => franc(text)),
    peer('eld', (text) => eld.detect(text).language),
  ]
}

function peer(engine: string, identify: (text: string) => string): Detector {
  return {
    engine,
    detect: ({ title, text }) => {
      const whole = title === '' ? text : `${title}\n${text}`
      const code = identify(whole)
      const lang = (code === 'und' || code === '' ? null : parseLanguageTag(code)) ?? 'und'
      const { script } = profileScripts(whole)
      return { lang, script, group: languageGroupOf(lang), confidence: 1, source: 'detected' }
    },
  }
}
