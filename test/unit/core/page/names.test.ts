import { expect, test } from 'vitest'
import { classifyNames } from '../../../../src/shared/core/page/names.ts'

test.each([
  'related-posts',
  'newsletterSignup',
  'Article__social',
  'most-read',
  'author_box',
  'widget hidden',
])('%s is suspect', (names) => {
  expect(classifyNames(names).isSuspect).toBe(true)
})

test.each([
  ['shareholder', 'a word is not a part of a word'],
  ['post-123 tag-newsletter category-comments', 'what the article is about is not what it is'],
  ['has-sidebar layout-footer', 'what is beside the element is not what it is'],
  ['content-wrapper', 'wrappers hold everything'],
  ['', 'no name says nothing'],
])('%s is not suspect: %s', (names) => {
  expect(classifyNames(names).isSuspect).toBe(false)
})

test.each(['article-body', 'storyText', 'entry__content', 'postcontent', 'hentry'])(
  '%s is a body',
  (names) => {
    expect(classifyNames(names).isBody).toBe(true)
  },
)

test('a suspect word is hard only where much text does not save it', () => {
  expect(classifyNames('site-footer').isHard).toBe(true)
  expect(classifyNames('teaser').isHard).toBe(false)
})
