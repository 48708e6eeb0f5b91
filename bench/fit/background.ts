import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { extractFeatures } from '../../src/shared/core/stories/features.ts'
import { ALL_LANGUAGES, createLexicon } from '../../src/shared/core/stories/lexicon.ts'
import { encodeBytes } from '../../src/shared/core/stories/packed.ts'
import { vectorize } from '../../src/shared/core/stories/vectorize.ts'
import { languageGroupOf } from '../../src/shared/core/text/languageCodes.ts'
import { type LabelledArticle, readArticles } from '../storyData.ts'

/** Words in fewer articles are left out: they are names and oddities of the sample, not of the language. */
const LEAST_DOCUMENTS = 5
const MOST_OF_ONE_STORY = 1

/**
 * Writes the table of document frequencies that is shipped: `background.ts --out FILE FILE.jsonl …`. Input: JSON lines
 * of lang, text, and title and story if known. Of one story in one language one article counts, so that no event is
 * taken for the language; cross-lingual keys count once a story. Output: hashes and counts only.
 */
function main(): void {
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string' } },
    allowPositionals: true,
  })
  if (values.out === undefined) throw new Error('no --out FILE given')
  const counter = new Counter()
  for (const path of positionals) for (const article of readArticles(path)) counter.count(article)
  writeFileSync(values.out, `${JSON.stringify(counter.table())}\n`)
}

class Counter {
  readonly #lexicon = createLexicon({ maxKeys: 1 << 22, maxDocuments: 1 << 30 })
  readonly #seen = new Map<string, number>()
  readonly #documents = new Map<string, number>()
  readonly #counts = new Map<number, number>()

  count(article: LabelledArticle): void {
    const group = languageGroupOf(article.lang)
    if (!this.#isNew(article.story && `${article.story} ${group}`)) return
    const { title, text, lang } = article
    const features = extractFeatures({ title, paragraphs: text.split('\n'), lang })
    const { ownKeys, sharedKeys } = vectorize(this.#lexicon, features, group)
    this.#add(group, ownKeys)
    if (this.#isNew(article.story)) this.#add(ALL_LANGUAGES, sharedKeys)
  }

  table() {
    const kept = [...this.#counts].filter(([, count]) => count >= LEAST_DOCUMENTS)
    kept.sort(([a], [b]) => a - b)
    return {
      documents: Object.fromEntries([...this.#documents].sort()),
      keys: encodeBytes(Int32Array.from(kept, ([key]) => key)),
      counts: encodeBytes(Uint16Array.from(kept, ([, count]) => count)),
    }
  }

  #isNew(label: string | undefined): boolean {
    if (label === undefined) return true
    const seen = this.#seen.get(label) ?? 0
    this.#seen.set(label, seen + 1)
    return seen < MOST_OF_ONE_STORY
  }

  #add(group: string, keys: readonly number[]): void {
    this.#documents.set(group, (this.#documents.get(group) ?? 0) + 1)
    for (const key of keys) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }
}

main()
