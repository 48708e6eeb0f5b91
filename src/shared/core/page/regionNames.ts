/** Languages in which datelines add the country to the place. */
const languages = 'en es fr de pt it nl pl cs ru uk tr id sv da ro hu el'.split(' ')
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

let knownNames: ReadonlySet<string> | null = null

/** Whether a name is that of a country in one of the greater languages (Unicode CLDR, as the runtime has it). */
export function isRegionName(name: string): boolean {
  knownNames ??= regionNames()
  return knownNames.has(name.toLowerCase())
}

function regionNames(): ReadonlySet<string> {
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return new Set(
    languages.flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
      return codes.flatMap((code) => names.of(code)?.toLowerCase() ?? [])
    }),
  )
}
