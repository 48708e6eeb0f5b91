/** Attributes of an element as the parser gives them. */
interface Attributes {
  readonly [name: string]: string
}

/** Class names and id in one text. */
export function namesOf(attributes: Attributes): string {
  const className = attributes['class'] ?? ''
  const id = attributes['id']
  return id === undefined ? className : `${className} ${id}`
}

/** Whether an element says of itself that nobody is to see it. */
export function isHidden({ hidden, style, 'aria-hidden': ariaHidden }: Attributes): boolean {
  if (hidden !== undefined || ariaHidden === 'true') return true
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}
