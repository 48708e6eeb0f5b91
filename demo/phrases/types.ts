/** The words of a site's furniture in one language: everything on a page that is not the article. */
export interface Phrases {
  readonly home: string
  /** Sections of the menu. */
  readonly menu: readonly string[]
  /** `By` in front of an author. */
  readonly by: string
  readonly published: string
  readonly search: string
  /** Share line, one label a network. */
  readonly share: readonly string[]
  readonly related: string
  readonly mostRead: string
  /** Evergreen headlines for related and most-read lists. */
  readonly teasers: readonly string[]
  readonly newsletter: { readonly title: string; readonly text: string; readonly button: string }
  readonly subscribe: {
    readonly title: string
    readonly text: string
    readonly button: string
    readonly signIn: string
  }
  readonly cookies: {
    readonly title: string
    readonly text: string
    readonly accept: string
    readonly reject: string
  }
  readonly advertisement: string
  readonly comments: string
  readonly topics: string
  /** Promotion set between paragraphs. */
  readonly promotion: string
  readonly correction: string
  /** `{agency}` stands for the name of the agency. */
  readonly agencyNote: string
  /** Set before the agency's headline by papers that tweak it. */
  readonly kicker: string
  readonly photo: string
  readonly footer: readonly string[]
  readonly rights: string
  readonly notFound: { readonly title: string; readonly text: string }
}
