const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Words of class names and ids that mark what is not the article. One line for each kind of thing. */
export const suspectWords: ReadonlySet<string> = new Set([
  ...words(
    'comment comments respond disqus reply livefyre viafoura spotim kommentar kommentare leserkommentare',
  ),
  ...words(
    'share shares sharing sharedaddy sharebar social sociable viral follow addthis addtoany partage',
  ),
  ...words(
    'related recommend recommended recommendation recommendations recirc recirculation upsell yarpp verwandte',
  ),
  ...words('trending popular teaser teasers outbrain taboola zergnet revcontent ticker'),
  ...words(
    'newsletter newsletters subscribe subscription signup register login mailchimp jetpack optin cta',
  ),
  ...words('promo promos promoted promotion promobox sponsor sponsored sponsors donate donation'),
  ...words(
    'ad ads adv advert advertisement advertising adsbygoogle banner werbung anzeige publicidade publicidad pub',
  ),
  ...words(
    'sidebar breadcrumb breadcrumbs crumb crumbs navbar nav navigation subnav menu pagination pager toc',
  ),
  ...words('footer foot masthead copyright disclaimer syndication'),
  ...words('byline author authors bio avatar dateline timestamp meta infos userinfo'),
  ...words('tags taglist topics categories'),
  ...words('cookie cookies consent gdpr modal popup overlay tooltip rollover'),
  ...words('caption credit credits gallery slideshow carousel'),
  ...words('toolbar tools noprint rating ratings poll quiz'),
])

/** Pairs of words, joined by `-` or by nothing, that mark the same. */
export const suspectPairs: ReadonlySet<string> = new Set(
  [
    ...words('skip-to skip-link screen-reader visually-hidden'),
    ...words(
      'most-read most-popular most-viewed most-commented read-more read-next read-also also-read also-like also-on see-also',
    ),
    ...words(
      'more-stories more-news more-from more-on more-articles more-posts more-links more-coverage',
    ),
    ...words(
      'next-post next-article next-story next-up prev-post prev-article previous-post previous-article',
    ),
    ...words('side-bar right-rail social-media header-nav header-menu top-bar you-may you-might'),
    ...words('post-meta entry-meta article-meta post-info pub-date post-date entry-date'),
    ...words(
      'fact-box pull-quote wp-caption media-caption image-credit image-caption photo-credit photo-caption',
    ),
    ...words('tag-list tag-cloud blog-roll headline-list link-list link-box story-links'),
    ...words('author-box author-bio author-info about-author about-the mc-embed fb-root'),
  ].flatMap((pair) => [pair, pair.replace('-', '')]),
)

/** Whole class names that hide an element. */
export const hidingNames: ReadonlySet<string> = new Set(
  words('hidden is-hidden hide d-none invisible sr-only print-only jp-relatedposts'),
)

/** Words of what is dropped even when much text is inside, and of what counts as frame in the relaxed passes. */
export const hardWords: ReadonlySet<string> = new Set(
  words(
    'footer comment comments disqus sidebar copyright cookie cookies related newsletter nav menu',
  ),
)

/** WordPress, Drupal and grid systems put words such as `tag-ads` or `label-hidden` on the article itself. */
export const ignoredPrefixes: readonly string[] = [
  ...words(
    'tag- category- cat- postid type- status- format- has- with- no- is- not- single page- wp-singular',
  ),
  ...words(
    'js- col- hentry parent- logged responsive clearfix section- topic- layout grid template one- two-',
  ),
  ...words(
    'field-- field-name field-type field-label above- before- below- after- mt- mb- p- m- css-',
  ),
  ...words('post-0 post-1 post-2 post-3 post-4 post-5 post-6 post-7 post-8 post-9 menu-item-'),
]
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

/** Names of a body in one word. */
export const bodyNames: ReadonlySet<string> = new Set(words('fulltext hentry instapaper_body'))

/** Words of the paragraph between headline and body. */
export const standfirstWords: ReadonlySet<string> = new Set([
  ...words(
    'lead leadin leadtext lede intro introduction introtext teaser summary standfirst dek deck',
  ),
  ...words(
    'subtitle subhead subheadline excerpt abstract kicker description strapline preamble ingress',
  ),
  ...words('chapo chapeau sapo vorspann anleser entradilla bajada sommario'),
])

/** Words of what stands between headline and body without being its standfirst. */
export const captionWords: ReadonlySet<string> = new Set(
  words(
    'caption credit credits image photo bio comment comments cookie newsletter related video consent promo',
  ),
)
