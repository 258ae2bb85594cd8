import { describe, expect, it } from 'vitest';
import { cutWords, describeNote } from '../../../src/evidence/margin-note.ts';
import { getNumber } from '../../../src/evidence/record.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const named = { statement: 'afp', basis: 'named' } as const;
const record = makeRecord(
  {
    guns: makeQuantity({
      statements: [
        makeStatement('reuters', {
          value: 74000,
          speaker: 'Van Buren',
          wording: 'including 74,000 guns',
        }),
        makeStatement('blog', {
          value: 4000,
          speaker: 'Van Buren',
          repeats: { statement: 'reuters', basis: 'same-words' },
        }),
      ],
    }),
    delegations: makeQuantity({
      statements: [
        makeStatement('afp', { value: 20, speaker: 'A' }),
        makeStatement('blog', { value: 24 }),
      ],
    }),
    humvees: makeQuantity({
      statements: [
        makeStatement('afp', {
          value: 2300,
          speaker: 'Abadi',
          object: 'lost',
          wording: '2300 Panzer',
          in_english: '2,300 tanks',
        }),
        makeStatement('vice', { value: 2300, speaker: 'Abadi', repeats: named }),
        makeStatement('blog', {
          value: 2300,
          speaker: 'Abadi',
          object: 'captured',
          hedge: 'about',
          wording: 'some 2,300',
          repeats: named,
        }),
        makeStatement('reuters', {
          value: 2300,
          speaker: 'Abadi',
          repeats: { statement: 'vice', basis: 'inferred' },
        }),
      ],
    }),
    tanks: makeQuantity({
      statements: [
        makeStatement('afp', { value: 40, object: 'lost', wording: 'lost 40' }),
        makeStatement('blog', {
          value: 40,
          object: 'captured',
          wording: 'took 40',
          repeats: named,
        }),
        makeStatement('reuters', {
          value: 40,
          object: 'captured',
          wording: 'captured 40',
          repeats: named,
        }),
      ],
    }),
    nameless: makeQuantity({ statements: [makeStatement('vice', { value: 140 })] }),
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
    afp: { publisher: 'AFP', published: '2015-05-31', language: 'de' },
    vice: { publisher: 'Vice' },
  },
);
const note = (ref: string) => describeNote(record, getNumber(record, ref));

describe('describeNote', () => {
  it('gives the words, where they stand, and what became of them', () => {
    expect(note('guns/reuters')).toMatchObject({
      tells: true,
      words: '“including 74,000 guns”',
      from: 'Reuters, 2\u00a0June 2015',
      change: 'then 4,000, A blog',
    });
    expect(note('guns/blog').change).toBe('before 74,000, Reuters, 2\u00a0June 2015');
  });

  it('gives the other value where none repeats the other', () => {
    expect(note('delegations/afp')).toMatchObject({
      tells: true,
      tellsOfStatement: false,
      change: 'but 24, A blog',
    });
  });

  it('has nothing to say of a number that was passed on as it was', () => {
    expect(note('humvees/vice')).toMatchObject({
      tells: false,
      words: undefined,
      from: 'Vice',
      change: undefined,
    });
  });

  it('tells of a hedge or an object that changed, the hedge first', () => {
    expect(note('humvees/blog')).toMatchObject({ tells: true, tellsOfStatement: true });
    expect(note('humvees/blog').change).toMatch(/^before 2,300, AFP/);
  });

  it('says of a change how many printings made it, where it was not one alone', () => {
    expect(note('tanks/reuters').change).toBe(
      'captured, where AFP, 31\u00a0May 2015 has lost; changed in 2\u00a0printings',
    );
  });

  it('calls an inference ours', () => {
    expect(note('humvees/reuters')).toMatchObject({ tells: true, change: 'from Vice, we infer' });
  });

  it('prints our translation where there is one, and says that it is ours', () => {
    expect(note('humvees/afp')).toMatchObject({ words: '“2,300 tanks”', language: undefined });
    expect(note('humvees/afp').from).toMatch(/, our translation$/);
  });

  it('tells of a number of which nobody is named, and not of our own arithmetic', () => {
    expect(note('nameless')).toMatchObject({ standing: 'first-source-not-found', tells: true });
    expect(note('twice')).toMatchObject({
      tells: false,
      words: undefined,
      from: 'Worked out from 2\u00a0numbers',
    });
  });
});

describe('cutWords', () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `w${'abcdefghijklmnopqrst'[from + index]}`);
  it('leaves a short wording whole', () => {
    expect(cutWords('at least 40 M1A1 main battle tanks', 40)).toBe(
      'at least 40 M1A1 main battle tanks',
    );
  });

  it('keeps twelve words around the number and marks what it leaves out', () => {
    const wording = [...words(0, 10), '2,300', ...words(10, 20)].join(' ');
    const cut = cutWords(wording, 2300);
    expect(cut).toMatch(/^… .* 2,300 .* …$/);
    expect(cut.split(' ')).toHaveLength(14);
    expect(cutWords([...words(0, 18), '2,300'].join(' '), 2300)).toMatch(/^… .* 2,300$/);
    expect(cutWords(['2,300', ...words(0, 18)].join(' '), 2300)).toMatch(/^2,300 .* …$/);
  });

  it('finds a number before another number', () => {
    expect(cutWords(`${words(0, 14).join(' ')} upwards of 52 155mm howitzers.`, 52)).toMatch(
      /^… .* 52 155mm howitzers\.$/,
    );
  });

  it('begins at the beginning where the number is in words', () => {
    expect(cutWords(['hundreds', ...words(0, 18)].join(' '), undefined)).toMatch(/^hundreds .* …$/);
  });
});
