import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, inject, onTestFinished, test } from 'vitest'
import { restoreBackup } from '../../src/shared/backup/restore.ts'
import { writeBackup } from '../../src/shared/backup/write.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { eventsOf, takeLease } from '../support/assigning.ts'
import { anEntry, aReadArticle } from '../support/builders.ts'
import { redisBinary } from '../support/e2eRedis.ts'
import { contentOf, openContext, type TestContext } from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

const isReal = async () => (await redisBinary(inject('redisUrl'))) !== null

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'state.gz')
}

/** A pipeline at rest, with a story, and a job that waits. */
async function atRest(): Promise<TestContext> {
  const context = openContext()
  const token = await takeLease(context)
  const { handler } = createAssigner(context, token)
  await handler(aReadArticle())
  await context.scripts.releaseLease([context.keys.assignerLease], [token])
  const waiting = anEntry({ url: 'http://a.example/waiting' })
  await context.queues.enqueue('fetch', [{ id: waiting.entryId, payload: waiting }])
  return context
}

/** Keys without their prefix, and what the hash of the article holds: a large hash has no order of its own. */
async function stateOf(context: TestContext) {
  const names = Object.keys(await contentOf(context))
  const article = await context.redis.hgetall(context.keys.article(aReadArticle().articleId))
  return { names: names.map((name) => name.slice(context.keys.prefix.length)), article }
}

test('what was written comes back under another prefix, and the pipeline goes on with it', async ({
  skip,
}) => {
  if (!(await isReal())) return skip('the JavaScript store has no DUMP')
  const context = await atRest()
  const file = aFile()
  const written = await writeBackup(context, file)
  const other = openContext()
  expect(await restoreBackup(other, file)).toBe(written)
  expect(await stateOf(other)).toEqual(await stateOf(context))
  expect(await other.queues.depth('fetch')).toMatchObject({ waiting: 1 })
  const { handler } = createAssigner(other, await takeLease(other))
  // known already: nothing happens; a new one joins what was restored
  await handler(aReadArticle())
  await handler(aReadArticle({ url: 'http://other.example/ferry', source: 'other.example' }))
  const [first, second, ...more] = await eventsOf(other)
  expect(more).toEqual([])
  expect(second?.fields['subject']).toBe(first?.fields['subject'])
})

test('expiry times are kept', async ({ skip }) => {
  if (!(await isReal())) return skip('the JavaScript store has no DUMP')
  const context = await atRest()
  await context.redis.set(context.keys.page('some'), 'page', 'PX', 3_600_000)
  const file = aFile()
  await writeBackup(context, file)
  const other = openContext()
  await restoreBackup(other, file)
  expect(await other.redis.pttl(other.keys.page('some'))).toBeGreaterThan(3_500_000)
  expect(await other.redis.ttl(other.keys.ledger)).toBe(-1)
})

test('a pipeline at work is not written, and leaves no file behind', async () => {
  const context = openContext()
  await takeLease(context)
  const file = aFile()
  await expect(writeBackup(context, file)).rejects.toThrow(/the pipeline is at work/)
  expect(existsSync(file)).toBe(false)
})

test('a file that is damaged, cut off or something else changes nothing', async ({ skip }) => {
  if (!(await isReal())) return skip('the JavaScript store has no DUMP')
  const file = aFile()
  await writeBackup(await atRest(), file)
  const lines = gunzipSync(readFileSync(file)).toString().split('\n')
  const other = openContext()
  const refuses = async (content: string | Buffer, why: RegExp) => {
    writeFileSync(file, typeof content === 'string' ? gzipSync(content) : content)
    await expect(restoreBackup(other, file)).rejects.toThrow(why)
  }
  await refuses(lines.slice(0, -3).join('\n'), /damaged or not complete/)
  await refuses(lines.toSpliced(2, 1).join('\n'), /damaged or not complete/)
  await refuses(readFileSync(file).subarray(0, 400), /cannot read|damaged/)
  await refuses('{"hello":1}\n', /no snapshot of wirefold/)
  await refuses(lines.join('\n').replace(/"schema":"\d+"/, '"schema":"0"'), /is of schema 0/)
  await refuses(Buffer.from(reports.ferry.title), /cannot read .*incorrect header/)
  expect(await contentOf(other)).toEqual({})
})

test('keys that are there already are never written over', async ({ skip }) => {
  if (!(await isReal())) return skip('the JavaScript store has no DUMP')
  const context = await atRest()
  const file = aFile()
  await writeBackup(context, file)
  await expect(restoreBackup(context, file)).rejects.toThrow(/there are keys under .* already/)
})

test('a file that cannot be written or is not there is told by name', async () => {
  const context = openContext()
  await expect(writeBackup(context, '/no/such/folder/state.gz')).rejects.toThrow(
    /cannot write \/no\/such/,
  )
  await expect(restoreBackup(context, '/no/such/file.gz')).rejects.toThrow(/cannot read \/no\/such/)
})
