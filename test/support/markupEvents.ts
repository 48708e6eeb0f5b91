import fc from 'fast-check'
import { Parser, type ParserOptions } from 'htmlparser2'

type ShowAttributes = (tag: string, attributes: Readonly<Record<string, string>>) => string

/** What the parser says of markup, in order: tags with their attributes as shown, CDATA sections, and text as a whole. */
export function markupEvents(
  markup: string,
  options: ParserOptions,
  show: ShowAttributes = (_, attributes) => JSON.stringify(attributes),
): readonly string[] {
  const events: string[] = []
  let text = ''
  const note = (event: string) => {
    if (text !== '') events.push(`text ${text}`)
    text = ''
    events.push(event)
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => note(`open ${name} ${show(name, attributes)}`),
      ontext: (data) => {
        text += data
      },
      onclosetag: (name) => note(`close ${name}`),
      oncdatastart: () => note('cdata'),
      oncdataend: () => note('end of cdata'),
      onend: () => note('end'),
    },
    { ...options, decodeEntities: false },
  )
  parser.end(markup)
  return events
}

/** What a kind of markup is made of. */
interface Ingredients {
  readonly spaces: readonly string[]
  readonly tagNames: readonly string[]
  readonly attributeNames: readonly string[]
  /** With the sign of equality, or nothing. */
  readonly values: readonly string[]
  readonly mostAttributes: number
  /** What may stand behind the name of an end tag and its space. */
  readonly afterEndTags: readonly string[]
  /** Comments, declarations, and whatever else is neither tag nor text. */
  readonly others: readonly string[]
  readonly texts: readonly string[]
  /** Ends what may be open at the end. */
  readonly ending: string
}

/** Random markup of these ingredients, well-formed or not. */
export function anyMarkup(made: Ingredients): fc.Arbitrary<string> {
  const space = fc.constantFrom(...made.spaces)
  const tagName = fc.constantFrom(...made.tagNames)
  const attribute = fc
    .tuple(space, fc.constantFrom(...made.attributeNames), fc.constantFrom(...made.values))
    .map(([gap, name, to]) => ` ${gap}${name}${to}`)
  const attributes = fc.array(attribute, { maxLength: made.mostAttributes })
  const openTag = fc
    .tuple(tagName, attributes, space, fc.constantFrom('>', '/>', '/ >'))
    .map(([name, all, gap, end]) => `<${name}${all.join('')}${gap}${end}`)
  const closeTag = fc
    .tuple(tagName, space, fc.constantFrom(...made.afterEndTags))
    .map(([name, gap, rest]) => `</${gap}${name}${gap}${gap === '' ? '' : rest}>`)
  const pieces = fc.oneof(
    openTag,
    closeTag,
    fc.constantFrom(...made.others),
    fc.constantFrom(...made.texts),
  )
  return fc.array(pieces, { maxLength: 30 }).map((all) => `${all.join('')}${made.ending}`)
}
