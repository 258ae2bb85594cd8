import { describe, expect, it } from 'vitest';
import { countMissing } from '../../../src/site/missing.ts';
import type { Source } from '../../../src/schema/source.ts';

const source = (changes: Partial<Source>): Source => ({
  title: 'A page',
  publisher: 'A',
  kind: 'reporting',
  url: 'https://example.org/',
  read_as: 'stored-excerpt',
  archived: 'none-known',
  ...changes,
});

describe('what is missing of the sources', () => {
  it('is counted: copies, addresses, links, and how much was read', () => {
    const sources = [
      source({}),
      source({ archived: 'https://web.archive.org/web/2015/https://example.org/' }),
      source({ url: undefined, read_as: 'not-seen' }),
      source({ url: undefined, read_as: 'supplied', linked: false }),
      source({ linked: false, read_as: 'copy' }),
    ];
    expect(countMissing(new Map(sources.map((value, index) => [String(index), value])))).toEqual({
      all: 5,
      unarchived: 4,
      unaddressed: 2,
      unlinked: 1,
      readings: [
        { reading: 'supplied', count: 1 },
        { reading: 'copy', count: 1 },
        { reading: 'stored-excerpt', count: 2 },
        { reading: 'not-seen', count: 1 },
      ],
    });
  });
});
