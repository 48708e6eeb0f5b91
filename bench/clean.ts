import { measureCpu } from './clean/cpu.ts'
import { type BodyPage, readBodies, readSegments, type SegmentPage } from './clean/data.ts'
import { measureMemory } from './clean/memory.ts'
import { readOwn, scoreBodies, scoreSegments } from './clean/quality.ts'
import { measureSites } from './clean/siteMemory.ts'
import { countFalseStubs, measureStubs } from './clean/stubs.ts'
import { transforms } from './clean/transforms.ts'
import { measureWorst } from './clean/worst.ts'

/** What this benchmark is called with. */
interface CleanArguments {
  /** Folder with `article-bodies/` and `segments/`. */
  readonly data: string | null
  readonly json: boolean
  /** Also score copies of the pages with other markup. */
  readonly transforms?: boolean
  /** Also score other packages on the same pages. */
  readonly peers?: boolean
  /** Also read generated pages made to cost as much as the limits allow; needs no data. */
  readonly worst?: boolean
  /** Also score what the memory of a source's pages gains. */
  readonly memory?: boolean
}

/** Quality and speed of the page cleaner. */
export const bench = { name: 'clean', run }

async function run(args: CleanArguments): Promise<void> {
  const measured = args.data === null ? null : await measureData(args, args.data)
  if (measured === null) {
    console.error(
      'clean: only generated pages measured. Give --data DIR, a folder with article-bodies/ and segments/ in it.',
    )
  }
  const scores = rounded({
    ...measured,
    sites: measureSites(),
    stubPages: measureStubs(),
    ...(args.worst === true ? { worst: await measureWorst() } : {}),
  })
  if (!args.json) console.dir(scores, { depth: null })
  console.log(JSON.stringify(scores))
}

async function measureData(args: CleanArguments, directory: string): Promise<object | null> {
  const bodies = readBodies(directory)
  const segments = readSegments(directory)
  if (bodies === null || segments === null) return null
  return {
    bodies: scoreBodies(bodies),
    segments: scoreSegments(segments),
    stubs: countFalseStubs(bodies),
    cpu: measureCpu([...bodies, ...segments]),
    ...(args.transforms === true ? { transforms: scoreTransforms(bodies) } : {}),
    ...(args.memory === true ? { memory: measureMemory(bodies, segments) } : {}),
    ...(args.peers === true ? { peers: await measurePeers(bodies, segments) } : {}),
  }
}

function scoreTransforms(bodies: readonly BodyPage[]): object {
  return Object.fromEntries(
    transforms.map(({ name, apply }) => [
      name,
      scoreBodies(bodies, (html, url) => readOwn(apply(html), url)),
    ]),
  )
}

/** The peers are loaded only when asked for. */
async function measurePeers(
  bodies: readonly BodyPage[],
  segments: readonly SegmentPage[],
): Promise<object> {
  const { measureReadability } = await import('./clean/peers.ts')
  return { readability: measureReadability(bodies, segments) }
}

/** All numbers in a tree of scores with four digits after the point. */
function rounded<Tree extends object>(scores: Tree): Tree {
  return JSON.parse(JSON.stringify(scores), (_, value) =>
    typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
  )
}
