/** What is known about the language of a text. */
export interface Language {
  /** BCP-47 primary tag, with script only where it separates languages (`zh-Hant`); `und` = unknown. */
  readonly lang: string
  /** ISO 15924 code of most letters: `Latn`, `Cyrl`, `Hans`, … */
  readonly script: string
  /** Languages to be treated as one: `bcms` (bs, hr, sr, cnr), `msid` (ms, id), `nor` (nb, nn), else the language. */
  readonly group: string
  /** 0..1 */
  readonly confidence: number
  readonly source: 'detected' | 'hint' | 'both' | 'none'
}
