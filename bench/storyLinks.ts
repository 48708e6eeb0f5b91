import type { LabelledArticle } from './storyData.ts'
import { runStories } from './storyRun.ts'

/** How the stories of one language were linked with the English ones, as shares of the stories both languages tell. */
export interface LinkScore {
  /** Stories whose English and other articles met. */
  readonly found: number
  /** Articles that met another story's and missed their own; two English stories made one are no fault of a link. */
  readonly wrong: number
}

/** Links between English and each other language of the articles, one run for each; the mean of all languages last. */
export function measureLinks(articles: readonly LabelledArticle[]) {
  const byLanguage = Map.groupBy(articles, ({ lang }) => lang)
  const english = byLanguage.get('en') ?? []
  byLanguage.delete('en')
  const perLanguage: Record<string, LinkScore> = {}
  for (const [lang, others] of [...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const score = scoreLinks(english, others)
    if (score) perLanguage[lang] = score
  }
  const scores = Object.values(perLanguage)
  return {
    found: mean(scores.map(({ found }) => found)),
    wrong: mean(scores.map(({ wrong }) => wrong)),
    perLanguage,
  }
}

/** Null when the two languages tell no story in common. */
function scoreLinks(
  english: readonly LabelledArticle[],
  others: readonly LabelledArticle[],
): LinkScore | null {
  const both = [...english, ...others].sort((a, b) => Date.parse(a.time) - Date.parse(b.time))
  const { storyOf } = runStories(both)
  const givenOf = Map.groupBy(english, ({ id }) => storyOf.get(id) ?? '')
  const told = new Set(english.map(({ story }) => story))
  const common = new Set(others.map(({ story }) => story).filter((story) => told.has(story)))
  const met = others.map(({ id, story }) => {
    const stories = (givenOf.get(storyOf.get(id) ?? '') ?? []).map((article) => article.story)
    const found = stories.includes(story)
    return { story, found, wrong: !found && stories.length > 0 }
  })
  const found = new Set(met.filter((one) => one.found).map(({ story }) => story)).size
  const wrong = met.filter((one) => one.wrong).length
  return common.size > 0 ? { found: found / common.size, wrong: wrong / common.size } : null
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
