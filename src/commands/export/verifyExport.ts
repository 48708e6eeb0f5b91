import { basename, join } from 'node:path'
import { digestFile, type Manifest, type ManifestFile, readManifest } from './manifest.ts'
import { overlapOf, type Removal, ruleOf } from './removals.ts'
import { type ReadRow, type RowsByStory, readLines, readTable, rowsByStory } from './tableReader.ts'

/** What a check of an export found. */
export interface Verification {
  readonly removals: number
  /** What does not hold, at most 100. */
  readonly faults: readonly string[]
}

const mostFaults = 100

/**
 * Checks an export with nothing but its own files: each has the digest of the manifest, and each removal follows from the
 * two texts, leads to a kept article and stands for exactly one duplicate. @throws UsageError when there is none
 */
export async function verifyExport(folder: string): Promise<Verification> {
  const manifest = await readManifest(folder)
  const faults: string[] = []
  for (const file of manifest.files) faults.push(...(await checkFile(folder, file)))
  if (faults.length > 0) return { removals: 0, faults }
  const { removals, found } = await checkRemovals(folder, manifest)
  return { removals, faults: found }
}

async function checkFile(folder: string, wanted: ManifestFile): Promise<readonly string[]> {
  if (basename(wanted.file) !== wanted.file) return [`${wanted.file}: leads out of the folder`]
  const found = await digestFile(join(folder, wanted.file)).catch(() => null)
  if (!found) return [`${wanted.file}: cannot be read`]
  return found.sha256 === wanted.sha256 ? [] : [`${wanted.file}: not the file that was written`]
}

async function checkRemovals(folder: string, { files, settings }: Manifest) {
  const pathOf = (name: ManifestFile['name']) =>
    join(folder, files.find((file) => file.name === name)?.file ?? name)
  const open = (name: ManifestFile['name']) => rowsByStory(readTable(settings.format, pathOf(name)))
  const tables = { articles: open('articles'), duplicates: open('duplicates') }
  const wanted = files.find(({ name }) => name === 'duplicates')?.rows ?? 0
  const found: string[] = []
  let removals = 0
  for await (const rows of storiesOf(readLines(pathOf('removals')))) {
    removals += rows.length
    if (found.length < mostFaults) found.push(...(await checkStory(rows, tables)))
  }
  if (removals !== wanted) found.push(`${wanted} duplicates, but ${removals} removals`)
  return { removals, found: found.slice(0, mostFaults) }
}

/** Removals of a story at a time. */
async function* storiesOf(rows: AsyncIterable<ReadRow>): AsyncGenerator<readonly Removal[]> {
  let story: Removal[] = []
  for await (const row of rows) {
    const removal = row as unknown as Removal
    if (story[0] && story[0].story !== removal.story) {
      yield story
      story = []
    }
    story.push(removal)
  }
  if (story.length > 0) yield story
}

type Tables = { readonly [T in 'articles' | 'duplicates']: RowsByStory }

async function checkStory(removals: readonly Removal[], tables: Tables): Promise<string[]> {
  const story = removals[0]?.story ?? ''
  const kept = textsOf(await tables.articles.of(story))
  const removed = textsOf(await tables.duplicates.of(story))
  const keptFor = new Map([...kept.keys()].map((id) => [id, id]))
  const faults = removals.flatMap((removal) => {
    const fault = faultOf(removal, { kept, removed, keptFor })
    keptFor.set(removal.removed, removal.kept)
    return fault === null ? [] : [`${removal.removed}: ${fault}`]
  })
  const named = new Set(removals.map(({ removed: id }) => id))
  const unnamed = [...removed.keys()].filter((id) => !named.has(id))
  return [...faults, ...unnamed.map((id) => `${id}: a duplicate without a removal`)]
}

interface StoryTexts {
  readonly kept: ReadonlyMap<string, string>
  readonly removed: ReadonlyMap<string, string>
  /** Articles seen so far, and the one kept for each. */
  readonly keptFor: ReadonlyMap<string, string>
}

function faultOf(removal: Removal, { kept, removed, keptFor }: StoryTexts): string | null {
  const text = removed.get(removal.removed)
  const evidence = kept.get(removal.evidence) ?? removed.get(removal.evidence)
  if (text === undefined) return 'removed, but not among the duplicates'
  if (!kept.has(removal.kept)) return `its kept article ${removal.kept} is not among the articles`
  if (evidence === undefined) return `its evidence ${removal.evidence} is in no table`
  if (keptFor.get(removal.evidence) !== removal.kept)
    return `its evidence ${removal.evidence} does not lead to ${removal.kept}`
  const overlap = overlapOf(text, evidence)
  const isSame =
    overlap.jaccard === removal.jaccard &&
    overlap.containment === removal.containment &&
    ruleOf(overlap) === removal.rule
  return isSame
    ? null
    : `texts give jaccard ${overlap.jaccard}, containment ${overlap.containment}, rule ${ruleOf(overlap)}`
}

function textsOf(rows: readonly ReadRow[]): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [String(row['id']), String(row['text'] ?? '')]))
}
