import type { Phrases } from './types.ts'

/** Site furniture in English. */
export const english: Phrases = {
  home: 'Home',
  menu: ['World', 'Politics', 'Business', 'Sport', 'Culture', 'Science', 'Opinion'],
  by: 'By',
  published: 'Published',
  search: 'Search',
  share: ['Share on Facebook', 'Post on X', 'Send by WhatsApp', 'Email this', 'Copy link'],
  related: 'Read more',
  mostRead: 'Most read',
  teasers: [
    'Ten coastal walks you can finish before lunch',
    'The quiet return of the neighbourhood repair shop',
    'Quiz: how well did you follow the week’s news?',
    'Why your sourdough is flat, and what to do about it',
    'Crossword: today’s grid and yesterday’s solution',
  ],
  newsletter: {
    title: 'The morning briefing',
    text: 'Five stories to start your day, in your inbox at 6 a.m. from Monday to Saturday.',
    button: 'Sign up',
  },
  subscribe: {
    title: 'Subscribe to continue reading',
    text: 'This article is for subscribers. Try unlimited digital access for £1 for the first month. Cancel at any time.',
    button: 'See offers',
    signIn: 'Already a subscriber? Sign in',
  },
  cookies: {
    title: 'We value your privacy',
    text: 'We and our 214 partners store and access information on your device, such as cookies, to show personalised advertising and content, to measure their performance and to develop our products. You can change your choice at any time in the privacy settings.',
    accept: 'Accept all',
    reject: 'Manage choices',
  },
  advertisement: 'Advertisement',
  comments: 'comments',
  topics: 'Topics',
  promotion: 'Download our free app to get breaking news alerts first',
  correction: 'Spotted a mistake? Write to our corrections desk.',
  agencyNote:
    'This story was supplied by the news agency {agency} and has not been edited by our staff.',
  kicker: 'World news',
  photo: 'File photo: archive',
  footer: ['About us', 'Contact', 'Privacy policy', 'Terms of use', 'Advertise', 'Jobs'],
  rights: 'All rights reserved.',
  notFound: {
    title: 'Page not found',
    text: 'The page you are looking for has moved or no longer exists. Try the front page or our search.',
  },
}
