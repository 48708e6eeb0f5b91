import { encodeXML } from 'entities'

/** Control characters XML 1.0 has no way to write. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

function outlineOf({ url, title }: { url: string; title: string | null }): string {
  const text = encodeXML((title ?? url).replace(UNWRITABLE, ' '))
  return `    <outline type="rss" text="${text}" title="${text}" xmlUrl="${encodeXML(url)}"/>`
}

/** A subscription list (OPML 2.0) that other readers, and `parseFeedList`, can read. */
export function writeOpml(
  feeds: readonly { readonly url: string; readonly title: string | null }[],
  created: Date,
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Feeds of wirefold</title>
    <dateCreated>${created.toUTCString()}</dateCreated>
  </head>
  <body>
${feeds.map(outlineOf).join('\n')}
  </body>
</opml>
`
}
