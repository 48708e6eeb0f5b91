/** Words and parts of words that some languages of a group have and their nearest relatives lack. */
export interface MarkerList {
  readonly langs: readonly string[]
  /** Whole words, lower case. */
  readonly words?: string
  /** Letters, roots and endings found anywhere. */
  readonly parts?: string
}

/** Languages of one script that detectors mix up. */
export interface MarkerGroup {
  /** As `profileScripts` names it. */
  readonly script: string
  readonly lists: readonly MarkerList[]
}
