import type { Command } from 'commander'
import { restoreBackup } from '../shared/backup/restore.ts'
import { writeBackup } from '../shared/backup/write.ts'
import type { Config } from '../shared/config.ts'
import { withAnyStore, withStore } from './openStore.ts'
import { withProgress } from './progress.ts'
import { type JsonFlag, jsonObject, type Run } from './run.ts'
import { count, say } from './terminal.ts'

/** Adds `wirefold snapshot` and `wirefold restore`. */
export function addBackupCommands(program: Command, run: Run): void {
  program
    .command('snapshot')
    .description('write everything under the prefix to a file; wirefold must be stopped')
    .argument('<file>', 'file to write')
    .option(...jsonObject)
    .action((file: string, options: JsonFlag) =>
      run((config) => snapshotCommand(config, file, options)),
    )
  program
    .command('restore')
    .description('bring back what a snapshot holds, under an empty prefix')
    .argument('<file>', 'file that `wirefold snapshot` has written')
    .option(...jsonObject)
    .action((file: string, options: JsonFlag) =>
      run((config) => restoreCommand(config, file, options)),
    )
}

function snapshotCommand(config: Config, file: string, { json }: JsonFlag): Promise<number> {
  return withStore(config, async (context) => {
    const { prefix } = context.keys
    const keys = await withProgress('keys', (tell) => writeBackup(context, file, tell))
    const line = `${count(keys, 'key')} under ${prefix} written to ${file}`
    say(json ? JSON.stringify({ file, prefix, keys }) : line)
    return 0
  })
}

function restoreCommand(config: Config, file: string, { json }: JsonFlag): Promise<number> {
  return withAnyStore(config, async (context) => {
    const { prefix } = context.keys
    const keys = await withProgress('keys', (tell) => restoreBackup(context, file, tell))
    say(
      json
        ? JSON.stringify({ file, prefix, keys })
        : `${count(keys, 'key')} restored under ${prefix}`,
    )
    return 0
  })
}
