// Compiles the package for npm: Node strips no types inside node_modules. What is not TypeScript goes along as it is.

import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, installIfNeeded, root } from './launch.mjs'

const dist = join(root, 'dist')
const compiler = join(root, 'node_modules/typescript/bin/tsc')

installIfNeeded()
rmSync(dist, { recursive: true, force: true })
const { status } = spawnSync(findNode(), [compiler, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)
for (const folder of ['src', 'demo']) {
  cpSync(join(root, folder), join(dist, folder), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  })
}
