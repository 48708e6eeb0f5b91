import { anchorsOf } from './anchors.ts'
import { mix32 } from './mix32.ts'
import { shinglesOf } from './shingles.ts'
import { signatureOf } from './signature.ts'
import { scanTokens, type Tokens } from './tokens.ts'
import type { Fingerprint } from './types.ts'

/**
 * The fingerprint of a cleaned text. A text of fewer than two words (characters, in unspaced scripts)
 * has an empty fingerprint, which is a copy of nothing.
 */
export function fingerprintText(text: string): Fingerprint {
  const tokens = scanTokens(text)
  const shingles = shinglesOf(tokens)
  return {
    signature: shingles.length === 0 ? new Uint8Array(0) : Uint8Array.from(signatureOf(shingles)),
    shingleCount: shingles.length,
    ...anchorsOf(tokens),
    textHash: textHashOf(tokens),
  }
}

/** The signature of a text at full width, as the `minhash` package gives it for the text's shingles. */
export function signText(text: string): Uint32Array {
  return signatureOf(shinglesOf(scanTokens(text)))
}

function textHashOf(tokens: Tokens): string {
  if (tokens.count < 2) return ''
  return foldHashes(tokens.hashes, tokens.count) + foldHashes(tokens.checks, tokens.count)
}

/** 8 hex digits that depend on the hashes and their order. */
function foldHashes(hashes: Int32Array, count: number): string {
  let folded = count
  for (let index = 0; index < count; index++) {
    folded = mix32(Math.imul(folded, 0x9e3779b1) ^ (hashes[index] ?? 0))
  }
  return (folded >>> 0).toString(16).padStart(8, '0')
}
