import { extractFeatures } from '../src/shared/core/stories/features.ts'
import type { Embedding } from '../src/shared/core/stories/meaning.ts'
import type { IncomingArticle } from '../src/shared/core/stories/world.ts'
import { languageGroupOf } from '../src/shared/core/text/languageCodes.ts'
import type { LabelledArticle } from './storyData.ts'

/** A labelled article as it reaches the assigner at position `seq`; `s` and `c` with the position name what it opens. */
export function incomingOf(
  { id, title, text, lang, time }: LabelledArticle,
  seq: number,
  embedding?: Embedding | null,
): IncomingArticle {
  const counted = extractFeatures({ title, paragraphs: text.split('\n'), lang })
  return {
    id,
    seq,
    lang,
    group: languageGroupOf(lang),
    features: embedding ? { ...counted, embedding } : counted,
    timeMs: Date.parse(time),
    dated: true,
    stub: false,
    template: false,
    copies: [],
    newStoryId: `s${seq}`,
    newClusterId: `c${seq}`,
  }
}
