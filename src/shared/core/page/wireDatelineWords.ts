import { listPhrases } from './phrases.ts'

/** Parts of the names of agencies. */
export const agencyWords =
  /wire|news|press|agenc|agent|media|presse|prensa|stampa|haber|ajans|информ|новост|пресс|агент/i

/** What brackets behind a place or a name hold that is no agency: regions, parties, kinds of texts; in lower case. */
export const notAgencies: ReadonlySet<string> = new Set(
  listPhrases({
    states: `
      alabama | alaska | arizona | arkansas | california | colorado | connecticut | delaware |
      florida | georgia | hawaii | idaho | illinois | indiana | iowa | kansas | kentucky |
      louisiana | maine | maryland | massachusetts | michigan | minnesota | mississippi | missouri |
      montana | nebraska | nevada | new hampshire | new jersey | new mexico | new york |
      north carolina | north dakota | ohio | oklahoma | oregon | pennsylvania | rhode island |
      south carolina | south dakota | tennessee | texas | utah | vermont | virginia | washington |
      west virginia | wisconsin | wyoming | ontario | quebec | québec | alberta | manitoba`,
    parties: `
      conservative | democrat | green | greens | independent | labour | liberal | lib dem |
      libertarian | republican | tory | linke | grüne`,
    texts: `
      advertorial | analysis | blog | breaking | column | comment | commentary | editorial |
      exclusive | feature | file | interview | letter | live | live updates | opinion | photo |
      photos | poll | profile | report | review | sponsored | update | updated | updates | video |
      watch | own correspondent | correspondent | special`,
  }),
)
