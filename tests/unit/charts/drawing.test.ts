import { describe, expect, it } from 'vitest';
import {
  NotDrawable,
  requireFiniteNumbers,
  round,
  settleTexts,
  type DrawingPart,
  type PlacedText,
} from '../../../src/charts/drawing.ts';
import { findMisplacedTexts } from '../../../src/charts/misplaced-texts.ts';
import { makeNumber } from '../../drawings/samples.ts';

const text = (words: string, x: number, y: number): PlacedText => ({
  text: words,
  x,
  y,
  size: 10,
  style: 'label',
  anchor: 'start',
});
const part = (texts: PlacedText[]): DrawingPart => ({
  id: 'sample',
  width: 100,
  height: 50,
  patterns: [],
  paths: [],
  texts,
});

describe('findMisplacedTexts', () => {
  it('finds nothing where texts keep apart', () => {
    expect(
      findMisplacedTexts(part([text('one', 0, 10), text('two', 0, 22), text('three', 40, 10)])),
    ).toEqual([]);
  });
  it('finds texts that overlap', () => {
    expect(findMisplacedTexts(part([text('one', 0, 10), text('two', 5, 12)]))).toEqual([
      { kind: 'overlap', words: ['one', 'two'], message: '"one" and "two" overlap.' },
    ]);
  });
  it('finds texts that leave the drawing', () => {
    expect(findMisplacedTexts(part([text('a long text', 80, 10)]))).toEqual([
      {
        kind: 'outside',
        words: ['a long text'],
        message: '"a long text" does not fit into the drawing.',
      },
    ]);
  });
  it('finds texts that lie on a mark', () => {
    expect(
      findMisplacedTexts(part([text('one', 0, 10)]), [{ left: 5, right: 20, top: 0, bottom: 20 }]),
    ).toEqual([{ kind: 'on-mark', words: ['one'], message: '"one" lies on a mark.' }]);
  });
});

it('rounds to a tenth and knows no minus nought', () => {
  expect([round(1.25), round(1.04), Object.is(round(-0.01), 0)]).toEqual([1.3, 1, true]);
});

describe('what is no finite number', () => {
  const impossible = [Number.NaN, Infinity, -Infinity];

  it('is refused, and not drawn at zero', () => {
    for (const value of impossible) expect(() => round(value), String(value)).toThrow(NotDrawable);
  });

  it('is refused by name, as a value and as an end of a range', () => {
    for (const value of impossible) {
      expect(() =>
        requireFiniteNumbers([undefined, makeNumber(value, { ref: 'tanks/gazette' })]),
      ).toThrow(`for "tanks/gazette": it is ${value}`);
      expect(() =>
        requireFiniteNumbers([makeNumber(undefined, { ref: 'tanks/gazette', range: [1, value] })]),
      ).toThrow('"tanks/gazette"');
    }
    expect(() =>
      requireFiniteNumbers([makeNumber(undefined), makeNumber(0), undefined]),
    ).not.toThrow();
  });

  it('leaves no drawing, wherever it got in', () => {
    const settle = (changed: Partial<DrawingPart>) =>
      settleTexts({
        frame: 'phone',
        warnings: [],
        parts: [{ ...part([text('one', 0, 10)]), ...changed }],
      });
    expect(settle({}).parts).toHaveLength(1);
    expect(() => settle({ texts: [text('one', Number.NaN, 10)] })).toThrow('"one"');
    expect(() => settle({ height: Number.NaN })).toThrow('the size of sample');
    for (const d of ['M0 NaNH10', 'M0 InfinityH10', 'M0 undefinedV1', 'M1e+21 0H1'])
      expect(() => settle({ paths: [{ kind: 'bar', d }] }), d).toThrow('sample (bar)');
  });
});
