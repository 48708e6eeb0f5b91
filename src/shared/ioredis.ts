import { Redis, ReplyError } from 'ioredis'

/** V8 takes note of what a loop reads only after some hundred turns; all of them take a millisecond. */
const enoughReads = 10_000

/**
 * Makes reading strings fast again once ioredis is loaded, for which reason it is loaded here only. A class of it extends `String`;
 * any such class turns `String.prototype` into a dictionary, and from then on V8 looks up every `text.charCodeAt` instead of
 * inlining it: a page took 1.6 times as long to read. Reading from an object, never from plain strings, makes V8 turn it back.
 */
function restoreFastStrings(): void {
  const text = new Object('a') as string
  for (let read = 0; read < enoughReads; read += 1) text.charCodeAt(0)
}

restoreFastStrings()

export { Redis, ReplyError }
