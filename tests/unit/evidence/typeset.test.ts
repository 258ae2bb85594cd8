import fc from '../../random.ts';
import { describe, expect, it } from 'vitest';
import { comparePhrase } from '../../../src/evidence/number-phrase.ts';
import { findWordings } from '../../../src/evidence/quotation.ts';
import { getNumber } from '../../../src/evidence/record.ts';
import { typesetInline, typesetPieces, typeset } from '../../../src/evidence/typeset.ts';
import { hashWords } from '../../../src/publish/published-lock.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';
import { tries } from '../../how-much.ts';

/** Shows no-break spaces as ~. */
const show = (text: string) => text.replaceAll('\u00a0', '~');

describe('typeset', () => {
  it.each([
    ['He said "no".', 'He said “no”.'],
    ['"No," he said', '“No,” he said'],
    ["He said 'no'.", 'He said ‘no’.'],
    [`"They call it 'the column'."`, '“They call it ‘the column’.”'],
    [`'He said "no"'`, '‘He said “no”’'],
    [`"'No' was all"`, '“‘No’ was all”'],
    ['("no")', '(“no”)'],
    ['["no" and "yes"]', '[“no” and “yes”]'],
    ['"[T]he column"', '“[T]he column”'],
    ['"… and more"', '“… and more”'],
    ['the column—"no"—said', 'the column—“no”—said'],
    ['"no"/"yes"', '“no”/“yes”'],
    ['pre-"war"', 'pre-“war”'],
    ['he counted "40".', 'he counted “40”.'],
    ['"In 2014"', '“In 2014”'],
    ["'in 2014'", '‘in 2014’'],
    ['already “set” and ‘set’', 'already “set” and ‘set’'],
    ['“half set"', '“half set”'],
    ['„Държава“', '„Държава“'],
  ])('turns the quotation marks of %j', (text, set) => {
    expect(typeset(text)).toBe(set);
  });

  it.each([
    ["Iraq's", 'Iraq’s'],
    ["ISIS' hands", 'ISIS’ hands'],
    ["don't", 'don’t'],
    ["Da'esh", 'Da’esh'],
    ["L'Etat", 'L’Etat'],
    ["16'sının", '16’sının'],
    ["the 1990's", 'the 1990’s'],
    ["the '90s", 'the ’90s'],
    ["in '14 and '15", 'in ’14 and ’15'],
    ["'40 tanks' were lost", '‘40~tanks’ were lost'],
    ["'Tis so", '’Tis so'],
    [`"Iraq's PM: 'We Lost a Lot'"`, '“Iraq’s PM: ‘We Lost a Lot’”'],
    ["'Thousands' of Weapons 'Vulnerable to Loss'", '‘Thousands’ of Weapons ‘Vulnerable to Loss’'],
    [`5'10"`, '5′10″'],
    [`a 12" gun`, 'a 12″ gun'],
    ["a 6' wall", 'a 6′ wall'],
    [`36°20'15"N`, '36°20′15″N'],
    [`36° 20' N`, '36° 20′ N'],
  ])('tells apostrophes, feet and minutes apart in %j', (text, set) => {
    expect(show(typeset(text))).toBe(set);
  });

  it.each([
    ['Mosul - the city', 'Mosul~– the city'],
    ['Mosul -- the city', 'Mosul~– the city'],
    ['Mosul--the city', 'Mosul~– the city'],
    ['Mosul---the city', 'Mosul~– the city'],
    ['Task Force – Operation', 'Task Force~– Operation'],
    ['go down easy — and', 'go down easy~— and'],
    ['Humvees—worth', 'Humvees—worth'],
    ['far-reaching', 'far-reaching'],
    ['hedged ...', 'hedged …'],
    ['and so on....', 'and so on….'],
    ['[...] and more', '[…] and more'],
  ])('sets the dashes and dots of %j', (text, set) => {
    expect(show(typeset(text))).toBe(set);
  });

  it.each([
    ['1980-1988', '1980–1988'],
    ['1980-88', '1980–88'],
    ['pages 123-5', 'pages~123–5'],
    ['2-3 weeks', '2–3~weeks'],
    ['2,000-3,000', '2,000–3,000'],
    ['$20-24', '$20–24'],
    ['20-24%', '20–24%'],
    ['CAR 2014-2017', 'CAR 2014–2017'],
    ['2015-06-02', '2015-06-02'],
    ['2015-06', '2015-06'],
    ['2015-12', '2015-12'],
    ['24-7', '24-7'],
    ['T-72', 'T-72'],
    ['GAO-17-433', 'GAO-17-433'],
    ['SIGAR 14-84', 'SIGAR 14-84'],
    ['Public Law 113-291', 'Public Law 113-291'],
    ['https://example.org/2014-2017/', 'https://example.org/2014-2017/'],
  ])('tells ranges from other hyphens in %j', (text, set) => {
    expect(show(typeset(text))).toBe(set);
  });

  it.each([
    ['2,300 Humvees in Mosul', '2,300~Humvees in Mosul'],
    ['74,000 machine guns', '74,000~machine guns'],
    ['40,984 ammunition', '40,984 ammunition'],
    ['7.62 mm', '7.62~mm'],
    ['7.62 x 39 mm', '7.62~x~39~mm'],
    ['7.62 × 39 mm', '7.62~×~39~mm'],
    ['90 per cent', '90~per~cent'],
    ['90 per\ncent of the\n2,300\nHumvees', '90~per~cent of the\n2,300~Humvees'],
    ['40 %', '40~%'],
    ['1.33 million rounds', '1.33~million rounds'],
    ['US $1 bn', 'US~$1~bn'],
    ['$656.4 million', '$656.4~million'],
    ['on 2 June 2015', 'on 2~June 2015'],
    ['June 2, 2015', 'June~2, 2015'],
    ['in May 40 tanks', 'in May 40~tanks'],
    ['p. 12', 'p.~12'],
    ['Figure 3 shows', 'Figure~3 shows'],
    ['M1A1 tanks', 'M1A1~tanks'],
    ['at least 40 M1A1 tanks', 'at least 40~M1A1~tanks'],
    ['52 M198 howitzers', '52~M198 howitzers'],
    ['190,000 U.S.-Funded arms', '190,000 U.S.-Funded arms'],
    ['“of 2,300 Humvees”.', '“of 2,300~Humvees”.'],
    ['the 21st century', 'the 21st~century'],
    ['36.3° N', '36.3°~N'],
    ['in 2014 tanks', 'in 2014 tanks'],
    ['of the 40 that were', 'of the 40 that were'],
    ['4,000 instead of 74,000', '4,000 instead of 74,000'],
    ['E-07 Machine guns', 'E-07 Machine guns'],
  ])('ties the numbers of %j to what they count', (text, set) => {
    expect(show(typeset(text))).toBe(set);
  });

  const words = '40 2014 2,300 7.62 tanks Mosul per cent x mm June M1A1 s and US'.split(' ');
  const typed = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...Array.from(`"'-–—.… \u00a0‘’“”′″()[],;:/°%$€×`),
          ' - ',
          '--',
          '...',
          ' "',
          `' `,
          '" ',
        ),
        fc.constantFrom(...words, '1980-1988', 'per cent', 'p.', '\n'),
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(''));

  it('leaves what it has set as it is', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(typeset(typeset(text))).toBe(typeset(text));
      }),
      { numRuns: tries(10_000) },
    );
  });

  it('leaves no straight mark, and changes no letter and no digit', () => {
    const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(typed, (text) => {
        expect(typeset(text)).not.toMatch(/["']/);
        expect(bare(typeset(text))).toBe(bare(text));
      }),
      { numRuns: tries(2000) },
    );
  });
});

describe('typesetPieces', () => {
  it('sets each part in the light of the others', () => {
    expect(typesetPieces(['"', 'No', '", he said']).map(show)).toEqual(['“', 'No', '”, he said']);
    expect(typesetPieces(['Iraq', "'s ", '2,300', ' Humvees']).map(show)).toEqual([
      'Iraq',
      '’s ',
      '2,300',
      '~Humvees',
    ]);
    expect(typesetPieces(['"\ufffc" ', '- no'])).toEqual(['“\ufffc” ', '- no']);
  });

  it('is the same as setting the whole', () => {
    const texts = fc.array(
      fc.constantFrom('"', "'", ' ', '40', 'tanks', 'Iraq', '…', '(', ')', ', '),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(texts, (parts) => {
        expect(typesetPieces(parts).join('')).toBe(typeset(parts.join('')));
      }),
    );
  });
});

describe('typesetInline', () => {
  it('sets words, not addresses', () => {
    expect(
      show(
        typesetInline(
          `Iraq's [40 tanks](num:tanks-2014-2017/a) and *"no"*, [p. 2](https://example.org/1980-1988/)`,
        ),
      ),
    ).toBe(
      'Iraq’s [40~tanks](num:tanks-2014-2017/a) and *“no”*, [p.~2](https://example.org/1980-1988/)',
    );
    expect(show(typesetInline('<Plain>Plain 2 weeks</Plain> - then'))).toBe(
      '<Plain>Plain 2~weeks</Plain>~– then',
    );
  });
});

describe('what is set', () => {
  it('compares with the record as before', () => {
    const record = makeRecord({
      guns: makeQuantity({
        statements: [makeStatement('reuters', { value: 74000, hedge: 'at-least' })],
      }),
    });
    const phrase = typeset('at least 74,000 machine guns');
    expect(show(phrase)).toContain('~');
    expect(comparePhrase(phrase, getNumber(record, 'guns/reuters'))).toBeUndefined();
    const kept = [{ text: `Iraq's "40 tanks" then were lost` }];
    expect(findWordings(typeset(`Iraq's "40 tanks" ... were lost`), kept)).toEqual(kept);
  });

  it('has the fingerprint that it had, where only spaces change', () => {
    expect(hashWords(typeset('On 2 June 2015 [he said] 2,300 Humvees'))).toBe(
      hashWords('On 2 June 2015 [he said] 2,300 Humvees'),
    );
  });
});
