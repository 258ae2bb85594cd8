import { expect, it } from 'vitest';
import { balanceText, measureText, wrapText } from '../../../src/charts/text-width.ts';

it('measures digits alike, because they are tabular', () => {
  expect(new Set(Array.from('0123456789', (digit) => measureText(digit, 1000)))).toEqual(
    new Set([456]),
  );
});

it('measures a letter with an accent like its base letter', () => {
  expect(measureText('Eroğlu', 10)).toBeCloseTo(measureText('Eroglu', 10), 5);
  expect(measureText('Müller', 10)).toBeCloseTo(measureText('Muller', 10), 5);
});

it('gives bold text and other scripts more room', () => {
  expect(measureText('United States', 10, 'semibold')).toBeGreaterThan(
    measureText('United States', 10),
  );
  expect(measureText('العراق', 10)).toBeGreaterThan(20);
  expect(measureText('伊拉克', 10)).toBe(30);
  expect(measureText('', 10)).toBe(0);
});

it('breaks between words and leaves a long word whole', () => {
  expect(wrapText('Once in the Warsaw Pact', 60, 10)).toEqual(['Once in the', 'Warsaw Pact']);
  expect(wrapText('a Rindfleischetikettierung', 20, 10)).toEqual(['a', 'Rindfleischetikettierung']);
  expect(wrapText('', 20, 10)).toEqual([]);
  expect(wrapText('2,300\u00a0Humvees', 20, 10)).toEqual(['2,300\u00a0Humvees']);
});

it('balances lines without adding any', () => {
  expect(wrapText('made in these states together', 100, 10)).toEqual([
    'made in these states',
    'together',
  ]);
  expect(balanceText('made in these states together', 100, 10)).toEqual([
    'made in these',
    'states together',
  ]);
});
