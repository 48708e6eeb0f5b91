import { expect, test } from 'vitest'
import { prose, textOf } from './pages.ts'

const count = (html: string) => textOf(html).split('\n').length

test('navigation, sidebars and comments stay out', () => {
  const html = `<nav><p>Home and more links of all kinds</p></nav><main><h1>Report</h1>${prose(4)}</main>
    <div class="sidebar">${prose(1).replace('council', 'mayor')}</div><div id="comments">${prose(2).replaceAll('council', 'reader')}</div>`
  expect(textOf(html)).not.toMatch(/mayor|reader|Home/)
  expect(count(html)).toBe(4)
})

test('an article inside a form or a table is found', () => {
  expect(count(`<form><table><tr><td>${prose(4)}</td></tr></table></form>`)).toBe(4)
})

test('an article in a container with a suspect name is found by a later pass', () => {
  expect(count(`<div class="newsletter"><h1>Report</h1>${prose(5)}</div>`)).toBe(5)
})

test('the body that starts after the headline wins over a longer one elsewhere', () => {
  const html = `<title>Short report on bridges</title><div class="article-body"><h1>Short report on bridges</h1>${prose(4)}</div>
    <div class="article-body">${prose(5).replaceAll('council', 'archive')}</div>`
  expect(textOf(html)).not.toContain('archive')
})

test('a card with a linked heading is a teaser, whatever its class', () => {
  const card =
    '<div class="x7"><h3><a href="/b">Another story</a></h3><p>A baker found a ring in the dough on Friday and gave it back to its owner.</p></div>'
  expect(textOf(`<div class="x1"><h1>Report</h1>${prose(4)}${card}${card}</div>`)).not.toContain(
    'baker',
  )
})

test('a short text beside an image is its caption', () => {
  const html = `<div><h1>Report</h1>${prose(3)}<div><img src="a.jpg"><span>The old bridge in winter, seen from the tower.</span></div>${prose(2, 7)}</div>`
  expect(textOf(html)).not.toContain('tower')
})

test('a nested article introduces another text', () => {
  const html = `<article><h1>Report</h1>${prose(5)}<article><p>A dog crossed the border twice on Sunday without papers, officers said.</p></article></article>`
  expect(textOf(html)).not.toContain('dog')
})

test('a section that starts with a label such as "Leave a reply" ends the article', () => {
  const html = `<div><h1>Report</h1>${prose(4)}<div><h3>Leave a reply</h3><p>Your address stays with us and nobody else will ever see it, we promise.</p></div></div>`
  expect(textOf(html)).not.toContain('promise')
})

test('the standfirst between headline and body is kept', () => {
  const html = `<h1>Report</h1><p class="standfirst">The harbour office has a month to answer, and little to say so far.</p><div class="article-body">${prose(4)}</div>`
  expect(textOf(html)).toMatch(/^The harbour office has a month/)
})

test('lines above the headline name the section', () => {
  expect(textOf(`<article><p>Local news</p><h1>Report</h1>${prose(4)}</article>`)).not.toContain(
    'Local',
  )
})

test('text in a script without spaces weighs as much as others', () => {
  const japanese =
    '<p>市は昨年から補修を進め、手すりと照明を新しくした。公開は十一月まで続く。</p>'.repeat(3)
  expect(
    textOf(`<div>${japanese.replace('昨年', '今年')}</div><div><a href="/">ホーム</a></div>`),
  ).toContain('補修')
})

test('a table that lays out the page is no part of the article', () => {
  const menu = '<td><table><tr><td><a href="/s">Sport</a></td></tr></table></td>'
  const html = `<table><tr><td colspan="3"><b>The Evening Courier of Lindholm</b></td></tr><tr>${menu}<td><table><tr><td>${prose(5)}</td></tr></table></td><td>Morning letter<br>Five stories to start your day, every day at six.</td></tr></table>`
  expect(textOf(html)).not.toMatch(/Courier|Sport|Five stories/)
})

test('headline, introduction and date in one block are told apart', () => {
  const html = `<title>Bridge reopens in Lindholm</title><td><b>Bridge reopens in Lindholm</b><br><i>Nobody had expected it so soon</i><br>21 November 2026, 12:10 | Mara Ellison<hr>${prose(4)}</td>`
  expect(textOf(html)).toMatch(/^Nobody had expected it so soon\nThe council/)
})

test.each(['today', '2 hours ago', 'vor 5 Minuten'])(
  'the time "%s" before the text is not its lead',
  (time) => {
    const html = `<article><h1>Report</h1><div><time>${time}</time></div>${prose(4)}</article>`
    expect(textOf(html)).toMatch(/^The council/)
  },
)

test('a note about the supplier ends no article', () => {
  const note = 'This story was supplied by the news agency Northwire and has not been edited by us.'
  expect(textOf(`<article><h1>Report</h1>${prose(4)}<p>${note}</p></article>`)).not.toContain(
    'agency',
  )
})
