import type { BoardSpec } from './board.ts'
import { graphOf, statOf } from './panel.ts'
import { latencies, rate } from './queries.ts'
import { duplicates, openStories, storyEvents } from './storyPanels.ts'

const stat = statOf(3)
const graph = graphOf(8)

/** Is it healthy? Answered without scrolling. */
export const overview: BoardSpec = {
  name: 'overview',
  title: 'Overview',
  about: 'Is it healthy: what comes in, what comes out, how fast, and what waits.',
  rows: [
    {
      title: 'Health',
      panels: [
        stat({
          title: 'Alerts firing',
          about: 'Each alert has a section in docs/operations.md.',
          unit: 'short',
          limits: [1, 1],
          queries: [
            ['count(ALERTS{alertname=~"Wirefold.*", alertstate="firing"}) or vector(0)', 'firing'],
          ],
        }),
        stat({
          title: 'Articles',
          about: 'Articles that were put into a story, a second.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_articles_total'), 'articles']],
        }),
        stat({
          title: 'Freshness, 95 %',
          about:
            'From the time the publisher says to the event. Polling and the publisher’s own lag are in it.',
          unit: 's',
          limits: [900, 3_600],
          queries: [['wirefold:freshness_seconds:p95_5m', '95 %']],
        }),
        stat({
          title: 'Seen to story, 95 %',
          about: 'From the poll that found the entry to the event: what wirefold itself adds.',
          unit: 's',
          limits: [60, 300],
          queries: [['wirefold:processing_seconds:p95_5m', '95 %']],
        }),
        stat({
          title: 'Work waiting',
          about:
            'Time the longest queue needs to drain at the present rate. Add readers when it grows.',
          unit: 's',
          limits: [300, 1_200],
          queries: [['max(wirefold:drain_seconds)', 'longest queue']],
        }),
        stat(openStories),
        stat(duplicates),
        stat({
          title: 'Dead letters, 24 h',
          about: 'Items given up in the last day. `wirefold ledger` names the reasons.',
          unit: 'short',
          limits: [1, 50],
          queries: [['sum(increase(wirefold_dead_letters_total[24h]))', 'given up']],
        }),
      ],
    },
    {
      title: 'Flow',
      panels: [
        graph({
          kind: 'stack',
          title: 'Articles by relation',
          about: 'How new articles relate to their story.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_articles_total', 'relation'), '{{relation}}']],
        }),
        graph({
          kind: 'stack',
          title: 'What became of entries',
          about: 'Every entry ends in exactly one of these.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_items_total', 'outcome'), '{{outcome}}']],
        }),
        graph({
          kind: 'lines',
          title: 'Seen to story',
          about: 'From the poll that found the entry to the event.',
          unit: 's',
          queries: latencies('wirefold_processing_seconds'),
        }),
        graph({
          kind: 'stack',
          title: 'Jobs in the queues',
          about:
            'Waiting, active and delayed jobs. Delayed ones wait for their host’s turn or a retry.',
          unit: 'short',
          queries: [
            ['max by (queue) (wirefold_queue_jobs{state="waiting"})', '{{queue}} waiting'],
            ['sum(max by (queue) (wirefold_queue_jobs{state="active"}))', 'active'],
            ['sum(max by (queue) (wirefold_queue_jobs{state="delayed"}))', 'delayed'],
          ],
        }),
        graph(storyEvents),
        graph({
          kind: 'lines',
          title: 'Redis memory',
          about: 'Producers pause before the limit is reached. 0 = no limit is set.',
          unit: 'bytes',
          queries: [
            ['max(wirefold_redis_used_memory_bytes)', 'used'],
            ['max(wirefold_redis_maxmemory_bytes)', 'limit'],
          ],
        }),
      ],
    },
  ],
}
