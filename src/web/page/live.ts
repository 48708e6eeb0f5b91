import { useEffect, useState } from 'preact/hooks'

/** Whether events reach the page. */
export type Connection = 'connecting' | 'live' | 'lost'

const eventTypes = [
  'story.opened',
  'story.joined',
  'article.revised',
  'story.merged',
  'story.split',
  'story.updated',
  'story.closed',
]

/** News are shown at most this often: at ten thousand events a minute the page stays calm. */
const batchMs = 1_500

/** Counts batches of events: whoever shows the present asks again when the number changes. */
export function useLiveTurn(): { readonly turn: number; readonly connection: Connection } {
  const [turn, setTurn] = useState(0)
  const [connection, setConnection] = useState<Connection>('connecting')
  useEffect(() => {
    const source = new EventSource('/api/events')
    let timer: ReturnType<typeof setTimeout> | null = null
    const batch = () => {
      timer ??= setTimeout(() => {
        timer = null
        setTurn((before) => before + 1)
      }, batchMs)
    }
    for (const type of eventTypes) source.addEventListener(`wirefold.${type}.v1`, batch)
    source.onopen = () => {
      setConnection('live')
      batch()
    }
    source.onerror = () => setConnection('lost')
    return () => {
      source.close()
      if (timer) clearTimeout(timer)
    }
  }, [])
  return { turn, connection }
}

/** The time, renewed every half minute, so that ages stay true. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
