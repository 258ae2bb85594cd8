import { describe, expect, it } from 'vitest';
import { takeOffOuterMarks } from '../../../src/evidence/outer-marks.ts';

describe('marks around a whole wording', () => {
  it.each([
    ['“at least 40 tanks”', 'at least 40 tanks'],
    ['"at least 40"', 'at least 40'],
    ['„mindestens 40“', 'mindestens 40'],
    ['„mindestens 40”', 'mindestens 40'],
    ['« au moins 40 »', 'au moins 40'],
    ['»mindestens 40«', 'mindestens 40'],
    ['‚forty‘', 'forty'],
    ["'the soldiers' tanks'", "the soldiers' tanks"],
    ['‘the soldiers’ tanks’', 'the soldiers’ tanks'],
    ['‹quarante›', 'quarante'],
    ['「四十」', '四十'],
    ["``forty''", 'forty'],
    ['“forty"', 'forty'],
    ['""forty""', 'forty'],
    ['“forty”.', 'forty'],
    [' “forty” ', 'forty'],
    ['“He said “no” and left”', 'He said “no” and left'],
    ['„er sagte „nein“ und ging“', 'er sagte „nein“ und ging'],
    ['“We lost ‘everything’”', 'We lost ‘everything’'],
  ])('are taken off %s', (pasted, words) => {
    expect(takeOffOuterMarks(pasted)).toBe(words);
    expect(takeOffOuterMarks(words)).toBe(words);
  });

  it.each([
    '“lost” and “captured”',
    '"lost" and "captured"',
    '„Ja“ und „Nein“',
    '«oui» ou «non»',
    '‘no’ and ‘yes’',
    '“The tank,” he said',
    'he said “forty”',
    '“Humvees” were lost',
    '’tis what they say',
    '"40',
    '“”',
    '6"',
    '',
  ])('belong to %s', (words) => {
    expect(takeOffOuterMarks(words)).toBe(words);
  });
});
