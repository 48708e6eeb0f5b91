import type { Config } from '../../shared/config.ts'
import {
  type FollowedHealth,
  followedHealthOf,
  healthOrder,
  worseFirst,
} from '../../shared/core/polling/health.ts'
import type { FollowedFeed } from '../../shared/store/followedFeeds.ts'
import { age, count, cut, say, table } from '../terminal.ts'
import { withFeeds } from './openFeeds.ts'

interface ListOptions {
  readonly json: boolean
  /** Only feeds that are not well. */
  readonly failing: boolean
}

/** What is known of a followed feed, as `--json` prints it. */
interface FeedLine {
  readonly url: string
  readonly title: string | null
  readonly health: FollowedHealth['status']
  /** In words; null when all is well. */
  readonly reason: string | null
  readonly lastSuccess: string | null
  readonly nextPoll: string | null
  readonly intervalSeconds: number
  readonly byHand: boolean
}

/** `wirefold feeds list`: every followed feed, its health with the reason in words, and its polls. */
export async function listFeedsCommand(
  config: Config,
  { json, failing }: ListOptions,
): Promise<number> {
  return withFeeds(config, async ({ feeds, now }) => {
    const lines = (await feeds.followed())
      .map(feedLine)
      .filter(({ health }) => !failing || health === 'failing' || health === 'gone')
      .toSorted(worstFirst)
    if (json) for (const line of lines) say(JSON.stringify(line))
    else
      say(lines.length === 0 ? emptyText(failing) : `${feedTable(lines, now())}\n${sumOf(lines)}`)
    return 0
  })
}

const emptyText = (failing: boolean) =>
  failing
    ? 'no feed fails'
    : 'no feeds yet: `wirefold feeds add URL` or `wirefold feeds import FILE`'

function worstFirst(left: FeedLine, right: FeedLine): number {
  const [one, other] = [left, right].map(({ health, reason }) => ({ status: health, why: reason }))
  return (one && other && worseFirst(one, other)) || (left.url < right.url ? -1 : 1)
}

function feedLine({ state, title, dueMs, byHand }: FollowedFeed): FeedLine {
  const { status, why } = followedHealthOf({ state, dueMs })
  return {
    url: state.url,
    title,
    health: status,
    reason: why,
    lastSuccess: isoOf(state.lastSuccessMs),
    nextPoll: isoOf(dueMs),
    intervalSeconds: Math.round(state.intervalSeconds),
    byHand,
  }
}

function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}

function feedTable(lines: readonly FeedLine[], nowMs: number): string {
  const since = (iso: string | null) => (iso ? `${age(nowMs - Date.parse(iso))} ago` : '–')
  const until = (iso: string | null) => (iso ? `in ${age(Date.parse(iso) - nowMs)}` : '–')
  const rows = lines.map((line) => [
    line.health,
    since(line.lastSuccess),
    until(line.nextPoll),
    age(line.intervalSeconds * 1_000),
    cut(line.url, 70),
    cut(line.reason ?? '', 80),
  ])
  return table([['health', 'last read', 'next poll', 'interval', 'feed', 'reason'], ...rows])
}

function sumOf(lines: readonly FeedLine[]): string {
  const sums = healthOrder
    .map((health) => [health, lines.filter((line) => line.health === health).length] as const)
    .filter(([, number]) => number > 0)
    .map(([health, number]) => `${number} ${health}`)
  return `${count(lines.length, 'feed')}: ${sums.join(', ')}`
}
