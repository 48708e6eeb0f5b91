import { foldSpace } from './plainText.ts'
import { childrenNamed, textOf } from './xmlPick.ts'
import type { XmlElement } from './xmlTree.ts'

/** Longest name of an author, in characters. */
const NAME_LIMIT = 200

/** `mail@host (Name)`, `Name (mail@host)` and `Name <mail@host>`, as RSS 2.0 feeds write their authors. */
const MAIL_THEN_NAME = /^[^\s@()]{1,200}@[^\s@()]{1,200} \(([^()]{1,200})\)$/
const NAME_THEN_MAIL = /^([^<>()@]{1,200}) [(<][^\s@()<>]{1,200}@[^\s@()<>]{1,200}[)>]$/

/** Name in an author line, the mail address left out when there is anything else. */
export function personName(line: string): string | null {
  const folded = foldSpace(line, NAME_LIMIT)
  if (folded === null) return null
  const name = MAIL_THEN_NAME.exec(folded)?.[1] ?? NAME_THEN_MAIL.exec(folded)?.[1] ?? folded
  return foldSpace(name, NAME_LIMIT)
}

/** Name of an RSS or Atom author element: its `name`, else its `email`, else its own text. */
export function authorName(element: XmlElement): string | null {
  for (const part of childrenNamed(element, ['name', 'email'])) {
    const name = personName(textOf(part))
    if (name !== null) return name
  }
  return personName(element.children.filter((child) => typeof child === 'string').join(' '))
}
