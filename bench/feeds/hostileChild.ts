import { parseFeed } from '../../src/shared/core/feed/parseFeed.ts'
import { cleanPage } from '../../src/shared/core/page/cleanPage.ts'
import { decodePage } from '../../src/shared/core/page/decode.ts'
import { hostileCases } from './hostile.ts'

const noHints = {
  title: null,
  summary: null,
  contentHtml: null,
  publishedAt: null,
  updatedAt: null,
  author: null,
  language: null,
}

const found = hostileCases[Number(process.argv[2])]
if (found) {
  const bytes = Buffer.from(found.make())
  const url = 'https://a.example/1'
  const startedMs = performance.now()
  if (found.kind === 'feed') parseFeed(bytes, { url, contentType: null })
  else cleanPage(decodePage({ bytes, contentType: null, url }), { url }, noHints)
  const ms = performance.now() - startedMs
  const megabytes = process.resourceUsage().maxRSS / 1_024
  process.stdout.write(JSON.stringify({ ms, megabytes }))
}
