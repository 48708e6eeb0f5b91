import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** Whether V8 keeps the methods of strings in a fast object once a fresh process has loaded the module. */
function areStringsFastAfter(module: string): boolean {
  const program = `await import(${JSON.stringify(module)}); console.log(%HasFastProperties(String.prototype))`
  const flags = ['--allow-natives-syntax', '--disable-warning=ExperimentalWarning']
  const said = execFileSync(process.execPath, [...flags, '--input-type=module', '-e', program])
  return String(said).trim() === 'true'
}

test.each(['shared/ioredis.ts', 'shared/context.ts', 'shared/client/index.ts'])(
  'strings are read fast after %s is loaded',
  (name) => {
    const module = fileURLToPath(new URL(`../../../src/${name}`, import.meta.url))
    expect(areStringsFastAfter(module)).toBe(true)
  },
)

test('ioredis alone makes them slow; once it no longer does, the remedy can go', () => {
  expect(areStringsFastAfter('ioredis')).toBe(false)
})
