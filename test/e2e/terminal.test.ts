import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { anArticlePage, anRssFeed } from '../support/builders.ts'
import { type Bench, openBench } from '../support/e2eRun.ts'
import { openNewsSite } from '../support/newsSite.ts'
import { root } from '../support/sourceTree.ts'
import { reports } from '../support/texts.ts'

let bench: Bench

beforeAll(() => {
  bench = openBench({ REDIS_URL: inject('redisUrl') })
})

afterAll(() => bench.close())

const colour = '\u001b['
const doctor = (env: Record<string, string>) => bench.run(['doctor'], env)

test('colours are for a terminal: none in a pipe, on CI neither, unless they are wanted', async () => {
  expect((await doctor({ CI: 'true' })).stdout).not.toContain(colour)
  expect((await doctor({ FORCE_COLOR: '1' })).stdout).toContain(`${colour}32mok`)
})

/** What doctor prints on a terminal of its own, made by `script` of util-linux. */
function onTerminal(env: Record<string, string>): string {
  const command = `${process.execPath} ${join(root, 'src/main.ts')} doctor`
  const place = { REDIS_URL: inject('redisUrl'), KEY_PREFIX: bench.prefix, TERM: 'xterm-256color' }
  const options = {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...place, ...env },
  } as const
  return spawnSync('script', ['-qec', command, '/dev/null'], options).stdout
}

test('on a terminal there are colours, and none with NO_COLOR', ({ skip }) => {
  if (spawnSync('script', ['--version']).error) skip('there is no program `script` here')
  expect(onTerminal({})).toContain(`${colour}32mok`)
  const plain = onTerminal({ NO_COLOR: '1' })
  expect(plain).toContain('ledger adds up')
  expect(plain).not.toContain(colour)
})

test('a reader that goes away ends a command without a word', () => {
  const command = `${process.execPath} ${join(root, 'src/main.ts')} completion bash | true; echo "\${PIPESTATUS[0]}"`
  for (let times = 0; times < 3; times += 1) {
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' })
  }
})

test('with --json a run and a replay of its archive print JSON and nothing else', async () => {
  const site = await openNewsSite({ '/ferry': anArticlePage(reports.ferry) })
  site.answer('/feed', anRssFeed([site.url('/ferry')]))
  const feeds = bench.write('feeds.txt', site.url('/feed'))
  const archive = join(bench.folder, 'archive')
  const settings = { ALLOW_PRIVATE_HOSTS: site.host, WARC_DIR: archive }
  const run = await bench.run(['up', '--once', '--json', '--feeds', feeds], settings)
  const [event, summary] = linesOf(run.stdout)
  expect(event).toMatchObject({ type: 'wirefold.story.opened.v1', data: { story: { size: 1 } } })
  expect(summary).toMatchObject({ ledger: { seen: 1, balanced: true }, feeds: 1, failing: 0 })
  const replay = await bench.run(['replay', archive, '--json'])
  expect(linesOf(replay.stdout)).toMatchObject([{ fed: 0, known: 1, whole: true }])
})

function linesOf(text: string) {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
