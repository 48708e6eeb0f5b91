import type { BoardSpec } from './board.ts'
import { graphOf, statOf } from './panel.ts'
import { latencies, quantile, rate } from './queries.ts'

const stat = statOf(4)
const graph = graphOf(8)
const narrow = graphOf(6)

/** What the publishers give us. */
export const sources: BoardSpec = {
  name: 'sources',
  title: 'Sources and fetches',
  about: 'Polls, fetches, their answers, and why pages became no article.',
  rows: [
    {
      title: 'Feeds',
      panels: [
        stat({
          title: 'Feeds followed',
          about: 'All feeds that are polled.',
          unit: 'short',
          queries: [['sum(max by (state) (wirefold_feeds))', 'feeds']],
        }),
        stat({
          title: 'Feeds failing',
          about: 'Feeds whose last poll failed. `wirefold doctor` names them.',
          unit: 'short',
          limits: [1, 100],
          queries: [['max(wirefold_feeds{state="failing"})', 'failing']],
        }),
        stat({
          title: 'Polls',
          about: 'Polls of feeds.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_feed_polls_total'), 'polls']],
        }),
        stat({
          title: 'Unchanged',
          about: 'Share of polls that brought nothing new: 304, or the same bytes.',
          unit: 'percentunit',
          queries: [
            [
              `(${rate('wirefold_feed_polls_total{result="not_modified"}')} or vector(0)) / ${rate('wirefold_feed_polls_total')}`,
              'unchanged',
            ],
          ],
        }),
        stat({
          title: 'Requests that failed',
          about: 'Share of requests for pages and feeds without a usable answer.',
          unit: 'percentunit',
          limits: [0.1, 0.2],
          queries: [['max(wirefold:fetch_error_ratio:rate5m)', 'failed']],
        }),
        stat({
          title: 'Received',
          about: 'Bytes of bodies, decompressed.',
          unit: 'Bps',
          queries: [[rate('wirefold_fetch_bytes_total'), 'received']],
        }),
      ],
    },
    {
      title: 'Polling',
      panels: [
        narrow({
          kind: 'stack',
          title: 'Polls by result',
          about: 'ok brought something new.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_feed_polls_total', 'result'), '{{result}}']],
        }),
        narrow({
          kind: 'lines',
          title: 'How late polls begin',
          about: 'Against the time they were due. Raise POLL_CONCURRENCY when it grows.',
          unit: 's',
          queries: latencies('wirefold_feed_poll_lag_seconds'),
        }),
        narrow({
          kind: 'lines',
          title: 'Published to first seen',
          about: 'The publisher’s own lag and the time between two polls.',
          unit: 's',
          queries: latencies('wirefold_discovery_seconds'),
        }),
        narrow({
          kind: 'stack',
          title: 'News pushed by hubs',
          about: 'WebSub: feeds with a hub that works are polled rarely. 0 without hubs.',
          unit: 'suffix:/s',
          queries: [
            [
              `${rate('wirefold_feed_pushes_total', 'result')} or label_replace(vector(0), "result", "none", "", "")`,
              '{{result}}',
            ],
          ],
        }),
      ],
    },
    {
      title: 'Fetching',
      panels: [
        graph({
          kind: 'stack',
          title: 'Requests by answer',
          about: 'Pages and feeds: class of the HTTP status, or what went wrong.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_fetches_total', 'kind', 'status'), '{{kind}} {{status}}']],
        }),
        graph({
          kind: 'lines',
          title: 'Time of a request, 95 %',
          about: 'The body included.',
          unit: 's',
          queries: [[quantile(0.95, 'wirefold_fetch_duration_seconds', 'kind'), '{{kind}}']],
        }),
        graph({
          kind: 'stack',
          title: 'Received by kind',
          about: 'Bytes of bodies, decompressed.',
          unit: 'Bps',
          queries: [[rate('wirefold_fetch_bytes_total', 'kind'), '{{kind}}']],
        }),
        {
          kind: 'bars',
          title: 'Why pages became no article, last hour',
          about: 'Drops are intended ends: doubles, consent walls, pages without text.',
          unit: 'short',
          size: [8, 8],
          queries: [
            [
              'topk(12, sum by (reason) (increase(wirefold_items_total{outcome="dropped"}[1h]))) > 0',
              '{{reason}}',
            ],
          ],
        },
        {
          kind: 'bars',
          title: 'How the text of pages was found, last hour',
          about: 'The method of extraction.',
          unit: 'short',
          size: [8, 8],
          queries: [
            ['sum by (method) (increase(wirefold_extraction_total[1h])) > 0', '{{method}}'],
          ],
        },
        graph({
          kind: 'lines',
          title: 'Pages archived',
          about: 'Written to WARC_DIR; 0 without one. failed: look at its disk.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_archived_pages_total', 'result'), '{{result}}']],
        }),
      ],
    },
  ],
}
