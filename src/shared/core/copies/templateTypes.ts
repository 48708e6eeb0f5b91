/** The skeleton that pages of one template share, as far as it has been seen. */
export interface TemplateFamily {
  /** Pages seen, at most 16. */
  readonly pages: number
  /** Shingle hashes cut to 16 bits, ascending, without repeats. */
  readonly shingles: Uint16Array
  /** Share of the last pages that had the shingle, 255 = all. */
  readonly supports: Uint8Array
}

/** What is known of one source's templates, the one seen last first. */
export type TemplateMemory = readonly TemplateFamily[]
