/**
 * What is new on the site, for feed readers: one list as RSS 2.0, Atom 1.0 and JSON Feed. Its days
 * are those of the content.
 */
import { Feed } from 'feed';
import { escapeMarkup } from './escape-markup.ts';
import { feedForms, type FeedForm } from './feed-forms.ts';

export type FeedEntry = {
  /** Path within the site, with its fragment. */
  path: string;
  /** Identifies the entry permanently: its first path, if that has changed since. */
  firstPath?: string;
  title: string;
  /** Day of publication, and of the last change. */
  published: string;
  changed: string;
  /** One or two sentences without markup. */
  summary: string;
  /** HTML, with absolute addresses. */
  content: string;
};

export type FeedOf = {
  title: string;
  description: string;
  /** Name of the site, which is the author of every entry. */
  author: string;
  entries: readonly FeedEntry[];
  /**
   * Returns the full address of a path. If the site has no address, it is undefined, and addresses
   * stay relative.
   */
  locate: ((path: string) => string) | undefined;
};

/**
 * A placeholder for the host if there is none, because the library writes only full addresses. It
 * is removed from the text afterwards.
 */
const noHost = 'https://no-host.invalid';

/** Prints the feed, the newest entry first. */
export function formatFeed(
  form: FeedForm,
  { title, description, author, entries, locate }: FeedOf,
): string {
  const address = locate ?? ((path: string) => `${noHost}${path}`);
  const identify = locate ?? ((path: string) => `tag:localhost,2026:${path}`);
  const newest = [...entries].sort((a, b) =>
    a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0,
  );
  const feed = new Feed({
    id: identify('/'),
    title: clean(title),
    description: clean(description),
    language: 'en',
    link: address('/'),
    feedLinks: {
      rss: address(feedForms.rss.path),
      atom: address(feedForms.atom.path),
      json: address(feedForms.json.path),
    },
    author: { name: clean(author), link: address('/about/') },
    updated: toInstant(newest[0]?.changed ?? '1970-01-01'),
    generator: false,
  });
  for (const entry of newest)
    feed.addItem({
      id: identify(entry.firstPath ?? entry.path),
      link: address(entry.path),
      // In XML a title is read as HTML; in JSON it is text.
      title: form === 'json' ? entry.title : escapeMarkup(entry.title),
      description: form === 'json' ? entry.summary : escapeMarkup(entry.summary),
      content: entry.content.replaceAll(']]>', ']]&gt;'),
      date: toInstant(entry.changed),
      published: toInstant(entry.published),
    });
  const text = {
    rss: () => feed.rss2(),
    atom: () => feed.atom1(),
    json: () => toJsonFeed(feed.json1()),
  }[form]();
  return `${locate ? text : text.replaceAll(noHost, '')}\n`;
}

/**
 * Converts version 1, which the library writes, to 1.1, which has a language and a list of authors.
 */
function toJsonFeed(text: string): string {
  const { author, items, ...feed } = JSON.parse(text) as Record<string, unknown>;
  const version = 'https://jsonfeed.org/version/1.1';
  return JSON.stringify({ ...feed, version, authors: [author], language: 'en', items }, null, 2);
}

const toInstant = (day: string) => new Date(`${day}T00:00:00Z`);

/** Returns the text without characters that XML cannot hold. The library escapes markup. */
const clean = (text: string) =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').trim();
