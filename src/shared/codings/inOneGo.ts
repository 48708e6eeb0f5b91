/** What a function of node:zlib that works in one go gives when it is asked for `info`, which its types leave out. */
interface Worked {
  readonly buffer: Buffer
  readonly engine: { _outBuffer: Buffer | null }
}

/**
 * Such a function, that lets go of what did the work. Node frees that with the next full collection only, and until then the
 * buffer that it wrote into: 64 MB of them are reason enough for V8 to begin one, which was every 250 pages.
 */
export function inOneGo<Options extends object>(
  work: (bytes: Uint8Array, options: Options & { readonly info: true }) => unknown,
): (bytes: Uint8Array, options: Options) => Buffer {
  return (bytes, options) => {
    const { buffer, engine } = work(bytes, { ...options, info: true }) as Worked
    engine._outBuffer = null
    return buffer
  }
}
