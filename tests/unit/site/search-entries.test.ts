import { describe, expect, it } from 'vitest';
import { foldWord } from '../../../src/evidence/search-words.ts';
import { listPagePaths } from '../../../src/site/expected-pages.ts';
import { openSearch } from '../../../src/publish/search-engine.ts';
import { listSearchEntries } from '../../../src/site/search-entries.ts';
import { getContent } from '../../../src/site/site-content.ts';

const entries = listSearchEntries();
const ask = openSearch(entries);
const find = (words: string) =>
  ask({ words, order: 'best' }).found.map((id) => entries[id]?.address);

describe('the entries of the search', () => {
  it('lead to every page of a record, an article and a chart, and to every event, place and term', () => {
    const addresses = new Set(entries.map(({ address }) => address));
    const pages = listPagePaths(getContent()).filter((path) =>
      /^\/(?:articles|numbers|sources|claims|charts)\/./.test(path),
    );
    expect(pages.length).toBeGreaterThan(300);
    expect(pages.filter((path) => !addresses.has(path))).toEqual([]);
    const { events, places, glossary } = getContent();
    for (const [page, file] of [
      ['timeline', events],
      ['places', places],
      ['glossary', glossary],
    ] as const)
      for (const { id } of file?.value ?? []) expect(addresses, id).toContain(`/${page}/#${id}`);
    expect(addresses.size).toBe(entries.length);
  });

  it('are each found by their own title', () => {
    const lost = entries.filter(({ title, address }) => !find(title).includes(address));
    expect(lost.map(({ title }) => title)).toEqual([]);
  });

  it('are found by every value that their statements print, and by every kept wording', () => {
    const { quantities, sources } = getContent().record;
    expect(quantities.size).toBeGreaterThan(50);
    const wordings = [
      ...[...quantities.values()].flatMap(({ id, statements = [] }) =>
        statements.flatMap(({ value, wording }) => [
          ...(typeof value === 'number' && value >= 0 ? [[`/numbers/${id}/`, `${value}`]] : []),
          ...(wording ? [[`/numbers/${id}/`, wording]] : []),
        ]),
      ),
      ...[...sources.values()].flatMap(({ id, quotes = [] }) =>
        quotes.map(({ text }) => [`/sources/${id}/`, text]),
      ),
    ];
    const lost = wordings.filter(([address = '', words = '']) => !find(words).includes(address));
    expect(lost).toEqual([]);
    const foreign = wordings.filter(([, words = '']) => /[^\u0000-\u024f“”’‘–—…\s]/.test(words));
    expect(foreign.length).toBeGreaterThan(5);
    // They are also found without their accents.
    const unmarked = foreign.filter(
      ([address = '', words = '']) =>
        !find(words.split(/\s+/).map(foldWord).join(' ')).includes(address),
    );
    expect(unmarked).toEqual([]);
  });
});
