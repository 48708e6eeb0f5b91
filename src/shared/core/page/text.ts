import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import { skippedTags } from './tags.ts'

/** Soft hyphens, zero-width spaces and byte order marks: they cut words in two and nobody sees them. */
const unseen = /[\u00ad\u200b\u2060\ufeff]+/g

/** Tags that were escaped once too often and so arrive as text. */
const escapedTag = /<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,500})?\/?>/gi

/** What folding changes: invisible characters, markup, white space other than single spaces. */
const unfolded = /[\u00ad\u200b\u2060\ufeff<]|\s\s|[^\S ]/

/** Plain text on one line: white space folded, invisible characters and markup shown as text removed. */
export function foldText(raw: string): string {
  if (!unfolded.test(raw)) return raw.trim()
  const text = raw.replace(unseen, '')
  const plain = text.includes('<') ? text.replace(escapedTag, ' ') : text
  return plain.replace(/\s+/g, ' ').trim()
}

/** Letters and digits in lower case, everything else one space: for comparing titles. */
export function comparableText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Characters that are not white space. */
export function visibleLength(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 32) count++
  return count
}

/** Text inside an element, cut after `limit` characters; visits a bounded number of nodes. */
export function shortText(element: Element, limit: number): string {
  return textOfNodes([...element.children], limit)
}

/** Text of nodes in a row, cut after `limit` characters; visits a bounded number of them. */
export function textOfNodes(nodes: readonly AnyNode[], limit: number): string {
  const parts: string[] = []
  const stack = nodes.slice(0, 200).reverse()
  let length = 0
  for (let visits = 0; visits < 200 && length <= limit; visits++) {
    const node = stack.pop()
    if (node === undefined) break
    if (isText(node)) {
      parts.push(node.data.slice(0, limit))
      length += node.data.trim().length
    } else if (isTag(node) && !skippedTags.has(node.name)) {
      parts.push(' ')
      for (let at = Math.min(node.children.length, 200) - 1; at >= 0; at--) {
        const child = node.children[at]
        if (child !== undefined) stack.push(child)
      }
    }
  }
  return foldText(parts.join('')).slice(0, limit)
}
