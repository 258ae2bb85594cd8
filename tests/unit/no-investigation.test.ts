import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { content, findWords, words } from './newsroom-words.ts';

const house = join(import.meta.dirname, '../..');

const listCode = () =>
  (readdirSync(join(house, 'src'), { recursive: true }) as string[])
    .filter((path) => /\.(?:ts|astro|mjs|css|md|json)$/.test(path))
    .map((path) => ({ path, lines: readFileSync(join(house, 'src', path), 'utf8').split('\n') }));

describe('the code', () => {
  it('knows no word of this investigation, in comments and examples neither', () => {
    expect(words.length).toBeGreaterThan(400);
    expect(listCode().length).toBeGreaterThan(250);
    const found = listCode().flatMap(({ path, lines }) =>
      lines.flatMap((line, index) =>
        findWords(line).map((word) => `src/${path}:${index + 1}: ${word}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('has no list of what may befall things, nor of what this newsroom never names', () => {
    const { fates = [], never_named: never = [] } = content.site?.value ?? {};
    expect(fates.length).toBeGreaterThan(2);
    const listFates = (line: string) =>
      fates.filter((fate) => new RegExp(`\\b${fate}\\b`, 'i').test(line));
    const holdsNever = (line: string) =>
      never.some((word) => line.toLowerCase().includes(word.toLowerCase()));
    const found = listCode().flatMap(({ path, lines }) =>
      lines.flatMap((line, index) =>
        listFates(line).length > 1 || holdsNever(line) ? `src/${path}:${index + 1}` : [],
      ),
    );
    expect(found).toEqual([]);
    expect(listFates(`fates = ['${fates.slice(0, 2).join("', '")}']`)).toHaveLength(2);
    for (const fate of fates.filter((one) => !['lost', 'damaged'].includes(one)))
      expect(findWords(`They were ${fate}.`)).toEqual([fate]);
  });

  it('would be found if it did', () => {
    const [place, source, quantity] = [
      content.places?.value[0],
      content.sources[0],
      content.quantities[0],
    ];
    for (const word of [
      place?.name,
      place?.country,
      source?.value.publisher,
      source?.id,
      quantity?.id,
      content.site?.value.name,
    ])
      expect(findWords(`// as in ${word}, and so on`), word).not.toEqual([]);
  });
});
