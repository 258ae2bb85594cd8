import { expect, test } from 'vitest';
import { readLargestPrinted } from '../../../src/evidence/largest-printed.ts';

test.each([
  ['4,000 / 74,000', 74_000],
  ['more than 40,000 / 40,000 / about 40,000', 40_000],
  ['$1.33\u00a0billion', 1_330_000_000],
  ['$2.4 billion / $12.4 billion / $12.5 billion', 12_500_000_000],
  ['€1.2 billion / more than €1.2 billion', 1_200_000_000],
  ['$656.4 million', 656_400_000],
  ['28.9%', 28.9],
  ['4–5', 5],
  ['hundreds / 1,500', 1_500],
])('of %s it is %d', (printed, largest) => {
  expect(readLargestPrinted(printed)).toBe(largest);
});

test('of words alone there is none', () => {
  expect(readLargestPrinted('hundreds of thousands')).toBeUndefined();
  expect(readLargestPrinted('')).toBeUndefined();
});
