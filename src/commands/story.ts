import type { Config } from '../shared/config.ts'
import { drawLineage } from '../shared/core/copies/drawLineage.ts'
import { UsageError } from '../shared/errors.ts'
import { loadLineage, type StoryLineage, type TracedArticle } from '../shared/store/lineage.ts'
import type { StoryRecord } from '../shared/storyRecord.ts'
import { withStore } from './openStore.ts'
import { age, count, cut, paint, plain, say, table } from './terminal.ts'

/** `wirefold story ID`: a story, its articles, and who copied from whom. */
export async function storyCommand(
  config: Config,
  id: string,
  { json }: { json: boolean },
): Promise<number> {
  await withStore(config, async (context) => {
    const story = await context.stories.story(id)
    if (!story) {
      throw new UsageError(
        `no story ${id}: it never was, or it is older than ARTICLE_TTL_HOURS. See \`wirefold stories\`.`,
      )
    }
    const traced = await loadLineage(context, story.id)
    say(json ? JSON.stringify(storyJson(story, traced)) : storyText(story, traced, context.now()))
  })
  return 0
}

function storyJson(story: StoryRecord, { articles, lineage }: StoryLineage): object {
  return { ...story, ...lineage, articles: [...articles.values()] }
}

function storyText(story: StoryRecord, { articles, lineage }: StoryLineage, nowMs: number): string {
  const origins = count(lineage.independentOrigins, 'independent origin')
  return [
    paint.bold(plain(story.headline)),
    `${story.id} · ${story.state} · ${count(story.size, 'article')} of ${count(story.sources.length, 'source')}, ${origins} · ${story.languages.join(' ')}`,
    `opened ${age(nowMs - story.openedMs)} ago, updated ${age(nowMs - story.updatedMs)} ago · first published: ${firstText(lineage.first.overall, articles)}`,
    '',
    ...drawLineage(lineage),
    '',
    table([...articles.values()].map(articleRow)),
  ].join('\n')
}

function firstText(first: string, articles: StoryLineage['articles']): string {
  return articles.get(first)?.source ?? 'the clocks do not tell'
}

function articleRow({ lang, relation, source, revision, title }: TracedArticle): readonly string[] {
  const kind = revision > 1 ? `${relation}, revision ${revision}` : relation
  return [lang, kind, source, cut(title, 70)]
}
