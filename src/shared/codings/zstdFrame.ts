/** More is not believed at once: the frame is read in growing buffers. */
const largestSize = 16_000_000

/** Frame_Content_Size of a zstd frame (RFC 8878, section 3.1.1); null when it is absent or beyond belief. */
export function zstdContentSize(frame: Buffer): number | null {
  const descriptor = frame[4] ?? 0
  const isSingle = (descriptor & 0x20) !== 0
  const at = 5 + (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0)
  const size = readSize(frame, { at, form: descriptor >> 6, isSingle })
  return size !== null && size <= largestSize ? size : null
}

interface SizeField {
  readonly at: number
  readonly form: number
  readonly isSingle: boolean
}

function readSize(frame: Buffer, { at, form, isSingle }: SizeField): number | null {
  if (at + 8 > frame.length) return null
  if (form === 0) return isSingle ? (frame[at] ?? null) : null
  if (form === 1) return frame.readUInt16LE(at) + 256
  return form === 2 ? frame.readUInt32LE(at) : Number(frame.readBigUInt64LE(at))
}
