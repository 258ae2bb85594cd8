import fc from '../../random.ts';
import { describe, expect, it } from 'vitest';
import {
  clipWords,
  formatDescription,
  formatPageTitle,
  listWithin,
  longestDescription,
  longestTitle,
} from '../../../src/site/page-head.ts';

const site = 'Chain of Custody';
const sentence = fc
  .array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 40 })
  .map((words) => words.join(' '));

describe('clipWords', () => {
  it('keeps what fits, and says that it left something out', () => {
    expect(clipWords('Humvees lost in Mosul', 60)).toBe('Humvees lost in Mosul');
    expect(clipWords('Humvees lost in Mosul, when it fell', 24)).toBe('Humvees lost in Mosul…');
  });

  it('ends on no word that promises another, and on no number without what it counts', () => {
    expect(clipWords('Weapons were made in China, and also in the east', 45)).toBe(
      'Weapons were made in China, and also…',
    );
    expect(clipWords('Of 51 companies in the chain of bomb components, 13 were Turkish', 53)).toBe(
      'Of 51 companies in the chain of bomb components…',
    );
    expect(clipWords('They make up 97% of the weapons and 87% of the rest', 40)).toBe(
      'They make up 97% of the weapons…',
    );
  });

  it('is never longer than it may be, and begins as the text does', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 10, max: 80 }), (text, most) => {
        const clipped = clipWords(text, most);
        const line = text.replaceAll(/\s+/g, ' ').trim();
        expect(clipped.length).toBeLessThanOrEqual(most);
        expect(
          clipped === line || (clipped.endsWith('…') && line.startsWith(clipped.slice(0, -1))),
        ).toBe(true);
      }),
    );
  });
});

describe('formatPageTitle', () => {
  it('names the site where there is room', () => {
    expect(formatPageTitle('Numbers', site)).toBe('Numbers · Chain of Custody');
    expect(formatPageTitle(site, site)).toBe(site);
    expect(formatPageTitle('x'.repeat(51), site)).toHaveLength(70);
    expect(formatPageTitle('x'.repeat(52), site)).toBe('x'.repeat(52));
  });

  it('is never longer than tabs and results show', () => {
    fc.assert(
      fc.property(sentence, (title) => {
        const own = formatPageTitle(title, site).replace(` · ${site}`, '');
        expect(own.length).toBeLessThanOrEqual(longestTitle);
        expect(formatPageTitle(title, site).length).toBeLessThanOrEqual(70);
      }),
    );
  });
});

describe('formatDescription', () => {
  it('takes whole sentences where they say enough', () => {
    const first =
      'A list of American arms that an army lost was read as proof that somebody armed its enemy.';
    expect(
      formatDescription(
        `${first} Its numbers come from different people, years and places, and one verb changed on the way.`,
      ),
    ).toBe(first);
  });

  it('does not take the point of an abbreviation for the end of a sentence', () => {
    const text = `${'Many words stand before it, '.repeat(4)}said Gen. Lloyd Austin of the United States Central Command in the Senate on Wednesday.`;
    expect(formatDescription(text)).toMatch(/ said Gen\. Lloyd Austin.*…$/);
  });

  it('is never longer than results show', () => {
    fc.assert(
      fc.property(sentence, (text) => formatDescription(text).length <= longestDescription),
    );
  });
});

describe('listWithin', () => {
  it('says how many it left out', () => {
    expect(listWithin('Numbers:', ['one', 'two'])).toBe('Numbers: one; two.');
    expect(listWithin('Numbers:', ['a'.repeat(100), 'b'.repeat(100), 'c'])).toBe(
      `Numbers: ${'a'.repeat(100)}; 2 more.`,
    );
    expect(listWithin('Numbers:', ['long '.repeat(50)])).toMatch(/^Numbers: long.*long…$/);
  });
});
