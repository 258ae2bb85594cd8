import { describe, expect, it } from 'vitest';
import { describeCustody } from '../../../src/evidence/number-custody.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const record = makeRecord(
  {
    guns: makeQuantity({
      rounded: ['tens of thousands'],
      statements: [
        makeStatement('reuters', {
          value: 74000,
          hedge: 'about',
          speaker: 'Peter Van Buren',
          object: 'machine guns',
          wording: '74,000 or so',
        }),
        makeStatement('blog', {
          value: 4000,
          repeats: { statement: 'reuters', basis: 'same-words' },
          locator: 'fourth paragraph',
          wording: '4,000',
        }),
        makeStatement('copy', {
          value: 74000,
          repeats: { statement: 'reuters', basis: 'inferred' },
        }),
      ],
    }),
    twice: makeQuantity({
      derivation: {
        operation: 'product',
        of: ['guns/blog', 2],
        decimals: 0,
        explanation: 'Twice the guns.',
      },
    }),
  },
  {
    reuters: { publisher: 'Reuters', published: '2015-06-02' },
    blog: { publisher: 'A blog' },
    copy: { publisher: 'A copy' },
  },
);

describe('describeCustody', () => {
  it('says who said it, where it was read, how it stands and who says otherwise', () => {
    expect(describeCustody(record, 'guns/reuters', 'about 74,000 machine guns')).toEqual({
      tag: 'E-11',
      title: 'Machine guns lost',
      recordId: 'guns',
      recorded: 'about 74,000 machine guns',
      object: 'machine guns',
      hedge: 'about',
      speaker: 'Peter Van Buren',
      readIn: ['Reuters, 2 June 2015'],
      sourceIds: ['reuters'],
      wording: '74,000 or so',
      inEnglish: '',
      standing: 'Sources differ',
      differs: ['A blog has 4,000.'],
    });
  });

  it('says what changed against the statement that is repeated, and calls an inference one', () => {
    const blog = describeCustody(record, 'guns/blog', '4,000');
    expect(blog?.readIn).toEqual(['A blog, fourth paragraph']);
    expect(blog?.speaker).toBe('not named');
    expect(blog?.differs).toEqual([
      'Repeats Reuters, 2 June 2015; value: 4,000 instead of 74,000.',
      'Repeats Reuters, 2 June 2015; hedge: no hedge instead of about.',
      'Reuters, 2 June 2015 has about 74,000.',
      'A copy has 74,000.',
    ]);
    expect(describeCustody(record, 'guns/copy', '74,000')?.differs[0]).toBe(
      'Repeats Reuters, 2 June 2015, by our inference.',
    );
  });

  it.each([
    ['tens of thousands', 'The words are a form that the record allows.'],
    ['74,000 machine guns', 'The text says no hedge, the record “about”.'],
    ['about 75,000 machine guns', 'The text has another value: 75000.'],
    ['about 74,000 rifles', 'The text counts “rifles”.'],
    ['about $74,000', 'The text gives it another unit.'],
    ['many', 'The words hold no number.'],
  ])('compares the words of the text: %s', (words, expected) => {
    expect(describeCustody(record, 'guns/reuters', words)?.differs).toContain(expected);
  });

  it('gives our translation, and says what was not seen', () => {
    const statements = [
      makeStatement('broadcast', {
        value: 2300,
        wording: 'wir verloren 2300',
        in_english: 'we lost 2,300',
        model: 'M1114',
        place: 'Mosul',
      }),
    ];
    const seen = makeRecord(
      { humvees: makeQuantity({ statements }) },
      { broadcast: { publisher: 'Iraqiya', read_as: 'not-seen', url: undefined } },
    );
    expect(describeCustody(seen, 'humvees/broadcast', '2,300')).toMatchObject({
      inEnglish: 'we lost 2,300',
      readIn: ['Iraqiya, not seen'],
      object: 'M1114, Mosul',
    });
  });

  it('names our arithmetic, and printings of a table that differ', () => {
    expect(describeCustody(record, 'twice', '8,000')).toMatchObject({
      speaker: 'our arithmetic',
      standing: 'Derived by us',
      readIn: [],
    });
    expect(describeCustody(record, 'weapons-origin/china', '43.5%')).toMatchObject({
      title: 'Weapons by country: China',
      differs: [],
    });
    expect(describeCustody(record, 'weapons-origin/nowhere', '1%')).toBeUndefined();
  });
});
