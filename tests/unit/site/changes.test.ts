import { beforeEach, expect, it, vi } from 'vitest';
import type { LockHistory } from '../../../src/library/read-lock-history.ts';
import { getPublishedLock } from '../../../src/library/texts/published-articles.ts';
import type { PublishedArticle, PublishedLock } from '../../../src/schema/lock-file.ts';
import { findNamedArticle } from '../../../src/site/articles.ts';
import { getChanges, sayChange, sayPlace } from '../../../src/site/changes.ts';
import { getContentAsTyped, takeContent } from '../../../src/site/site-content.ts';
import { getFeed } from '../../../src/site/site-feeds.ts';

const history = vi.hoisted(() => ({ value: undefined as LockHistory | undefined }));
vi.mock('../../../src/library/read-lock-history.ts', () => ({
  readLockHistory: () => history.value,
}));

const content = getContentAsTyped();
const now = getPublishedLock(content);
const inArticles = new Set(
  Object.values(now.articles).flatMap(({ numbers }) => Object.keys(numbers)),
);
const [ref = '', shown = ''] =
  Object.entries(now.numbers ?? {}).find(([name]) => !inArticles.has(name)) ?? [];

/** The current lock, with another value for the number of one record. */
const withNumber = (name: string, is: string): PublishedLock => ({
  ...now,
  numbers: { ...now.numbers, [name]: is },
});

/** Makes page and feed again for this history. */
function read(missing: LockHistory['missing'], ...locks: PublishedLock[]) {
  history.value = {
    missing,
    versions: locks.map((lock, at) => ({ day: `2020-01-0${at + 1}`, lock })),
  };
  // What pages ask is computed anew for another content, even with the same articles and records.
  takeContent({ ...content });
  return { ...getChanges(), feed: getFeed('rss', undefined) };
}

beforeEach(() => {
  history.value = undefined;
});

it('says of the last change alone what is so now, on the page and in the feed', () => {
  const { changes, feed } = read(
    undefined,
    withNumber(ref, 'one'),
    withNumber(ref, 'two'),
    withNumber(ref, 'three'),
  );
  expect(changes.map(({ was, is, lasts }) => [was, is, lasts])).toEqual([
    ['three', expect.any(String), true],
    ['two', 'three', false],
    ['one', 'two', false],
  ]);
  expect(changes.map((change) => sayChange(change)[1].words)).toEqual([
    'It says now:',
    'Then, until it changed again:',
    'Then, until it changed again:',
  ]);
  expect(new Set(changes.map(sayPlace))).toEqual(new Set(['On the page of its record']));
  expect(feed).toContain('one, then two. On the page of its record.');
  expect(feed).toContain('Then, until it changed again: <ins>three</ins>');
  expect(feed).toMatch(/three, now [^.]+\. On the page/);
  expect(feed).not.toMatch(/now (?:two|three)\b/);
  expect(shown).not.toBe('');
});

it('says of a record that has left its address so, and links nothing', () => {
  const { changes } = read(
    undefined,
    { ...now, numbers: { 'old-boats/gazette': '3 boats' } },
    { ...now, numbers: { 'old-boats/gazette': '4 boats' } },
  );
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({
    title: 'A number that this site no longer has (old-boats)',
    record: undefined,
  });
  expect(changes.map((change) => sayChange(change)[1].words)).toEqual(['The last that it said:']);
  expect(changes.map(sayPlace)).toEqual(['On the page of its record, which has left its address']);
});

it('knows an article that was renamed since, and keeps its name in the feeds', () => {
  const [slug = '', article] = Object.entries(now.articles)[0] ?? [];
  const [name = ''] = Object.keys(article?.numbers ?? {});
  const { changes, feed } = read(undefined, {
    ...now,
    articles: {
      ...now.articles,
      [slug]: { ...now.articles[slug], numbers: { [name]: 'one' } } as PublishedArticle,
    },
  });
  expect(changes).toMatchObject([{ slug, article: { path: `/articles/${slug}/` } }]);
  expect(feed).toContain(`tag:localhost,2026:/articles/${slug}/</guid>`);

  takeContent({
    ...content,
    articles: content.articles.map((file) =>
      file.slug === slug && file.matter
        ? {
            ...file,
            matter: {
              ...file.matter,
              value: { ...file.matter.value, formerly: ['first-name', 'second-name'] },
            },
          }
        : file,
    ),
  });
  expect(findNamedArticle('second-name')?.slug).toBe(slug);
  const renamed = getFeed('rss', undefined);
  expect(renamed).toContain('tag:localhost,2026:/articles/first-name/</guid>');
  expect(renamed).toContain(`<link>/articles/${slug}/</link>`);
});

it('knows the first edition from one whose history is missing', () => {
  expect(read(undefined)).toMatchObject({ first: true, changes: [], missing: undefined });
  expect(read('shallow')).toMatchObject({ changes: [], missing: 'shallow' });
  expect(read(undefined, now)).toMatchObject({ first: false, changes: [] });
});
