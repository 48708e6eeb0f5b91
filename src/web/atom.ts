import { Feed } from 'feed'
import type { ListedStory } from './storyIndex.ts'

/** The newest stories as an Atom feed; `base` is the address readers come by. */
export function storiesAsAtom(stories: readonly ListedStory[], base: string): string {
  const newest = stories[0]?.story.updatedAt
  const feed = new Feed({
    id: `${base}/`,
    title: 'wirefold: stories',
    link: `${base}/`,
    copyright: '',
    generator: 'wirefold',
    updated: new Date(newest ?? 0),
    feedLinks: { atom: `${base}/feeds/stories.atom` },
  })
  for (const { story } of stories) {
    feed.addItem({
      id: `urn:wirefold:${story.id}`,
      title: story.headline,
      link: `${base}/#/stories/${story.id}`,
      date: new Date(story.updatedAt),
      published: new Date(story.openedAt),
      description: `${story.size} articles of ${story.sources.length} sources in ${story.languages.join(', ')}`,
    })
  }
  return feed.atom1()
}
