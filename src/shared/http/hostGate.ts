import { setTimeout } from 'node:timers/promises'
import { gapAfter, restAfter, siteOf } from '../core/polling/politeness.ts'
import { PipelineError } from '../errors.ts'
import type { Keys } from '../keys.ts'
import type { Scripts } from '../scripts.ts'
import type { EndTurn, Served } from './exchange.ts'

/** What is `urgent` (feeds, robots.txt, where redirects lead) does not wait behind the queued pages of its site. */
export type Lane = 'urgent' | 'queued'

/** Who asks for a turn. */
export interface Visit {
  /** Keeps its place when it comes back under the same name. */
  readonly visitor: string
  readonly lane: Lane
  /** Longest wait here; a longer one is thrown. */
  readonly patienceMs: number
  /** What the site's robots.txt asks for. */
  readonly crawlDelaySeconds: number | null
}

/** One request at a time to a site, with a gap between, whatever number of processes ask. */
export interface HostGate {
  /** Resolves when the request may start. @throws PipelineError `host_busy` with the time to come back */
  enter(url: URL, visit: Visit): Promise<EndTurn>
}

interface Parts {
  readonly scripts: Scripts
  readonly keys: Keys
  /** HOST_GAP_MS; 0 = no gate: whoever says so owns the sites. */
  readonly gapMs: number
  readonly now: () => number
  /** Waits so many milliseconds by the clock of `now`. */
  readonly sleep?: (milliseconds: number) => Promise<void>
}

/** A request that has not ended by then is taken to be abandoned: the HTTP client gives up after 20 s. */
const holdMs = 21_000

const urgentOnly: readonly Lane[] = ['urgent']
const both: readonly Lane[] = ['queued', 'urgent']

/** Builds the gate over the turns kept in Redis. */
export function createHostGate({ scripts, keys, gapMs, now, sleep = setTimeout }: Parts): HostGate {
  const leave = async (site: string, visit: Visit, served: Served) => {
    const { latencyMs, sinceAnswerMs, answer } = served
    const nowMs = now()
    const gap = gapAfter({ floorMs: gapMs, latencyMs, crawlDelaySeconds: visit.crawlDelaySeconds })
    const restMs = answer ? restAfter(answer, nowMs) : 0
    // counted from the answer: when the server saw the request is not known, but it was before that
    const nextMs = nowMs - sinceAnswerMs + Math.max(gap, restMs)
    const call = [visit.visitor, nowMs, Math.ceil(nextMs), gap]
    // what cannot be told now runs out by itself
    await scripts.leaveHost([keys.host(site)], call).catch(() => {})
  }
  return {
    async enter(url, visit) {
      if (gapMs === 0) return async () => {}
      const site = siteOf(url)
      const lanes = visit.lane === 'urgent' ? urgentOnly : both
      const touched = [keys.host(site), ...lanes.map((lane) => keys.hostLane(site, lane))]
      const reckonedGap = gapAfter({ floorMs: gapMs, latencyMs: 0, ...visit })
      for (let patienceMs = visit.patienceMs; ; ) {
        const waitMs = await scripts.enterHost(touched, [visit.visitor, now(), reckonedGap, holdMs])
        if (waitMs === 0) return (served) => leave(site, visit, served)
        patienceMs -= waitMs
        if (patienceMs < 0) {
          throw new PipelineError('host_busy', `waits for its turn at ${site}`, {
            retryAfterMs: waitMs,
          })
        }
        await sleep(waitMs)
      }
    },
  }
}
