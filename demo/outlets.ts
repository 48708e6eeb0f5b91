import { englishOutlets } from './englishOutlets.ts'
import { otherOutlets } from './otherOutlets.ts'
import type { Outlet } from './outletTypes.ts'
import { romanceOutlets } from './romanceOutlets.ts'

/** Every sample outlet, the wire agency first. */
export const outlets: readonly Outlet[] = [...englishOutlets, ...romanceOutlets, ...otherOutlets]

/** Outlets that print in a language, in table order. */
export function outletsOf(lang: string): readonly Outlet[] {
  return outlets.filter((outlet) => outlet.lang === lang)
}

/** The outlet with an id of the table; throws a RangeError for any other. */
export function outletById(id: string): Outlet {
  const outlet = outlets.find((candidate) => candidate.id === id)
  if (outlet === undefined) throw new RangeError(`no outlet ${id}`)
  return outlet
}
