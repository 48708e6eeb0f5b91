/** Text that is already HTML or XML: the only thing the `markup` tag does not escape. */
export interface Markup {
  readonly markup: string
}

/** What may stand between `${` and `}`: nothing is printed for null and false; lists are joined without a separator. */
export type Content = Markup | string | number | false | null | readonly Content[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes for element content and for attribute values in either quote, in HTML and in XML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

function print(content: Content): string {
  if (content === null || content === false) return ''
  if (typeof content === 'number') return String(content)
  if (typeof content === 'string') return escapeText(content)
  return 'markup' in content ? content.markup : content.map(print).join('')
}

/** Template tag for HTML and XML: every value is escaped unless it is itself `Markup`. */
export function markup(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const parts = contents.map((content, index) => (strings[index] ?? '') + print(content))
  return { markup: parts.join('') + (strings[contents.length] ?? '') }
}

/** Declares a string to be markup as it stands: only for constants of this program. */
export function verbatim(text: string): Markup {
  return { markup: text }
}

/**
 * JSON that may stand inside a `<script>` element of a page in any charset:
 * `<` and everything outside ASCII are written as `\u` escapes.
 */
export function scriptJson(value: unknown): Markup {
  const escaped = JSON.stringify(value).replace(
    /[<\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return { markup: escaped }
}
