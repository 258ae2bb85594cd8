import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { feedForms, type FeedForm } from '../../../src/publish/feed-forms.ts';
import { formatFeed, type FeedEntry } from '../../../src/publish/format-feed.ts';

const entry = (changes: Partial<FeedEntry>): FeedEntry => ({
  path: '/articles/a/',
  title: 'Guns & “words” <of> ]]> the desk',
  published: '2026-11-20',
  changed: '2026-11-20',
  summary: 'A & B',
  content: '<p>Text &amp; more ]]> and ]]> again</p>',
  ...changes,
});
const make = (form: FeedForm, entries: FeedEntry[], locate?: (path: string) => string) =>
  formatFeed(form, {
    title: 'The Desk & co',
    description: 'What we do.',
    author: 'The Desk',
    entries,
    locate,
  });
const host = (path: string) => `https://example.org/reports${path}`;
const forms = Object.keys(feedForms) as FeedForm[];
const entries = [
  entry({}),
  entry({ path: '/articles/b/#x', changed: '2026-11-25', title: 'Newer' }),
];

describe('formatFeed', () => {
  it('lists the newest first, and was changed when its newest entry was', () => {
    const atom = make('atom', entries, host);
    expect([...atom.matchAll(/<updated>([^<]+)/g)].map(([, day]) => day)).toEqual([
      '2026-11-25T00:00:00.000Z',
      '2026-11-25T00:00:00.000Z',
      '2026-11-20T00:00:00.000Z',
    ]);
    expect(make('rss', entries, host)).toContain(
      '<lastBuildDate>Wed, 25 Nov 2026 00:00:00 GMT</lastBuildDate>',
    );
    const items = (
      JSON.parse(make('json', entries, host)) as { items: { url: string; date_modified: string }[] }
    ).items;
    expect(items.map(({ url }) => url)).toEqual([host('/articles/b/#x'), host('/articles/a/')]);
  });

  it('is a JSON Feed of version 1.1', () => {
    const feed = JSON.parse(make('json', entries, host)) as Record<string, unknown> & {
      items: Record<string, unknown>[];
    };
    const whole = (address: unknown) => typeof address === 'string' && URL.canParse(address);
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      authors: [{ name: expect.any(String) as string }],
      language: 'en',
    });
    expect([feed.home_page_url, feed.feed_url].every(whole)).toBe(true);
    const known = ['version', 'title', 'home_page_url', 'feed_url', 'description', 'authors'];
    expect(Object.keys(feed).toSorted()).toEqual([...known, 'language', 'items'].toSorted());
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(entries.length);
    for (const item of feed.items) {
      const own = ['id', 'url', 'title', 'content_html', 'summary'];
      expect(Object.keys(item).toSorted()).toEqual(
        [...own, 'date_published', 'date_modified'].toSorted(),
      );
      expect(whole(item.url)).toBe(true);
      for (const day of [item.date_published, item.date_modified])
        expect(day).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
    }
  });

  it('keeps titles and texts whole, whatever signs they hold', () => {
    for (const form of ['rss', 'atom'] as const) {
      const text = make(form, [entry({})], host);
      const sections = [...text.matchAll(/<!\[CDATA\[(.*?)\]\]>/gs)].map(
        ([, inner = '']) => parse(`<div>${inner}</div>`).text,
      );
      expect(sections).toContain('Guns & “words” <of> ]]> the desk');
      expect(sections.some((section) => section.includes('Text & more ]]> and ]]> again'))).toBe(
        true,
      );
      expect(text.replace(/<!\[CDATA\[.*?\]\]>/gs, '')).not.toContain(']]>');
    }
    const [item] = (JSON.parse(make('json', [entry({})], host)) as { items: { title: string }[] })
      .items;
    expect(item?.title).toBe('Guns & “words” <of> ]]> the desk');
  });

  it('asks no clock, also where there is nothing to tell', () => {
    for (const form of forms) {
      expect(make(form, [], host)).toBe(make(form, [], host));
      expect(make(form, [], host)).not.toContain(String(new Date().getUTCFullYear()));
    }
  });

  it('invents no host while the site has none', () => {
    for (const form of forms)
      expect(make(form, entries)).not.toMatch(
        /invalid|https?:\/\/(?!www\.w3\.org|purl\.org|jsonfeed\.org|validator\.w3\.org)/,
      );
    expect(make('atom', entries)).toContain('href="/articles/a/"');
    expect(make('atom', entries)).toContain('<id>tag:localhost,2026:/articles/a/</id>');
  });
});
