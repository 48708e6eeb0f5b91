import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { replayFiles } from '../../src/commands/replay.ts'
import { createPageFetcher } from '../../src/producers/fetchPage.ts'
import { startProducers } from '../../src/producers/roles.ts'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { archiveFiles } from '../../src/shared/warc/archivedPages.ts'
import { startAssigner, startReader } from '../../src/workers/roles.ts'
import { eventsOf } from '../support/assigning.ts'
import { anArticlePage, anEntry, anRssFeed } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { openNewsSite } from '../support/newsSite.ts'
import {
  contentOf,
  openContext,
  runRole,
  type TestContext,
  untilSettled,
} from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

const pages = {
  '/ferry': anArticlePage(reports.ferry),
  '/budget': anArticlePage(reports.budget),
  '/comet': anArticlePage(reports.comet),
  '/ferry-again': anArticlePage({ ...reports.ferry, title: 'Ferry aground off Tarvik, 212 safe' }),
  '/empty': '<!doctype html><p>Nothing',
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-replay-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function startWorkers(context: TestContext): Promise<void> {
  await runRole(context, startAssigner)
  await runRole(context, startReader)
}

/** A day's work with an archive, all done. */
async function aLiveRun() {
  const directory = aFolder()
  const context = openContext({ settings: { WARC_DIR: directory } })
  const site = await openNewsSite(pages)
  site.answer('/feed', anRssFeed(Object.keys(pages).map(site.url)))
  await context.feeds.add([newFeedState(site.url('/feed'), 0)])
  await startWorkers(context)
  const told: string[] = []
  await runRole(context, startProducers, { once: true, told })
  await eventually('the feed was polled', () => told.includes('polled'))
  await untilSettled(context, 5)
  return { context, directory, site }
}

const replay = (context: TestContext, directory: string) =>
  replayFiles(context, { files: archiveFiles(directory), stop: new AbortController().signal })

/** Story ids with the URLs in them. */
async function storiesOf(context: TestContext): Promise<Readonly<Record<string, string[]>>> {
  const stories: Record<string, string[]> = {}
  for (const { fields } of await eventsOf(context)) {
    const { article } = JSON.parse(fields['data'] ?? '{}')
    if (article)
      stories[fields['subject'] ?? ''] = [...(stories[fields['subject'] ?? ''] ?? []), article.url]
  }
  return stories
}

test('a replay into the same store changes nothing', async () => {
  const { context, directory } = await aLiveRun()
  const before = await contentOf(context)
  expect(await replay(context, directory)).toEqual({ fed: 0, known: 5 })
  expect(await contentOf(context)).toEqual(before)
})

test('a replay into an empty store gives the stories of the live run, with the same ids, and a second one nothing', async () => {
  const { context, directory } = await aLiveRun()
  const other = openContext()
  await startWorkers(other)
  expect(await replay(other, directory)).toEqual({ fed: 5, known: 0 })
  await untilSettled(other, 5)
  expect(await storiesOf(other)).toEqual(await storiesOf(context))
  const [ours, theirs] = [await other.entries.ledger(), await context.entries.ledger()]
  expect(ours.outcomes).toEqual(theirs.outcomes)
  const before = await contentOf(other)
  expect(await replay(other, directory)).toEqual({ fed: 0, known: 5 })
  expect(await contentOf(other)).toEqual(before)
})

test('a later version in the archive becomes a revision once, here and in another store', async () => {
  const { context, directory, site } = await aLiveRun()
  const url = site.url('/ferry')
  const { title } = reports.ferry
  const changed = {
    title,
    paragraphs: [...reports.ferry.paragraphs, 'The ferry was free by night.'],
  }
  site.answer('/ferry', anArticlePage(changed))
  const entry = anEntry({ url, feed: site.url('/feed'), version: 'v2' })
  const fetched = await createPageFetcher(context)(entry)
  if (fetched.kind !== 'next') throw new Error('not fetched')
  await context.queues.enqueue('read', [{ id: `${entry.entryId}-v2`, payload: fetched.payload }])
  await eventually('the revision is told', async () =>
    (await eventsOf(context)).some(
      ({ fields }) => fields['type'] === 'wirefold.article.revised.v1',
    ),
  )
  const other = openContext()
  await startWorkers(other)
  for (const store of [context, other, other]) await replay(store, directory)
  const revisions = async (store: TestContext) =>
    (await eventsOf(store)).filter(({ fields }) => fields['type'] === 'wirefold.article.revised.v1')
      .length
  await eventually('the revision is told there', async () => (await revisions(other)) > 0)
  expect(await revisions(context)).toBe(1)
  expect(await revisions(other)).toBe(1)
})
