/**
 * The feeds of the site. They stand apart from format-feed.ts, because the check needs only their
 * addresses and would otherwise load the library of feeds.
 */
export const feedForms = {
  rss: { name: 'RSS', path: '/rss.xml', mediaType: 'application/rss+xml' },
  atom: { name: 'Atom', path: '/atom.xml', mediaType: 'application/atom+xml' },
  json: { name: 'JSON Feed', path: '/feed.json', mediaType: 'application/feed+json' },
} as const;
export type FeedForm = keyof typeof feedForms;
