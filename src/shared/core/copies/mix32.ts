/** Spreads the bits of a 32-bit integer over all positions (the finaliser of MurmurHash3); signed result. */
export function mix32(value: number): number {
  let bits = value ^ (value >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
