/** One true event of the sample news world and every text written about it. */
export interface DemoEvent {
  /** kebab-case, unique: `bridge-closure-lindhaven`. */
  readonly id: string
  /** Minutes after the start of the news day at which the first text appears (0..1200). */
  readonly startMinute: number
  readonly texts: readonly DemoText[]
}

/**
 * `wire` = agency original; `rewrite` = same language, other words, shorter; `retelling` = free version in another language;
 * `update` = later version of the wire text with new facts; `background` = OLD story about the same people (another event: never the same story).
 */
export type TextForm = 'wire' | 'rewrite' | 'retelling' | 'update' | 'background'

/** One article's text, without any page around it. */
export interface DemoText {
  /** Unique in the event: `wire`, `rewrite-1`, `de`, `ru`, `update`, `background`. */
  readonly key: string
  readonly form: TextForm
  readonly lang: string
  readonly headline: string
  readonly dek: string | null
  readonly byline: string | null
  readonly dateline: string | null
  readonly paragraphs: readonly string[]
  /** For `background`: how many days before the event it appeared; otherwise 0. */
  readonly daysBefore: number
}
