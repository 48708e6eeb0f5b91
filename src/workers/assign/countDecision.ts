import { languageGroupLabel, type Metrics } from '../../shared/metrics.ts'
import type { Decided } from './changesOfDecision.ts'
import type { Candidate } from './copyCandidates.ts'

/** Counts a committed decision. */
export function countDecision(
  metrics: Metrics,
  decided: Decided,
  copies: readonly Candidate[],
): void {
  const { memory, article, decision, planned, relation, nowMs } = decided
  const group = languageGroupLabel(article.language.group)
  metrics.items.inc({ outcome: 'clustered', reason: '' })
  metrics.articles.inc({ relation: relation.kind, language_group: group })
  metrics.stories.inc({ event: decision.action === 'open' ? 'opened' : 'joined' })
  if (planned.merges.length > 0) metrics.stories.inc({ event: 'merged' }, planned.merges.length)
  metrics.openStories.set(memory.stories.size)
  metrics.storySize.observe(memory.stories.get(decision.storyId)?.size ?? 1)
  const kind = copies.some((copy) => copy.sameText) ? 'text' : relation.kind
  if (kind === 'text' || kind === 'copy' || kind === 'partial') metrics.duplicates.inc({ kind })
  metrics.processing.observe(Math.max(0, nowMs - article.firstSeenMs) / 1_000)
  if (article.dated) metrics.freshness.observe(Math.max(0, nowMs - article.timeMs) / 1_000)
}

/** Counts an entry that led to an article another entry had brought. */
export function countDuplicateUrl(metrics: Metrics): void {
  metrics.duplicates.inc({ kind: 'url' })
  metrics.items.inc({ outcome: 'dropped', reason: 'duplicate_url' })
}

/** Counts an entry that turned out to be a known article under another address. */
export function countSameArticle(metrics: Metrics): void {
  metrics.duplicates.inc({ kind: 'url' })
  metrics.items.inc({ outcome: 'dropped', reason: 'same_article' })
}
