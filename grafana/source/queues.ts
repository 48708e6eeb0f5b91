import type { BoardSpec } from './board.ts'
import { graphOf, statOf } from './panel.ts'
import { rate } from './queries.ts'

const stat = statOf(4)
const graph = graphOf(8)
const narrow = graphOf(6)
const jobs = (state: string) =>
  `max by (queue) (wirefold_queue_jobs{queue=~"$queue", state="${state}"})`

/** What waits, and the store it waits in. */
export const queues: BoardSpec = {
  name: 'queues',
  title: 'Queues and Redis',
  about: 'What waits, how long, and the store it waits in.',
  choices: [{ name: 'queue', values: 'label_values(wirefold_queue_jobs, queue)' }],
  rows: [
    {
      title: 'Now',
      panels: [
        stat({
          title: 'Work waiting',
          about: 'Time the longest queue needs to drain at the present rate.',
          unit: 's',
          limits: [300, 1_200],
          queries: [['max(wirefold:drain_seconds{queue=~"$queue"})', 'longest queue']],
        }),
        stat({
          title: 'Oldest waiting job',
          about: 'Age of the oldest job that waits for a worker.',
          unit: 's',
          limits: [60, 300],
          queries: [['max(wirefold_queue_oldest_job_age_seconds{queue=~"$queue"})', 'oldest']],
        }),
        stat({
          title: 'Dead letters kept',
          about: 'Items given up, kept for seven days.',
          unit: 'short',
          limits: [1, 100],
          queries: [[`sum(${jobs('failed')})`, 'kept']],
        }),
        stat({
          title: 'Redis memory',
          about: 'Memory Redis uses.',
          unit: 'bytes',
          queries: [['max(wirefold_redis_used_memory_bytes)', 'used']],
        }),
        stat({
          title: 'Redis answers',
          about: '1 while Redis answers within two seconds.',
          unit: 'short',
          limits: [1, 1],
          lowIsBad: true,
          queries: [['min(wirefold_redis_up)', 'answers']],
        }),
        stat({
          title: 'Assigner in charge',
          about: '1 while an assigner holds the lease. 0: no story grows.',
          unit: 'short',
          limits: [1, 1],
          lowIsBad: true,
          queries: [['max(wirefold_assigner_in_charge)', 'in charge']],
        }),
      ],
    },
    {
      title: 'Queues',
      panels: [
        graph({
          kind: 'lines',
          title: 'Waiting jobs',
          about: 'Jobs that wait for a worker.',
          unit: 'short',
          queries: [[jobs('waiting'), '{{queue}}']],
        }),
        graph({
          kind: 'lines',
          title: 'Active and delayed jobs',
          about: 'Delayed jobs wait for their host’s turn or for a retry.',
          unit: 'short',
          queries: [
            [jobs('active'), '{{queue}} active'],
            [jobs('delayed'), '{{queue}} delayed'],
          ],
        }),
        graph({
          kind: 'lines',
          title: 'Time to drain',
          about: 'Waiting jobs against the rate at which they are done.',
          unit: 's',
          queries: [['wirefold:drain_seconds{queue=~"$queue"}', '{{queue}}']],
        }),
        graph({
          kind: 'lines',
          title: 'Dead letters',
          about: 'Items given up.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_dead_letters_total{queue=~"$queue"}', 'queue'), '{{queue}}']],
        }),
        graph({
          kind: 'lines',
          title: 'Jobs whose worker was lost',
          about: 'Taken up again by another. Many: workers die, or block longer than their lock.',
          unit: 'suffix:/s',
          queries: [[rate('wirefold_stalled_total{queue=~"$queue"}', 'queue'), '{{queue}}']],
        }),
        graph({
          kind: 'stack',
          title: 'Backpressure',
          about: 'The level in force is 1. Producers pause before Redis is full.',
          unit: 'short',
          queries: [
            [
              'max by (level) (wirefold_backpressure) or label_replace(vector(0), "level", "none", "", "")',
              '{{level}}',
            ],
          ],
        }),
      ],
    },
    {
      title: 'Redis',
      panels: [
        narrow({
          kind: 'lines',
          title: 'Memory',
          about: 'Used, and the limit; 0 = no limit is set.',
          unit: 'bytes',
          queries: [
            ['max(wirefold_redis_used_memory_bytes)', 'used'],
            ['max(wirefold_redis_maxmemory_bytes)', 'limit'],
          ],
        }),
        narrow({
          kind: 'lines',
          title: 'Commands',
          about: 'Commands Redis carries out.',
          unit: 'suffix:/s',
          queries: [['max(wirefold_redis_commands_per_second)', 'commands']],
        }),
        narrow({
          kind: 'lines',
          title: 'Round trip',
          about: 'One PING, there and back.',
          unit: 's',
          queries: [['max(wirefold_redis_round_trip_seconds)', 'PING']],
        }),
        narrow({
          kind: 'lines',
          title: 'Connections',
          about: 'Clients of Redis: the processes of wirefold and the consumers.',
          unit: 'short',
          queries: [['max(wirefold_redis_connected_clients)', 'connections']],
        }),
      ],
    },
  ],
}
