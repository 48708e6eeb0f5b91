import type { Command } from 'commander'
import { restoreBackup, writeBackup } from '../shared/backup.ts'
import type { Config } from '../shared/config.ts'
import { withStore } from './openStore.ts'
import { count, say } from './terminal.ts'

/** Adds `wirefold snapshot` and `wirefold restore`. */
export function addBackupCommands(
  program: Command,
  run: (work: (config: Config) => Promise<number>) => Promise<never>,
): void {
  program
    .command('snapshot')
    .description('write everything under the prefix to a file; wirefold must be stopped')
    .argument('<file>', 'file to write')
    .action((file: string) =>
      run((config) =>
        withStore(config, async (context) => {
          const keys = await writeBackup(context, file)
          say(`${count(keys, 'key')} under ${context.keys.prefix} written to ${file}`)
          return 0
        }),
      ),
    )
  program
    .command('restore')
    .description('bring back what a snapshot holds, under an empty prefix')
    .argument('<file>', 'file that `wirefold snapshot` has written')
    .action((file: string) =>
      run((config) =>
        withStore(config, async (context) => {
          const keys = await restoreBackup(context, file)
          say(`${count(keys, 'key')} restored under ${context.keys.prefix}`)
          return 0
        }),
      ),
    )
}
