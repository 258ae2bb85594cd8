import { describe, expect, it } from 'vitest';
import { findMisplacedTexts, round, type Part, type PlacedText } from '../../../src/charts/drawing.ts';

const text = (words: string, x: number, y: number): PlacedText => ({ text: words, x, y, size: 10, style: 'label', anchor: 'start' });
const part = (texts: PlacedText[]): Part => ({ id: 'sample', width: 100, height: 50, patterns: [], paths: [], texts });

describe('findMisplacedTexts', () => {
  it('finds nothing where texts keep apart', () => {
    expect(findMisplacedTexts(part([text('one', 0, 10), text('two', 0, 22), text('three', 40, 10)]))).toEqual([]);
  });
  it('finds texts that overlap', () => {
    expect(findMisplacedTexts(part([text('one', 0, 10), text('two', 5, 12)]))).toEqual([
      { message: '"one" and "two" overlap.', fix: 'Shorten it.' },
    ]);
  });
  it('finds texts that leave the drawing', () => {
    expect(findMisplacedTexts(part([text('a long text', 80, 10)]))).toEqual([
      { message: '"a long text" does not fit into the drawing.', fix: 'Shorten it.' },
    ]);
  });
  it('finds texts that lie on a mark', () => {
    expect(findMisplacedTexts(part([text('one', 0, 10)]), [{ left: 5, right: 20, top: 0, bottom: 20 }])).toEqual([
      { message: '"one" lies on a mark.', fix: 'Shorten it.' },
    ]);
  });
});

it('rounds to a tenth and knows no minus nought', () => {
  expect([round(1.25), round(1.04), Object.is(round(-0.01), 0)]).toEqual([1.3, 1, true]);
});
