import { rate } from './queries.ts'

/** Stories that are open now. */
export const openStories = {
  title: 'Open stories',
  about: 'Stories that can still be joined.',
  unit: 'short',
  queries: [['max(last_over_time(wirefold_open_stories[15m]))', 'open']],
} as const

/** How much of the news is copied. */
export const duplicates = {
  title: 'Duplicates',
  about: 'Share of what was found that is a copy of something known.',
  unit: 'percentunit',
  queries: [['sum(wirefold:duplicate_ratio:rate5m)', 'duplicates']],
} as const

/** What the output stream tells, by kind. */
export const storyEvents = {
  kind: 'stack',
  title: 'What happens to stories',
  about: 'Events of stories.',
  unit: 'suffix:/s',
  queries: [[rate('wirefold_stories_total', 'event'), '{{event}}']],
} as const
