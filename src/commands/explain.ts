import type { Config } from '../shared/config.ts'
import type { Receipt, ReceiptCandidate } from '../shared/core/stories/receipt.ts'
import { compareArticles, type Explained, findExplained } from '../shared/store/explained.ts'
import { withStore } from './openStore.ts'
import { paint, plain, say, table } from './terminal.ts'

/** `wirefold explain A [B]`: why an article went where it went, or what two articles have to do with each other. */
export async function explainCommand(
  config: Config,
  names: readonly string[],
  { json }: { json: boolean },
): Promise<number> {
  await withStore(config, async (context) => {
    const articles: Explained[] = []
    for (const name of names) articles.push(await findExplained(context, name))
    const [first, second] = articles
    const overlap = first && second ? compareArticles(first, second) : null
    if (json)
      say(JSON.stringify({ articles: articles.map(({ text: _, ...rest }) => rest), overlap }))
    else
      say(
        [
          ...articles.map(explain),
          ...(overlap && first && second ? [compare(first, second)] : []),
        ].join('\n\n'),
      )
  })
  return 0
}

const ruleWords: Readonly<Record<Receipt['rule'], string>> = {
  copy: 'it has the text of an article there',
  same_story: 'it is about the same event, by words, names and time',
  link: 'a story in another language shares its names, numbers and places',
  merge: 'two stories turned out to be one',
  split: 'its story turned out to be about two events',
  operator: 'an operator said so',
  open: 'no story was near enough: it opened its own',
}

function explain({ title, source, story, relation, receipt }: Explained): string {
  return [
    paint.bold(plain(title)),
    `${source} → story ${story} as ${relation}: ${ruleWords[receipt.rule]}`,
    ...evidenceLines(receipt),
    candidateTable(receipt.candidates),
    paint.dim(
      `thresholds ${JSON.stringify(receipt.thresholds)}, weights ${receipt.weightsVersion}`,
    ),
  ].join('\n')
}

function evidenceLines({ evidence }: Receipt): readonly string[] {
  return Object.entries(evidence ?? {}).flatMap(([kind, shared]) =>
    Array.isArray(shared) && shared.length > 0
      ? [`share ${kind}: ${plain(shared.join(', '))}`]
      : [],
  )
}

function candidateTable(candidates: readonly ReceiptCandidate[]): string {
  if (candidates.length === 0) return 'no story was compared'
  const names = [...new Set(candidates.flatMap(({ signals }) => Object.keys(signals)))]
  const rows = candidates.map(({ storyId, score, signals }) => [
    storyId,
    String(score),
    ...names.map((name) => String(signals[name] ?? '')),
  ])
  return table([['story', 'score', ...names], ...rows])
}

function compare(first: Explained, second: Explained): string {
  const { jaccard, containment, sameStory } = compareArticles(first, second)
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return [
    sameStory ? `both are in story ${first.story}` : `they are in different stories`,
    `word triples shared: ${percent(jaccard)} of both, ${percent(containment)} of the shorter (a copy from 40 % or 60 %)`,
  ].join('\n')
}
