import { setTimeout as pause } from 'node:timers/promises'

const everyMs = 10

/** Looks again and again until `look` answers something true, and returns it. Fails with `what` after the deadline. */
export async function eventually<T>(
  what: string,
  look: () => T | Promise<T>,
  withinMs = 20_000,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (performance.now() > deadline)
      throw new Error(`did not happen within ${withinMs} ms: ${what}`)
    await pause(everyMs)
  }
}
