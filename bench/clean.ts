import { measureCpu } from './clean/cpu.ts'
import { type BodyPage, readBodies, readSegments } from './clean/data.ts'
import { type Scores, scoreBodies, scoreSegments } from './clean/quality.ts'
import { transforms } from './clean/transforms.ts'

/** What this benchmark is called with. */
interface CleanArguments {
  /** Folder with `article-bodies/` and `segments/`. */
  readonly data: string | null
  readonly json: boolean
  /** Also score copies of the pages with other markup. */
  readonly transforms?: boolean
}

/** Quality and speed of the page cleaner. */
export const bench = { name: 'clean', run }

async function run(args: CleanArguments): Promise<void> {
  const bodies = args.data === null ? null : readBodies(args.data)
  const segments = args.data === null ? null : readSegments(args.data)
  if (bodies === null || segments === null) {
    console.error(
      'clean: nothing measured. Give --data DIR, a folder with article-bodies/ and segments/ in it.',
    )
    return
  }
  const scores = {
    bodies: rounded(scoreBodies(bodies)),
    segments: rounded(scoreSegments(segments)),
    cpu: rounded(measureCpu([...bodies, ...segments])),
  }
  const variants = args.transforms === true ? scoreTransforms(bodies) : null
  if (!args.json) console.table({ ...scores, ...variants })
  console.log(JSON.stringify(variants === null ? scores : { ...scores, transforms: variants }))
}

function scoreTransforms(bodies: readonly BodyPage[]): Readonly<Record<string, Scores>> {
  return Object.fromEntries(
    transforms.map(({ name, apply }) => [name, rounded(scoreBodies(bodies, apply))]),
  )
}

function rounded(scores: Scores): Scores {
  return Object.fromEntries(
    Object.entries(scores).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]),
  )
}
