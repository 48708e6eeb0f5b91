type PackedArray = Int8Array | Int32Array | Uint8Array | Uint16Array | Float32Array | Float64Array

/** The bytes of a typed array as base64, in the byte order of the machine (little-endian on all Node platforms in use). */
export function encodeBytes(array: PackedArray): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64')
}

/** Inverse of `encodeBytes`. */
export function decodeInt32(text: string): Int32Array {
  return new Int32Array(copyBytes(text, 4))
}

/** Inverse of `encodeBytes`. */
export function decodeUint16(text: string): Uint16Array {
  return new Uint16Array(copyBytes(text, 2))
}

/** Inverse of `encodeBytes`. */
export function decodeUint8(text: string): Uint8Array {
  return new Uint8Array(copyBytes(text, 1))
}

/** Inverse of `encodeBytes`. */
export function decodeFloat64(text: string): Float64Array {
  return new Float64Array(copyBytes(text, 8))
}

/** Inverse of `encodeBytes`. */
export function decodeFloat32(text: string): Float32Array {
  return new Float32Array(copyBytes(text, 4))
}

/** A buffer of its own, so that it is aligned and holds no part of Node's pool; odd bytes at the end are cut. */
function copyBytes(text: string, unit: number): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64')
  const length = bytes.length - (bytes.length % unit)
  const copy = new Uint8Array(length)
  copy.set(bytes.subarray(0, length))
  return copy.buffer
}
