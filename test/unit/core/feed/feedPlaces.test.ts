import { expect, test } from 'vitest'
import { sitemapsOfIndex, sitemapsOfRobots } from '../../../../src/shared/core/feed/feedPlaces.ts'
import { parseFeedList } from '../../../../src/shared/core/feed/opml.ts'
import { writeOpml } from '../../../../src/shared/core/feed/opmlDocument.ts'

test('finds the sitemaps of a robots.txt, those of news first', () => {
  const robots = [
    'User-agent: *',
    'Sitemap: https://a.example/sitemap.xml',
    '  sitemap :/news-sitemap.xml',
    'Sitemap: ftp://a.example/other.xml',
    'Sitemap:',
    '# Sitemap: https://a.example/comment.xml',
  ].join('\r\n')
  expect(sitemapsOfRobots(robots, 'https://a.example/robots.txt')).toEqual([
    'https://a.example/news-sitemap.xml',
    'https://a.example/sitemap.xml',
  ])
})

test('finds the children of a sitemap index, and none in anything else', () => {
  const index = `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://a.example/old.xml</loc></sitemap>
<sitemap><loc> https://a.example/news.xml?a=1&amp;b=2 </loc></sitemap></sitemapindex>`
  expect(sitemapsOfIndex(index, 'https://a.example/')).toEqual([
    'https://a.example/news.xml?a=1&b=2',
    'https://a.example/old.xml',
  ])
  const urls = index.replaceAll('sitemapindex', 'urlset')
  expect(sitemapsOfIndex(urls, 'https://a.example/')).toEqual([])
})

test('writes lists of feeds that it can read again, whatever the titles hold', () => {
  const feeds = [
    { url: 'https://a.example/feed?a=1&b="2"', title: 'Tom & "Jerry" <news> \u0007' },
    { url: 'https://b.example/feed', title: null },
  ]
  const { feeds: read, problems } = parseFeedList(writeOpml(feeds, new Date(0)))
  expect(problems).toEqual([])
  expect(read.map(({ url, title }) => [url, title])).toEqual([
    ['https://a.example/feed?a=1&b=%222%22', 'Tom & "Jerry" <news>'],
    ['https://b.example/feed', 'https://b.example/feed'],
  ])
})
