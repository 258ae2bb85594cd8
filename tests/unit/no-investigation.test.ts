import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { content, findWords, words } from './newsroom-words.ts';

const house = join(import.meta.dirname, '../..');

describe('the code', () => {
  it('knows no word of this investigation, in comments and examples neither', () => {
    expect(words.length).toBeGreaterThan(400);
    const files = (readdirSync(join(house, 'src'), { recursive: true }) as string[]).filter((path) =>
      /\.(?:ts|astro|mjs|css|md|json)$/.test(path),
    );
    expect(files.length).toBeGreaterThan(250);
    const found = files.flatMap((path) =>
      readFileSync(join(house, 'src', path), 'utf8')
        .split('\n')
        .flatMap((line, index) => findWords(line).map((word) => `src/${path}:${index + 1}: ${word}`)),
    );
    expect(found).toEqual([]);
  });

  it('would be found if it did', () => {
    const [place, source, quantity] = [content.places?.value[0], content.sources[0], content.quantities[0]];
    for (const word of [place?.name, place?.country, source?.value.publisher, source?.id, quantity?.id, content.site?.value.name])
      expect(findWords(`// as in ${word}, and so on`), word).not.toEqual([]);
  });
});
