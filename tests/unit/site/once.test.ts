import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  getArticle,
  listArticles,
  listArticlesWithNumber,
  listArticlesWithSource,
} from '../../../src/site/articles.ts';
import { listArticleCorrections } from '../../../src/site/correction-pages.ts';
import {
  describeRecordPage,
  describeSourcePage,
  titleSourcePage,
} from '../../../src/site/describe-page.ts';
import { indexBy, once } from '../../../src/site/once.ts';
import { getContent } from '../../../src/site/site-content.ts';
import { makeContent } from '../../bench/make-content.ts';

/** Counts how often the text of an article is read. */
let reads = 0;
vi.mock(import('../../../src/library/markup/article-text.ts'), async (load) => {
  const real = await load();
  return {
    ...real,
    listNumbers: (tree) => {
      reads++;
      return real.listNumbers(tree);
    },
  };
});

/** Counts how often the corrections are named. */
let named = 0;
vi.mock(import('../../../src/evidence/name-corrections.ts'), async (load) => {
  const real = await load();
  return {
    ...real,
    nameCorrections: (...given) => {
      named++;
      return real.nameCorrections(...given);
    },
  };
});

const articles = 300;
const quantities = 300;
const root = mkdtempSync(join(tmpdir(), 'once-'));
beforeAll(() => {
  mkdirSync(join(root, 'content'), { recursive: true });
  makeContent(root, { sources: 300, quantities, statementsPerQuantity: 4, articles });
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  getContent();
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

describe('what pages ask', () => {
  it('is worked out once for all of them: the text of each of 300 articles is read once for the pages of 300 records', () => {
    const { quantities: numbers, sources } = getContent().record;
    expect([numbers.size, sources.size, listArticles().length]).toEqual([
      quantities,
      300,
      articles,
    ]);
    const used = [...numbers.keys()].map((id) => listArticlesWithNumber(id).length);
    for (const id of numbers.keys()) describeRecordPage(id);
    for (const id of sources.keys())
      [titleSourcePage(id), describeSourcePage(id), listArticlesWithSource(id)].forEach(String);
    for (const { slug } of listArticles()) getArticle(slug);
    for (const { slug } of listArticles()) listArticleCorrections(slug);
    expect(reads).toBe(articles);
    expect(named).toBe(1);
    // Each article prints twelve numbers.
    expect(used.reduce((sum, count) => sum + count, 0)).toBe(12 * articles);
  });

  it('is worked out once where nothing is the answer, too', () => {
    let asked = 0;
    const ask = once((): string | undefined => {
      asked++;
      return undefined;
    });
    expect([ask(), ask(), asked]).toEqual([undefined, undefined, 1]);
  });

  it('is found by every key, each thing once and in its order', () => {
    const index = indexBy(['ab', 'bb', 'c'], (word) => word.split(''));
    expect([...index]).toEqual([
      ['a', ['ab']],
      ['b', ['ab', 'bb']],
      ['c', ['c']],
    ]);
  });
});
