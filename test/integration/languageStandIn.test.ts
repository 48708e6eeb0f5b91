import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify, stripVTControlCharacters } from 'node:util'
import { expect, inject, test } from 'vitest'
import { openContext } from '../support/testContext.ts'

const run = promisify(execFile)
const pathOf = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url))

const detect = `
  const { createLanguageDetector } = await import(${JSON.stringify(pathOf('src/shared/core/text/language.ts'))})
  const detector = await createLanguageDetector()
  const text = 'Der Stadtrat beschloss am Montag, die alte Brücke über den Fluss bis zum Herbst zu schließen.'
  console.log(JSON.stringify({ engine: detector.engine, ...detector.detect({ title: '', text, hints: [] }) }))
`

const withoutCld = ['--import', pathOf('test/support/withoutCld.mjs')]

test('where cld was not compiled, cld3 stands in', async () => {
  const { stdout } = await run(process.execPath, [
    ...withoutCld,
    '--input-type=module',
    '--eval',
    detect,
  ])
  expect(JSON.parse(stdout)).toMatchObject({ engine: 'cld3', lang: 'de', script: 'Latn' })
})

test('doctor says that cld3 stands in, and what to do about it', async () => {
  const { config } = openContext()
  const env = { ...process.env, REDIS_URL: inject('redisUrl'), KEY_PREFIX: config.KEY_PREFIX }
  const { stdout } = await run(process.execPath, [...withoutCld, pathOf('src/main.ts'), 'doctor'], {
    env,
  })
  const text = stripVTControlCharacters(stdout)
  expect(text).toMatch(/warning +language engine cld3: .*\n +→ .*npm rebuild cld/)
})
