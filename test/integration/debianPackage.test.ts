import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { unpackDebianPackage } from '../../src/shared/provide/debianPackage.ts'

function isOnPath(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.some((folder) => existsSync(join(folder, name)))
}

// what is installed apt does not bring again
const cannot = !isOnPath('apt-get') || isOnPath('redis-server')

test.skipIf(cannot)(
  'two that bring the same package at a time share what the first unpacked',
  {
    timeout: 180_000,
  },
  async () => {
    const parent = mkdtempSync(join(tmpdir(), 'wirefold-debian-'))
    onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
    const folder = join(parent, 'redis')
    const [one, other] = await Promise.all([
      unpackDebianPackage('redis-server', folder),
      unpackDebianPackage('redis-server', folder),
    ])
    expect(one).toEqual(other)
    expect(existsSync(join(one.root, 'usr/bin/redis-server'))).toBe(true)
    expect(readdirSync(parent)).toEqual(['redis'])
  },
)
