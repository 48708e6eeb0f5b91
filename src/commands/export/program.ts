import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Config } from '../../shared/config.ts'
import { UsageError } from '../../shared/errors.ts'
import { withStore } from '../openStore.ts'
import { withProgress } from '../progress.ts'
import { type JsonFlag, jsonObject, type Run } from '../run.ts'
import { count, note, say } from '../terminal.ts'
import type { Manifest } from './manifest.ts'
import { exportFormats } from './tableWriter.ts'
import { verifyExport } from './verifyExport.ts'
import { type ExportWishes, writeExport } from './writeExport.ts'

interface ExportFlags extends Omit<ExportWishes, 'out'>, JsonFlag {
  readonly out?: string
  readonly verify?: string
}

/** Adds `wirefold export`. */
export function addExportCommand(program: Command, run: Run): void {
  program
    .command('export')
    .description('write stories, articles, copies and every removal of a duplicate to files')
    .addOption(
      new Option('--format <name>', 'of the tables').choices(exportFormats).default('jsonl'),
    )
    .option('--out <folder>', 'new or empty folder to write into')
    .option(
      '--since <time>',
      'only stories that changed since, such as 2026-11-28',
      parseTime,
      null,
    )
    .option('--language <code>', 'only articles of this language, such as en', parseLanguage, null)
    .option('--verify <folder>', 'check an export with its own files, and write nothing')
    .option(...jsonObject)
    .action((flags: ExportFlags) => run((config) => exportCommand(config, flags)))
}

/** `wirefold export`: writes an export, or checks one. Exit code 1 when a check finds a fault. */
export async function exportCommand(config: Config, flags: ExportFlags): Promise<number> {
  const { out, verify, json } = flags
  if (verify) return checkFolder(verify, json)
  if (!out) throw new UsageError('export: name a folder with --out, or check one with --verify')
  const manifest = await withStore(config, (context) =>
    withProgress('stories', (tell) => writeExport(context, { ...flags, out }, tell)),
  )
  say(json ? JSON.stringify(manifest) : summary(manifest, out))
  return 0
}

function summary({ counts }: Manifest, out: string): string {
  const { stories, articles, duplicates } = counts
  const kept = `${count(stories, 'story', 'stories')}, ${count(articles, 'article')} kept`
  return `${out}: ${kept}, ${count(duplicates, 'duplicate')} removed; check it with \`wirefold export --verify ${out}\``
}

async function checkFolder(folder: string, json: boolean): Promise<number> {
  const { removals, faults } = await verifyExport(folder)
  if (json) say(JSON.stringify({ folder, removals, faults }))
  else {
    for (const fault of faults) note(fault)
    const verdict = `${count(removals, 'removal')} follow from the texts, every file is as written`
    say(`${folder}: ${faults.length === 0 ? verdict : count(faults.length, 'fault')}`)
  }
  return faults.length === 0 ? 0 : 1
}

function parseTime(text: string): string {
  const time = new Date(text)
  if (Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('must be a time such as 2026-11-28 or 2026-11-28T12:00:00Z')
  return time.toISOString()
}

function parseLanguage(text: string): string {
  if (!/^[a-z]{2,3}$/.test(text)) throw new InvalidArgumentError('must be a code such as en or de')
  return text
}
