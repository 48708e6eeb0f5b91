import { expect, test } from 'vitest'
import { findCountries } from '../../../../src/shared/core/text/countries.ts'
import { findWords } from '../../../../src/shared/core/text/tokens.ts'

test.each([
  ['en', 'Serbia and Sri Lanka', ['RS', 'LK']],
  ['en', 'the Russians and a Norwegian ship', ['RU', 'NO']],
  ['en', 'U.S. troops in the United States', ['US', 'US']],
  ['de', 'in Österreich und Norwegen', ['AT', 'NO']],
  ['ru', 'в Норвегии и России', ['NO', 'RU']],
  ['vi', 'Nga và Na Uy', ['RU', 'NO']],
  ['ja', 'ロシアとアメリカ', ['RU', 'US']],
  ['th', 'ในประเทศไทย', ['TH']],
  ['ar', 'في روسيا', ['RU']],
])('finds countries in %s: %s', (lang, text, countries) => {
  expect(findCountries(findWords(text), lang)).toEqual(countries)
})

test('a word in lower case is no country where names have capitals', () => {
  expect(findCountries(findWords('we ate turkey on china'), 'en')).toEqual([])
})

test('an unknown language is read with English names', () => {
  expect(findCountries(findWords('Serbia'), 'xx-nonsense')).toEqual(['RS'])
})
