import type { BoardSpec } from './board.ts'
import { graphOf, statOf } from './panel.ts'
import { quantile, rate } from './queries.ts'
import { duplicates, openStories, storyEvents } from './storyPanels.ts'

const stat = statOf(4)
const graph = graphOf(8)

/** What the news is made of. */
export const stories: BoardSpec = {
  name: 'stories',
  title: 'Duplicates and stories',
  about: 'Copies, relations, languages, and how stories grow.',
  rows: [
    {
      title: 'Now',
      panels: [
        stat(openStories),
        stat({
          title: 'Opened, last hour',
          about: 'Stories that began.',
          unit: 'short',
          queries: [['sum(increase(wirefold_stories_total{event="opened"}[1h]))', 'opened']],
        }),
        stat({
          title: 'Joined, last hour',
          about: 'Articles that joined a story.',
          unit: 'short',
          queries: [['sum(increase(wirefold_stories_total{event="joined"}[1h]))', 'joined']],
        }),
        stat({
          title: 'Merged, last hour',
          about:
            'Stories found to be one. Many merges: articles arrive long before what ties them together.',
          unit: 'short',
          queries: [['sum(increase(wirefold_stories_total{event="merged"}[1h]))', 'merged']],
        }),
        stat(duplicates),
        stat({
          title: 'Articles a story',
          about: 'Mean size of a story when an article joins it.',
          unit: 'short',
          queries: [
            [
              `${rate('wirefold_story_size_sum')} / ${rate('wirefold_story_size_count')}`,
              'articles',
            ],
          ],
        }),
      ],
    },
    {
      title: 'Duplicates',
      panels: [
        graph({
          kind: 'stack',
          title: 'Duplicates by kind',
          about:
            'url: another address of a known article. text: the same text. copy, partial: near-duplicates.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_duplicates_total', 'kind'), '{{kind}}']],
        }),
        graph({
          kind: 'lines',
          title: 'Share of duplicates by kind',
          about: 'A sudden change points at a source that changed, or at a fault.',
          unit: 'percentunit',
          queries: [['wirefold:duplicate_ratio:rate5m', '{{kind}}']],
        }),
        graph({
          kind: 'stack',
          title: 'Revisions by grade',
          about: 'Later versions of known articles.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_revisions_total', 'grade'), '{{grade}}']],
        }),
      ],
    },
    {
      title: 'Stories',
      panels: [
        graph(storyEvents),
        graph({
          kind: 'lines',
          title: 'Size of stories that are joined',
          about: 'Articles in the story when one joins.',
          unit: 'short',
          queries: [
            [quantile(0.5, 'wirefold_story_size'), 'median'],
            [quantile(0.95, 'wirefold_story_size'), '95 %'],
          ],
        }),
        graph({
          kind: 'stack',
          title: 'Answers to commits',
          about:
            'committed and duplicate are good. conflict: the memory is loaded again. fenced: another assigner is in charge.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_commits_total', 'result'), '{{result}}']],
        }),
        {
          kind: 'bars',
          title: 'Languages, last hour',
          about: 'Clustered articles by language.',
          unit: 'short',
          size: [12, 9],
          queries: [
            [
              'topk(14, sum by (language_group) (increase(wirefold_articles_total[1h]))) > 0',
              '{{language_group}}',
            ],
          ],
        },
        {
          kind: 'bars',
          title: 'Relations, last hour',
          about: 'How articles relate to their story.',
          unit: 'short',
          size: [12, 9],
          queries: [
            ['sum by (relation) (increase(wirefold_articles_total[1h])) > 0', '{{relation}}'],
          ],
        },
      ],
    },
  ],
}
