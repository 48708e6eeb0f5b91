const words = (list: string): readonly string[] => list.trim().split(/\s+/)

const commentWords = words(`
  comment comments commentlist respond disqus reply livefyre viafoura spotim
  kommentar kommentare leserkommentare`)

/** One paragraph for each kind of thing that is not the article. */
const suspectWords = words(`
  share shares sharing sharedaddy sharebar social sociable viral follow addthis addtoany partage

  related recommend recommended recommendation recommendations recirc recirculation upsell yarpp verwandte
  trending popular teaser teasers outbrain taboola zergnet revcontent ticker

  newsletter newsletters subscribe subscription signup register login mailchimp jetpack optin cta
  promo promos promoted promotion promobox sponsor sponsored sponsors donate donation
  ad ads adv advert advertisement advertising adsbygoogle banner werbung anzeige publicidade publicidad pub

  sidebar breadcrumb breadcrumbs crumb crumbs navbar nav navigation subnav menu pagination pager toc
  footer foot masthead copyright disclaimer syndication toolbar tools noprint

  byline author authors bio avatar dateline timestamp meta infos userinfo tags taglist topics categories

  cookie cookies consent gdpr modal popup overlay tooltip rollover rating ratings poll quiz

  caption credit credits gallery slideshow carousel`)

/** What the words of class names and ids mean. A word may mean several things. */
export const meanings = {
  /** Not the article. */
  suspect: [...commentWords, ...suspectWords],
  /** Dropped even when much text is inside, and counted as frame in the relaxed passes. */
  hard: words(`
    footer comment comments disqus sidebar copyright cookie cookies related newsletter nav menu`),
  /** The paragraph between headline and body. */
  standfirst: words(`
    lead leadin leadtext lede intro introduction introtext teaser summary standfirst dek deck subtitle subhead
    subheadline excerpt abstract kicker description strapline preamble ingress chapo chapeau sapo vorspann
    anleser entradilla bajada sommario`),
  /** What stands between headline and body without being its standfirst. */
  caption: words(`
    caption credit credits image photo bio comment comments cookie newsletter related video consent promo`),
  comment: commentWords,
  byline: words('byline author authors autor auteur autore writer byname vcard'),
  date: words('date pubdate dateline timestamp datum fecha data published posted'),
  published: words('publish published publication publié publicado posted created dtstart entry'),
  updated: words('update updated modified changed'),
} as const

/** Pairs of words, joined by `-` or by nothing, that mark what is not the article. */
export const suspectPairs: readonly string[] = words(`
    skip-to skip-link screen-reader visually-hidden side-bar right-rail social-media header-nav header-menu top-bar

    most-read most-popular most-viewed most-commented read-more read-next read-also see-also also-read also-like
    also-on you-may you-might more-stories more-news more-from more-on more-articles more-posts more-links
    more-coverage next-post next-article next-story next-up prev-post prev-article previous-post previous-article
    headline-list link-list link-box story-links blog-roll

    post-meta entry-meta article-meta post-info pub-date post-date entry-date tag-list tag-cloud
    author-box author-bio author-info about-author about-the

    fact-box pull-quote wp-caption media-caption image-credit image-caption photo-credit photo-caption
    mc-embed fb-root`)

/** Whole class names that hide an element. */
export const hidingNames: ReadonlySet<string> = new Set(
  words('hidden is-hidden hide d-none invisible sr-only print-only jp-relatedposts'),
)

/** WordPress, Drupal and grid systems put words such as `tag-ads` or `label-hidden` on the article itself. */
export const ignoredPrefixes: readonly string[] = words(`
  tag- category- cat- post-\\d postid type- status- format- has- with- no- is- not- single page- wp-singular
  js- col- hentry parent- logged responsive clearfix section- topic- layout grid template one- two- menu-item-\\d
  field-- field-name field-type field-label above- before- below- after- mt- mb- p- m- css-`)
export const ignoredParts: readonly string[] = words(
  '-with- -has- -no- -above- -below- margin padding theme layout',
)
export const ignoredEndings: readonly string[] = words('wrapper wrap container')

/** Names that mean what they say although they begin like an ignored one. */
export const heededPrefixes: readonly string[] = words(
  'tag-list tag-cloud tag-links author-box author-bio author-info is-hidden',
)

/** What a container is a body of, and which part: `article-body`, `storyText`, `entry_content`. */
export const bodySubjects: ReadonlySet<string> = new Set(
  words('article story post entry news page content main'),
)
export const bodyParts: ReadonlySet<string> = new Set(words('body text content copy'))

/** Whole names of a body. */
export const bodyNames: ReadonlySet<string> = new Set(words('fulltext hentry instapaper_body'))
