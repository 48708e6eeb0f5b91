import { useEffect, useState } from 'preact/hooks'

/** What came of asking the API: an answer, a message for the reader, or nothing yet. */
export interface Asked<T> {
  readonly answer: T | null
  readonly problem: string | null
}

/** What the API answered instead of what it was asked for. */
class Refusal extends Error {
  readonly isPassing: boolean
  constructor(message: string, status: number) {
    super(message)
    this.isPassing = status >= 500 || status === 429
  }
}

/** Asks the API. @throws Error with the message of the API, made for people. */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(`/api${path}`, signal ? { signal } : {})
  const body = (await response.json()) as T & { error?: string }
  if (!response.ok)
    throw new Refusal(body.error ?? `the server answered ${response.status}`, response.status)
  return body
}

/** What could not be read now is asked for again: the next event may be long in coming. */
const retryMs = 3_000

/** The answer for a path, asked anew whenever the path or `turn` changes; the old one stays until the new is here. */
export function useAnswer<T>(path: string, turn = 0): Asked<T> {
  const [asked, setAsked] = useState<Asked<T> & { path: string }>({
    path: '',
    answer: null,
    problem: null,
  })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    ask<T>(path, stop.signal).then(
      (answer) => setAsked({ path, answer, problem: null }),
      (error: Error) => {
        if (stop.signal.aborted) return
        setAsked((before) => ({
          path,
          answer: before.path === path ? before.answer : null,
          problem: error.message,
        }))
        const isPassing = !(error instanceof Refusal) || error.isPassing
        if (isPassing) timer = setTimeout(() => setAttempt((before) => before + 1), retryMs)
      },
    )
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [path, turn, attempt])
  return asked
}
