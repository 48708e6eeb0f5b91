import { listFaults, measureTemplates, type TemplateRun } from './copies/templates.ts'
import { templateTexts } from './copies/templateTexts.ts'
import { freshTemplateTexts } from './copies/templateTextsFresh.ts'
import { laterTemplateTexts } from './copies/templateTextsLater.ts'

interface TemplateArguments {
  readonly json: boolean
  /** List the stories that mix pages of different days or places, with how each page came in, and all other faults. */
  readonly pairs: boolean
  readonly seed?: number
}

/** Pages of templates (weather, markets) through the assigner's code: how many share a story; one JSON object, printed last. */
export const bench = { name: 'templates', run }

const days = 14

/** Worlds of template pages: the templates the guard was made with, and others written later. */
function worlds(seed: number): Readonly<Record<string, TemplateRun>> {
  const made = { days, seed, footing: 1, guarded: true }
  const kinds = { known: templateTexts, fresh: freshTemplateTexts, later: laterTemplateTexts }
  const ways = {
    '': {},
    Cut: { cutsBoilerplate: true },
    Bare: { footing: 0 },
    ThreePublishers: { publishers: 3 },
  }
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, templates]) =>
      Object.entries(ways).map(([way, more]) => [kind + way, { ...made, ...more, templates }]),
    ),
  )
}

async function run({ json, pairs, seed = 41 }: TemplateArguments): Promise<void> {
  const result: Record<string, unknown> = {}
  for (const [name, world] of Object.entries(worlds(seed))) {
    if (pairs) for (const line of await listFaults(world)) console.log(`${name} ${line}`)
    result[name] = await measureTemplates(world)
  }
  console.log(JSON.stringify(result, null, json ? 0 : 2))
}
