import { load } from 'cheerio/slim'
import { expect, test } from 'vitest'
import { renderStatus } from '../../../src/commands/statusPage.ts'
import { openStory } from '../../../src/shared/storyRecord.ts'

const nothing = { waiting: 0, active: 0, delayed: 0, failed: 0 }
const ledger = { seen: 3, inFlight: 1, outcomes: new Map([['clustered', 2]]) }

test('shows stories, the ledger and the queues', () => {
  const story = openStory({
    id: 's1',
    headline: 'Ferry runs aground',
    lang: 'en',
    source: 'paper.test',
    nowMs: 0,
    seq: 1,
  })
  const html = renderStatus({
    stories: [story],
    ledger,
    queues: [['fetch', { ...nothing, waiting: 7 }]],
    nowMs: 4_000,
  })
  expect(html).toContain('Ferry runs aground')
  expect(html).toContain('4 s ago')
  expect(html).toContain('adds up')
  expect(html).toContain('7 · 0 · 0')
})

test('never lets a headline become markup', () => {
  const headline = '<script>alert("x")</script> & \'more\''
  const story = openStory({
    id: 's1',
    headline,
    lang: 'en',
    source: 'paper.test',
    nowMs: 0,
    seq: 1,
  })
  const html = renderStatus({ stories: [story], ledger, queues: [], nowMs: 0 })
  const page = load(html)
  expect(page('script')).toHaveLength(0)
  expect(page('tbody td').first().text()).toContain(headline)
})
