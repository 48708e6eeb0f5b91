import { classifyLanguage } from './languageDecision.ts'
import { loadLanguageEngine, loadLanguageModel, shortTextEngine } from './languageEngines.ts'
import { type LanguageSample, readSample } from './languageSample.ts'
import type { Engines } from './languageViews.ts'
import type { Language } from './types.ts'

export { loadLanguageModel } from './languageEngines.ts'
export type { LanguageSample } from './languageSample.ts'

/** A detector with its models loaded. */
export interface LanguageDetector {
  /** `cld3` knows fewer languages: it stands in where the compiled `cld` is missing. */
  readonly engine: 'cld' | 'cld3'
  /** The language of a sample, `und` when unsure; never throws. */
  detect(sample: LanguageSample): Language
}

/** Loads the models, which takes up to half a second, and gives a detector whose answers depend on the sample alone. */
export async function createLanguageDetector(): Promise<LanguageDetector> {
  const [engine, model] = await Promise.all([loadLanguageEngine(), loadLanguageModel()])
  return languageDetector({ engine, shortEngine: shortTextEngine, model })
}

/** A detector over engines already loaded. */
export function languageDetector(engines: Engines): LanguageDetector {
  return {
    engine: engines.engine.name,
    detect: (sample) => classifyLanguage(engines, readSample(sample)),
  }
}
