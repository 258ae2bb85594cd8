import { describe, expect, it } from 'vitest';
import { findQuoted } from '../../../src/library/texts/quotation-marks.ts';

const find = (text: string) => findQuoted(text).map(({ words }) => words);

describe('findQuoted', () => {
  it.each([
    ['double marks, set or typed', 'He said “we lost” and "we won".', ['we lost', 'we won']],
    [
      'single marks, set or typed',
      "He said ‘we didn’t lose’ and 'we didn't win'.",
      ['we didn’t lose', "we didn't win"],
    ],
    [
      'the outer marks, where others stand inside',
      'He said “they call it ‘the loss’ there”.',
      ['they call it ‘the loss’ there'],
    ],
    [
      'words that go on in the next line',
      'He said "we\nlost", ‘we\nwon’ and \'we\nleft\'.',
      ['we\nlost', 'we\nwon', 'we\nleft'],
    ],
    [
      'words beside an apostrophe',
      "The ‘moderate’ rebels' arms, and the officers’ 'homes'.",
      ['moderate', 'homes'],
    ],
  ])('finds %s', (_, text, words) => {
    expect(find(text)).toEqual(words);
  });

  it.each([
    "The soldiers' tanks and the officers' homes.",
    'The soldiers’ tanks and the officers’ homes.',
    "In the '90s, 'twas the officers' own.",
    'It’s Iraq’s, isn’t it?',
    '" and 55 more, "',
    '", 55 ("',
    "' and 55 more, '",
    `<Quote source='reuters' by="Reuters">`,
  ])('takes no apostrophe and no attribute for a mark: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
