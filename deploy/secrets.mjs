// Writes the passwords that nobody chose: node deploy/secrets.mjs FOLDER. What is there stays.
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
if (!folder) {
  process.stderr.write('usage: node deploy/secrets.mjs FOLDER\n')
  process.exit(2)
}
for (const name of ['grafana_admin']) {
  try {
    // Grafana reads it as a user of its own
    writeFileSync(join(folder, name), randomBytes(18).toString('base64url'), {
      flag: 'wx',
      mode: 0o444,
    })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}
