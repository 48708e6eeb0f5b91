/** What a function of node:zlib that works in one go gives when it is asked for `info`, which its types leave out. */
interface Worked {
  readonly buffer: Buffer
  readonly engine: { _outBuffer: Buffer | null }
}

/**
 * The result of such a function, without what made it. Node frees what made it with the next full collection only, and until
 * then the buffer that it wrote into: 64 MB of them are reason enough for V8 to begin one, which was every 250 pages.
 */
export function letGo(worked: unknown): Buffer {
  const { buffer, engine } = worked as Worked
  engine._outBuffer = null
  return buffer
}
