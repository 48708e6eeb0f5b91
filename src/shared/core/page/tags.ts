const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Elements whose content is never article text. */
export const skippedTags = words(
  `script style noscript template svg math iframe object embed canvas audio video map button select option input
  textarea dialog menu picture source track link meta base rp rt`,
)

/** Elements that end the line of text before and after them. */
export const blockTags = words(
  `address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 head header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul`,
)

export const headingTags = words('h1 h2 h3 h4 h5 h6')

/** Cells hold both data and, on old pages, whole articles: a short one says nothing. */
export const cellTags = words('td th dt dd')

/** Elements that can be part of an article and never the whole of it. */
export const partTags = words(
  `p li ul ol dl dt dd td th tr tbody thead table blockquote h1 h2 h3 h4 h5 h6 pre span figcaption`,
)

/** Elements that usually frame the article: suspended unless most of the prose is inside. */
export const frameTags = words('form nav footer aside header label figcaption')

/** The part of them that holds an article only on a broken page. */
export const hardFrameTags = words('nav footer aside')

/** Parts of a table: one that holds nearly all of the text lays out the page instead of showing data. */
export const layoutTags = words('table tbody thead tr td')

/** Elements that are never suspended, whatever their class says. */
export const trustedTags = words('html head body main article')

/** ARIA roles of what is not the article. */
export const frameRoles = words(
  'navigation complementary banner contentinfo search dialog alertdialog alert menu menubar toolbar button',
)

/** Elements that show something a caption may stand under. */
export const imageTags = words('img amp-img picture video')

/** Elements of lists and tables: an image in one of them is an icon or a datum. */
export const listTags = words('li td tr tbody table ul ol')
