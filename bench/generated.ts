import { measureEdits } from './copies/edits.ts'
import { measureTemplates } from './copies/templates.ts'
import { templateTexts } from './copies/templateTexts.ts'
import { measureTrees } from './copies/trees.ts'

/** Templates, edits and syndication trees made up for the purpose: one JSON object, printed last. */
export const bench = { name: 'generated', run }

interface GeneratedArguments {
  readonly json: boolean
}

const seed = 41
const days = 14
const trees = 1_000

async function run({ json }: GeneratedArguments): Promise<void> {
  const made = { templates: templateTexts, seed, footing: 1 }
  const result = {
    templates: await measureTemplates({ ...made, days, guarded: true }),
    templatesUnguarded: await measureTemplates({ ...made, days: 5, guarded: false }),
    edits: measureEdits(seed),
    lineage: measureTrees(trees, seed),
  }
  console.log(JSON.stringify(result, null, json ? 0 : 2))
}
