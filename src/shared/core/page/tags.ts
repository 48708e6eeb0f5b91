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

/** Elements that say something of the page as a whole. */
const headTags = words('html meta link script')

/** What a tag means to the reader of a page, as bits, so that one look-up tells all. */
export const tagTraits = {
  skipped: 1,
  block: 2,
  frame: 4,
  hardFrame: 8,
  trusted: 16,
  image: 32,
  head: 64,
} as const

const tagSets: Readonly<Record<keyof typeof tagTraits, ReadonlySet<string>>> = {
  skipped: skippedTags,
  block: blockTags,
  frame: frameTags,
  hardFrame: hardFrameTags,
  trusted: trustedTags,
  image: imageTags,
  head: headTags,
}

const traitsByTag: ReadonlyMap<string, number> = traitTable()

function traitTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  for (const trait of Object.keys(tagSets) as (keyof typeof tagTraits)[]) {
    for (const tag of tagSets[trait]) table.set(tag, (table.get(tag) ?? 0) | tagTraits[trait])
  }
  return table
}

/** Bits of `tagTraits`. */
export function traitsOfTag(name: string): number {
  return traitsByTag.get(name) ?? 0
}
