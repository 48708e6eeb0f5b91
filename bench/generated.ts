import { measureEdits } from './copies/edits.ts'
import { measureTemplates } from './copies/templates.ts'
import { measureTrees } from './copies/trees.ts'

/** Templates, edits and syndication trees made up for the purpose: one JSON object, printed last. */
export const bench = { name: 'generated', run }

interface GeneratedArguments {
  readonly json: boolean
}

const seed = 41
const days = 14
const trees = 1_000

function run({ json }: GeneratedArguments): void {
  const result = {
    templates: measureTemplates({ days, seed, footing: 1, guarded: true }),
    templatesUnguarded: measureTemplates({ days: 5, seed, footing: 1, guarded: false }),
    edits: measureEdits(seed),
    lineage: measureTrees(trees, seed),
  }
  console.log(JSON.stringify(result, null, json ? 0 : 2))
}
