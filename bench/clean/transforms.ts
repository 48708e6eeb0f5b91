import { createHash } from 'node:crypto'

/** A copy of a page that says the same with other markup. */
export interface Transform {
  readonly name: string
  readonly apply: (html: string) => string
}

/** Variants by which a page is tested for what it depends on: names, tags, depth, white space. */
export const transforms: readonly Transform[] = [
  { name: 'hashed', apply: hashNames },
  { name: 'div', apply: tagsToDiv },
  { name: 'hashed+div', apply: (html) => tagsToDiv(hashNames(html)) },
  { name: 'p-to-div', apply: (html) => html.replace(/<(\/?)p(?=[\s>])/gi, '<$1div') },
  { name: 'wrapped', apply: wrapBody },
  { name: 'stripped', apply: stripSpace },
]

/** Every class and id becomes a short hash, as CSS modules do. */
function hashNames(html: string): string {
  return html.replace(
    /(\s(?:class|id)\s*=\s*)("[^"]*"|'[^']*')/gi,
    (_, start: string, value: string) => {
      const names = value.slice(1, -1).split(/\s+/).filter(Boolean).map(hashOf)
      return `${start}"${names.join(' ')}"`
    },
  )
}

function hashOf(name: string): string {
  return `x${createHash('sha1').update(name).digest('hex').slice(0, 7)}`
}

function tagsToDiv(html: string): string {
  return html.replace(/<(\/?)(?:article|main|nav|aside|footer|header|section)(?=[\s>])/gi, '<$1div')
}

function wrapBody(html: string): string {
  return html
    .replace(/<body[^>]*>/i, (tag) => tag + '<div>'.repeat(5))
    .replace(/<\/body>/i, `${'</div>'.repeat(5)}</body>`)
}

function stripSpace(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '').replace(/>\s+</g, '> <')
}
