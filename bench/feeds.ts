import { type ExecFileSyncOptionsWithStringEncoding, execFileSync, fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseFeed as parseByFeedsmith } from 'feedsmith'
import { parseFeed } from '../src/shared/core/feed/parseFeed.ts'
import { decodePage } from '../src/shared/core/page/decode.ts'
import { createAddressGuard } from '../src/shared/http/addressGuard.ts'
import { createHttpClient } from '../src/shared/http/client.ts'
import { hostileCases } from './feeds/hostile.ts'

interface FeedsArguments {
  readonly data: string | null
  readonly json: boolean
}

/** Feeds and fetching: speed against feedsmith, hostile documents, CPU of a page, conformance data where given. */
export const bench = { name: 'feeds', run }

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

async function run({ data, json }: FeedsArguments): Promise<void> {
  const result = {
    ...(data ? { conformance: conformance(data) } : {}),
    speed: { headlines: compare(aFeed(30, 60)), fullContent: compare(aFeed(30, 4_500)) },
    hostile: hostile(),
    fetchCpuMs: { plain: await fetchCpuMs('plain'), gzip: await fetchCpuMs('gzip') },
  }
  console.log(JSON.stringify(result, null, json ? 0 : 2))
}

/** What the scorer of the data folder says, line by line. */
function conformance(folder: string): Readonly<Record<string, string>> {
  const scorer = join(folder, 'score.mjs')
  const output = execFileSync(process.execPath, [scorer, file('feedConformance.ts')], {
    encoding: 'utf8',
  })
  const lines = output.trim().split('\n')
  return Object.fromEntries(lines.map((line) => line.split(/\s{2,}/) as [string, string]))
}

/** An RSS feed of made-up items; `letters` of description each. */
function aFeed(items: number, letters: number): Buffer {
  const words = 'harbour council vote ferry bridge storm school budget river &amp; market '
  const text = words.repeat(Math.ceil(letters / words.length)).slice(0, letters)
  const content =
    letters > 1_000 ? `<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded>` : ''
  const body = Array.from({ length: items }, (_, at) => {
    const url = `https://www.paper.example/news/2026/${at}-council-votes-on-the-harbour`
    return `<item><title>Council votes on the harbour &amp; the bridge, ${at}</title><link>${url}</link><guid isPermaLink="true">${url}</guid><pubDate>Tue, 05 Mar 2024 0${at % 10}:12:00 GMT</pubDate><dc:creator>Ann Ode</dc:creator><category>Local</category><description>${text.slice(0, 200)}</description>${content}</item>`
  }).join('\n')
  return Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper</title><link>https://www.paper.example/</link><description>News</description><language>en</language>${body}</channel></rss>`,
  )
}

const rounds = 20
/** A poller parses for weeks: both parsers are compiled before they are compared. */
const warmUpRounds = 10

/** Feeds a second of both parsers, in turns within one run. */
function compare(bytes: Buffer) {
  const context = { url: 'https://www.paper.example/feed', contentType: 'application/rss+xml' }
  const ours = () => void parseFeed(bytes, context)
  const theirs = () => void parseByFeedsmith(bytes.toString())
  const spent = { ours: 0, theirs: 0 }
  for (let round = 0; round < rounds + warmUpRounds; round += 1) {
    const [oursMs, theirsMs] = [cpuMs(ours, 40), cpuMs(theirs, 40)]
    if (round < warmUpRounds) continue
    spent.ours += oursMs
    spent.theirs += theirsMs
  }
  const perFeed = (ms: number) => round3(ms / (rounds * 40))
  return {
    kilobytes: Math.round(bytes.length / 1_000),
    cpuMs: perFeed(spent.ours),
    feedsmithCpuMs: perFeed(spent.theirs),
    timesFeedsmith: round3(spent.theirs / spent.ours),
  }
}

function cpuMs(work: () => void, times: number): number {
  const before = process.cpuUsage()
  for (let at = 0; at < times; at += 1) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** Every hostile document in a process of its own, ended after ten seconds. */
function hostile() {
  const outcomes = hostileCases.map(({ name }, at) => {
    try {
      const child = file('feeds/hostileChild.ts')
      const options: ExecFileSyncOptionsWithStringEncoding = {
        encoding: 'utf8',
        timeout: 10_000,
        stdio: ['ignore', 'pipe', 'ignore'],
      }
      const { ms, megabytes } = JSON.parse(
        execFileSync(process.execPath, [child, `${at}`], options),
      )
      return { name, ms: Math.round(ms), megabytes: Math.round(megabytes) }
    } catch {
      return { name, ms: Number.POSITIVE_INFINITY, megabytes: Number.POSITIVE_INFINITY }
    }
  })
  const survived = outcomes.filter(({ ms, megabytes }) => ms <= 2_000 && megabytes <= 700)
  const slowest = outcomes.toSorted((left, right) => right.ms - left.ms).slice(0, 3)
  return { cases: outcomes.length, survived: survived.length, slowest }
}

const fetches = 1_500
const together = 50

/** CPU of this process to fetch, cap, decompress and decode a page of 100 KB; the server is a process of its own. */
async function fetchCpuMs(encoding: 'plain' | 'gzip'): Promise<number> {
  const server = fork(file('feeds/pageServer.ts'), [encoding])
  const host = await new Promise<string>((resolve) =>
    server.once('message', (at) => resolve(String(at))),
  )
  const http = createHttpClient({ userAgent: 'bench', guard: createAddressGuard([host]) })
  const url = `http://${host}/`
  const fetchOne = async () => {
    const result = await http.get({ url, maxBytes: 5_000_000 })
    if (!result.ok) throw new Error(result.message)
    const { body, headers } = result.response
    decodePage({ bytes: body, contentType: headers.get('content-type') ?? null, url })
  }
  const fetchMany = async (count: number) => {
    const worker = async () => {
      for (let at = 0; at < count / together; at += 1) await fetchOne()
    }
    await Promise.all(Array.from({ length: together }, worker))
  }
  await fetchMany(fetches / 3)
  const before = process.cpuUsage()
  await fetchMany(fetches)
  const { user, system } = process.cpuUsage(before)
  await http.close()
  server.kill()
  return round3((user + system) / 1_000 / fetches)
}

function round3(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
