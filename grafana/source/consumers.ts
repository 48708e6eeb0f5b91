import type { BoardSpec } from './board.ts'
import { graphOf, statOf } from './panel.ts'
import { rate } from './queries.ts'

const stat = statOf(6)
const wide = graphOf(12)
const graph = graphOf(8)
const lag = 'max by (group) (wirefold_stream_group_lag{group=~"$group"})'
const events = `(${rate('wirefold_stories_total')} + (${rate('wirefold_revisions_total')} or vector(0)))`

/** Who reads the events, and how far behind. */
export const consumers: BoardSpec = {
  name: 'consumers',
  title: 'Consumers',
  about: 'The output stream, who reads it, and how far behind they are.',
  choices: [{ name: 'group', values: 'label_values(wirefold_stream_group_lag, group)' }],
  rows: [
    {
      title: 'Stream',
      panels: [
        stat({
          title: 'Events in the stream',
          about: 'Older ones are trimmed at EVENTS_MAX_LENGTH.',
          unit: 'short',
          queries: [['max(wirefold_stream_length)', 'events']],
        }),
        stat({
          title: 'Oldest event',
          about: 'How far back a new consumer can read.',
          unit: 's',
          queries: [['max(wirefold_stream_oldest_age_seconds)', 'oldest']],
        }),
        stat({
          title: 'Worst lag',
          about: 'Events the slowest group has not read.',
          unit: 'short',
          limits: [1_000, 100_000],
          queries: [[`max(${lag}) or vector(0)`, 'unread']],
        }),
        stat({
          title: 'Worst lag against the stream’s length',
          about: 'At 100 % the oldest unread events are trimmed.',
          unit: 'percentunit',
          limits: [0.5, 0.75],
          queries: [
            [`(max(${lag}) or vector(0)) / max(wirefold_stream_max_length)`, 'of the stream'],
          ],
        }),
      ],
    },
    {
      title: 'Groups',
      panels: [
        wide({
          kind: 'lines',
          title: 'Unread events',
          about: 'Events a group has not been given.',
          unit: 'short',
          queries: [[lag, '{{group}}']],
        }),
        wide({
          kind: 'lines',
          title: 'Events not acknowledged',
          about:
            'Given to a consumer of the group and not acknowledged. Growing: a consumer died; XAUTOCLAIM its work.',
          unit: 'short',
          queries: [
            ['max by (group) (wirefold_stream_group_pending{group=~"$group"})', '{{group}}'],
          ],
        }),
        graph({
          kind: 'lines',
          title: 'Events written',
          about: 'What the stream gains.',
          unit: 'suffix:/s',
          queries: [[events, 'written']],
        }),
        graph({
          kind: 'lines',
          title: 'Unread, as time',
          about: 'Unread events against the rate at which events are written.',
          unit: 's',
          queries: [[`${lag} / on () group_left () clamp_min(${events}, 0.001)`, '{{group}}']],
        }),
        graph({
          kind: 'stack',
          title: 'Events trimmed',
          about: 'Left the stream: yes = read by every group, no = a group never read them.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_events_trimmed_total', 'read'), 'read: {{read}}']],
        }),
        graph({
          kind: 'stack',
          title: 'Webhook',
          about:
            'Attempts to send events to WEBHOOK_URL; dead = given up, gone = the receiver wants no more.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_webhook_deliveries_total', 'result'), '{{result}}']],
        }),
      ],
    },
  ],
}
