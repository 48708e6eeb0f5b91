import type { BoardSpec } from './board.ts'
import { graphOf, statOf } from './panel.ts'
import { quantile, rate } from './queries.ts'

const stat = statOf(6)
const graph = graphOf(8)
const narrow = graphOf(6)

/** Where the time goes. */
export const stages: BoardSpec = {
  name: 'stages',
  title: 'Pipeline stages',
  about: 'Where the time goes: stages, the steps inside them, and the processes that run them.',
  rows: [
    {
      title: 'In flight',
      panels: [
        stat({
          title: 'Entries in flight',
          about: 'Seen, and without an outcome yet.',
          unit: 'short',
          queries: [['max(wirefold_ledger_entries{state="in_flight"})', 'in flight']],
        }),
        stat({
          title: 'Oldest in flight',
          about: 'Age of the oldest entry without an outcome.',
          unit: 's',
          limits: [600, 3_600],
          queries: [['max(wirefold_oldest_in_flight_seconds)', 'oldest']],
        }),
        stat({
          title: 'Attempts that failed',
          about: 'Share of attempts that ended in a retry or a dead letter.',
          unit: 'percentunit',
          limits: [0.05, 0.2],
          queries: [
            [
              `(${rate('wirefold_stage_duration_seconds_count{outcome=~"transient|permanent"}')} or vector(0)) / ${rate('wirefold_stage_duration_seconds_count')}`,
              'failed',
            ],
          ],
        }),
        stat({
          title: 'Processes',
          about: 'Child processes that run, of all trees.',
          unit: 'short',
          queries: [['sum(wirefold_running_processes)', 'running']],
        }),
      ],
    },
    {
      title: 'Stages',
      panels: [
        graph({
          kind: 'lines',
          title: 'Attempts',
          about: 'Attempts of each stage.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_stage_duration_seconds_count', 'stage'), '{{stage}}']],
        }),
        graph({
          kind: 'lines',
          title: 'Time of an attempt, 95 %',
          about: 'From taking the job to its end. fetch waits for the network and the host’s turn.',
          unit: 's',
          queries: [['wirefold:stage_seconds:p95_5m', '{{stage}}']],
        }),
        graph({
          kind: 'lines',
          title: 'Wait in the queue, 95 %',
          about: 'From entering the queue to the first attempt.',
          unit: 's',
          queries: [[quantile(0.95, 'wirefold_stage_wait_seconds', 'stage'), '{{stage}}']],
        }),
        graph({
          kind: 'stack',
          title: 'How attempts end',
          about: 'next, drop and done are good ends; throttled ones wait for their turn.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_stage_duration_seconds_count', 'outcome'), '{{outcome}}']],
        }),
        graph({
          kind: 'stack',
          title: 'Work by step',
          about: 'Seconds of work a second, which on one thread are CPUs.',
          unit: 'suffix: CPUs',
          queries: [[rate('wirefold_step_duration_seconds_sum', 'step'), '{{step}}']],
        }),
        graph({
          kind: 'lines',
          title: 'Time of a step, 95 %',
          about: 'The slowest step is where to look first.',
          unit: 's',
          queries: [[quantile(0.95, 'wirefold_step_duration_seconds', 'step'), '{{step}}']],
        }),
        graph({
          kind: 'lines',
          title: 'Articles read by the sentence model',
          about: '0 without EMBEDDING_MODEL_DIR. failed: clustered without it; the log says why.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_embeddings_total', 'result'), '{{result}}']],
        }),
      ],
    },
    {
      title: 'Processes',
      panels: [
        narrow({
          kind: 'lines',
          title: 'CPU by role',
          about: 'One Node process uses one CPU at most: add replicas when readers are at it.',
          unit: 'suffix: CPUs',
          queries: [[rate('process_cpu_seconds_total{job="wirefold"}', 'role'), '{{role}}']],
        }),
        narrow({
          kind: 'lines',
          title: 'Memory by role',
          about: 'Resident memory.',
          unit: 'bytes',
          queries: [['sum by (role) (process_resident_memory_bytes{job="wirefold"})', '{{role}}']],
        }),
        narrow({
          kind: 'lines',
          title: 'Event loop lag, 99 %',
          about: 'A process that is late for its locks loses its jobs to others.',
          unit: 's',
          queries: [
            ['max by (role) (nodejs_eventloop_lag_p99_seconds{job="wirefold"})', '{{role}}'],
          ],
        }),
        {
          kind: 'bars',
          title: 'Versions',
          about: 'Processes Prometheus reads, by version. Two versions: an upgrade is under way.',
          unit: 'short',
          size: [6, 8],
          queries: [['count by (version) (wirefold_build_info)', '{{version}}']],
        },
      ],
    },
  ],
}
