import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPathAllowed, readRules } from '../../../../src/shared/core/polling/robots.ts'

const agent = 'wirefold/1.0 (+https://wirefold.example)'

function allows(lines: readonly string[], path: string): boolean {
  return isPathAllowed(readRules(lines.join('\n'), agent), path)
}

test('allows everything when the file says nothing', () => {
  expect(allows([], '/x')).toBe(true)
  expect(allows(['<html>not a robots file</html>'], '/x')).toBe(true)
})

test('follows the group that names it and leaves the one for everybody', () => {
  const file = ['User-agent: *', 'Disallow: /', 'User-Agent: WireFold', 'Disallow: /private']
  expect(allows(file, '/news')).toBe(true)
  expect(allows(file, '/private/x')).toBe(false)
})

test('reads a group that names it without rules as freedom', () => {
  expect(allows(['User-agent: *', 'Disallow: /', '', 'User-agent: wirefold'], '/news')).toBe(true)
})

test('joins groups for the same crawler', () => {
  const file = [
    'User-agent: wirefold',
    'Disallow: /a',
    'User-agent: other',
    'Disallow: /c',
    'User-agent: wirefold',
    'Disallow: /b',
  ]
  expect(['/a', '/b', '/c'].map((path) => allows(file, path))).toEqual([false, false, true])
})

test('gives several crawlers in a row the same rules, other lines in between or not', () => {
  const file = [
    'User-agent: wirefold',
    'Sitemap: https://a.example/s.xml',
    'User-agent: other',
    'Disallow: /a',
  ]
  expect(allows(file, '/a')).toBe(false)
})

test('lets the longest pattern win, and allow on a tie', () => {
  const file = [
    'User-agent: *',
    'Allow: /news/',
    'Disallow: /news/old',
    'Disallow: /x',
    'Allow: /x',
  ]
  expect(['/news/new', '/news/old/1', '/x'].map((path) => allows(file, path))).toEqual([
    true,
    false,
    true,
  ])
})

test.each([
  ['/*.php', '/a/b.php?x', false],
  ['/*.php$', '/a/b.php?x', true],
  ['/*.php$', '/a/b.php', false],
  ['/a*b*c', '/a1b2c3', false],
  ['/a*b*c', '/a1c2b3', true],
  ['/a$', '/a', false],
  ['/a$', '/ab', true],
  ['/a*a$', '/a', true],
  ['*', '/anything', false],
  ['', '/anything', true],
  ['/caf%c3%a9', '/caf%C3%A9', false],
  ['/café', '/caf%C3%A9', false],
  ['/Fish', '/fish', true],
])('with Disallow: %s answers for %s: %s', (pattern, path, allowed) => {
  expect(allows(['User-agent: *', `Disallow: ${pattern}`], path)).toBe(allowed)
})

test('forgives misspelt names, missing colons, comments, carriage returns and a byte order mark', () => {
  const rules = readRules('\ufeffuseragent *\r\nDisalow: /a # why not\rdisallow /b\n', agent)
  expect(['/a', '/b', '/c'].map((path) => isPathAllowed(rules, path))).toEqual([false, false, true])
})

test('allows a directory whose index page is allowed', () => {
  const file = ['User-agent: *', 'Disallow: /', 'Allow: /news/index.html']
  expect(['/news/', '/news/index.html', '/news/x'].map((path) => allows(file, path))).toEqual([
    true,
    true,
    false,
  ])
})

test('reads the crawl delay of its group', () => {
  const file = 'User-agent: *\nCrawl-delay: 2.5\nUser-agent: other\nCrawl-delay: soon\nDisallow: /'
  expect(readRules(file, agent).crawlDelaySeconds).toBe(2.5)
  expect(readRules('Crawl-delay: 3', agent).crawlDelaySeconds).toBeNull()
})

test('answers at once for patterns that explode in a backtracking matcher', () => {
  const pattern = `/${'a*'.repeat(2_000)}b`
  expect(allows(['User-agent: *', `Disallow: ${pattern}`], `/${'a'.repeat(5_000)}`)).toBe(true)
})

test('refuses every path that begins with a refused plain pattern', () => {
  const plain = fc.stringMatching(/^\/[a-z/]{1,10}$/)
  fc.assert(
    fc.property(plain, fc.stringMatching(/^[a-z/?=]{0,10}$/), (pattern, rest) => {
      expect(allows(['User-agent: *', `Disallow: ${pattern}`], pattern + rest)).toBe(false)
    }),
  )
})

test('never throws on any file', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.string(),
      (text, name, path) => void isPathAllowed(readRules(text, name), path),
    ),
  )
})

test('the file itself may always be fetched', () => {
  expect(allows(['User-agent: *', 'Disallow: /'], '/robots.txt')).toBe(true)
})

test('a path with letters beyond ASCII is compared as it is sent', () => {
  expect(allows(['User-agent: *', 'Disallow: /zürich'], '/z%c3%bcrich/1')).toBe(false)
  expect(allows(['User-agent: *', 'Disallow: /z%C3%BCrich'], '/z%c3%bcrich/1')).toBe(false)
})
