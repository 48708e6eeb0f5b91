/** A way a copy differs from the article it was made from. */
export interface Damage {
  readonly name: string
  apply(text: string, random: () => number): string
}

/** The damage that copies in the wild show: cut off, excerpted, framed, edited. */
export const damages: readonly Damage[] = [
  { name: 'head20', apply: (text) => keep(text, 0, 0.2) },
  { name: 'head30', apply: (text) => keep(text, 0, 0.3) },
  { name: 'head50', apply: (text) => keep(text, 0, 0.5) },
  { name: 'head70', apply: (text) => keep(text, 0, 0.7) },
  { name: 'tail40', apply: (text) => keep(text, 0.6, 1) },
  { name: 'sentences40', apply: (text, random) => someSentences(text, 0.4, random) },
  { name: 'head30boilerplate', apply: (text) => `${before}\n${keep(text, 0, 0.3)}\n${after}` },
  { name: 'words2', apply: (text, random) => changeWords(text, 0.02, random) },
  { name: 'words5', apply: (text, random) => changeWords(text, 0.05, random) },
  { name: 'words10', apply: (text, random) => changeWords(text, 0.1, random) },
]

const before =
  'Sign in to read the whole article or start your free trial month. You have two free articles left ' +
  'this week. Choose the topics you care about and we will send them to your inbox each morning.'

const after =
  'Members read without limits and without advertising. Already a member? Enter your address to continue. ' +
  'Gift this article to a friend. Our reporters depend on the support of readers in this city and beyond. ' +
  'More from this section: opinion, weather, puzzles, letters to the editor. Reproduction only with leave.'

/** Words; in texts without spaces between them pairs of characters, which is about as much. */
function unitsOf(text: string): { readonly units: readonly string[]; readonly separator: string } {
  const words = text.split(/\s+/)
  const isSpaced = text.length / words.length < 15
  return isSpaced
    ? { units: words, separator: ' ' }
    : { units: text.match(/..?/gsu) ?? [], separator: '' }
}

/** How long a text is in words. */
export function countUnits(text: string): number {
  return unitsOf(text).units.length
}

function keep(text: string, from: number, to: number): string {
  const { units, separator } = unitsOf(text)
  return units.slice(Math.round(units.length * from), Math.round(units.length * to)).join(separator)
}

function someSentences(text: string, share: number, random: () => number): string {
  return text
    .split(/(?<=[.!?。！？۔।])\s*|\n+/)
    .filter(() => random() < share)
    .join(' ')
}

function changeWords(text: string, share: number, random: () => number): string {
  const { units, separator } = unitsOf(text)
  return units.map((unit) => (random() < share ? newUnit(separator, random) : unit)).join(separator)
}

function newUnit(separator: string, random: () => number): string {
  const number = Math.floor(random() * 5000)
  return separator === ' ' ? `zq${number}` : String.fromCodePoint(0x4e00 + number)
}
