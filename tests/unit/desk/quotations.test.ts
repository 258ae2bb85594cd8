import fc from '../../random.ts';
import { describe, expect, it } from 'vitest';
import { checkQuotations } from '../../../src/desk/rules/quotations.ts';
import { findIn } from './one-text.ts';

/** Every pair of quotation marks that a keyboard, language or program may produce. */
const pairs = [
  ...[
    '“”',
    '„“',
    '„”',
    '‟”',
    '«»',
    '»«',
    '»»',
    '””',
    '""',
    '＂＂',
    '″″',
    '〝〞',
    '❝❞',
    '「」',
    '『』',
  ],
  ...['‘’', '‚‘', '‚’', '‛’', '‹›', '›‹', "''", '’’', '❛❜'],
].map((pair) => ({ open: pair.slice(0, 1), close: pair.slice(1) }));
const typed = [
  { open: "''", close: "''" },
  { open: ',,', close: "''" },
  { open: '« ', close: ' »' },
  { open: '«\u00a0', close: '\u00a0»' },
];
const marks = fc.constantFrom(...pairs, ...typed);

const kept = 'at least 40 M1A1 main battle tanks';
const others = [
  'at least 41 M1A1 main battle tanks',
  'main battle tanks […] at least 40',
  'at least 40 […] at least 40',
  'the whole army ran',
];

/** Places in which an article prints words. */
const places: ((quoted: string) => string)[] = [
  (quoted) => `[Reuters](source:reuters-van-buren) wrote ${quoted}, then.`,
  (quoted) => `[Reuters](source:reuters-van-buren) wrote:\n${quoted}`,
  (quoted) => `## It had ${quoted} then\n\n[Reuters](source:reuters-van-buren)`,
  (quoted) =>
    `| source | words |\n| --- | --- |\n| [Reuters](source:reuters-van-buren) | ${quoted} |`,
  (quoted) => `- [Reuters](source:reuters-van-buren): *${quoted}*`,
  (quoted) => `<Note>[Reuters](source:reuters-van-buren) wrote ${quoted}.</Note>`,
  (quoted) => `<Note title='${quoted}'>[Reuters](source:reuters-van-buren) wrote it.</Note>`,
  (quoted) => `Words.[^1]\n\n[^1]: [Reuters](source:reuters-van-buren) wrote ${quoted}.`,
];

describe('words in quotation marks', () => {
  it('are compared, whatever the marks and wherever they stand', () => {
    fc.assert(
      fc.property(
        marks,
        fc.constantFrom(...places),
        fc.constantFrom(...others),
        ({ open, close }, place, words) => {
          fc.pre(!(place('').includes("title='") && /['"]/.test(open + close)));
          expect(
            findIn(checkQuotations, place(`${open}${words}${close}`)).map(({ rule }) => rule),
          ).toEqual(['quotation-differs']);
          expect(findIn(checkQuotations, place(`${open}${kept}${close}`))).toEqual([]);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('are never left without one of their marks', () => {
    const alone = pairs
      .flatMap(({ open, close }) => [open, close])
      .filter((mark) => !/['’’′″❛❜]/.test(mark));
    fc.assert(
      fc.property(
        fc.constantFrom(...alone),
        fc.constantFrom(...places.filter((place) => !place('').includes('title'))),
        (mark, place) => {
          expect(
            findIn(checkQuotations, place(`${mark}words of somebody`)).map(({ rule }) => rule),
          ).toEqual(['quotation-mark']);
        },
      ),
    );
  });

  it.each([
    'The soldiers’ tanks, the officers’ homes and the ’90s; a 6" pipe of 5\' and the Ba‘ath party.',
    "It's the soldiers' own, isn't it? 'Twas so in the '90s, rock 'n' roll.",
    'A `"` in code, a [link](/numbers/?q="a") and <Term id="pkc">a term</Term>.',
    'He called it “the loss”, «la perte», »der Verlust« and ‚weg‘.',
  ])('are not looked for where nobody is quoted: %s', (text) => {
    expect(findIn(checkQuotations, text)).toEqual([]);
  });
});
