import { describe, expect, it } from 'vitest';
import { frames } from '../../../src/charts/drawing.ts';
import { layoutUnits } from '../../../src/charts/units/layout.ts';
import { countLargeDots, readDots } from '../../drawings/read-drawing.ts';
import { makeNumber, makeUnits, rivalUnits, unitsSamples } from '../../drawings/samples.ts';
import { readBoxes } from '../../drawings/read-path.ts';

describe.each(['phone', 'tablet', 'desktop'] as const)('layoutUnits on a %s', (frame) => {
  it.each(Object.entries(unitsSamples))(
    'covers as many dots as the numbers say: %s',
    (_, table) => {
      const layout = layoutUnits(table, frames[frame]);
      const drawn =
        readDots(layout.parts, 'main', layout.pitch) +
        readDots(layout.parts, 'disputed', layout.pitch);
      expect(drawn).toBeCloseTo(
        table.rows.reduce((sum, row) => sum + (row.numbers[0].value ?? 0), 0),
        0,
      );
    },
  );

  it('notices a changed value', () => {
    const count = (...values: number[]) => {
      const layout = layoutUnits(
        makeUnits(values.map((value) => ['tanks', makeNumber(value)])),
        frames[frame],
      );
      return [
        readDots(layout.parts, 'main', layout.pitch),
        layout.parts.reduce((sum, part) => sum + countLargeDots(part), 0),
      ];
    };
    expect(count(52)).toEqual([52, 0]);
    expect(count(53)).toEqual([53, 0]);
    // Next to a number of thousands, a small number is drawn again, enlarged.
    expect(count(20_000, 52)).toEqual([20_052, 52]);
    expect(count(20_000, 53)).toEqual([20_053, 53]);
  });

  it('draws dots large enough to count where no number is very large, in blocks of a hundred with one outline around a part', () => {
    const layout = layoutUnits(
      makeUnits([
        ['lorries', makeNumber(2300)],
        ['tanks', makeNumber(40)],
      ]),
      frames[frame],
    );
    expect(layout.pitch).toBeGreaterThan(4);
    const paths = layout.parts.flatMap((part) => part.paths);
    const count = (kind: string) =>
      paths.filter((path) => path.kind === kind).flatMap(({ d }) => readBoxes(d)).length;
    expect(count('block')).toBe(24);
    expect(count('outline')).toBe(1);
    expect(layout.parts.flatMap((part) => part.texts).map(({ text }) => text)).toContain(
      'One dot is one, one block is 100',
    );
    const thousands = layoutUnits(makeUnits([['rifles', makeNumber(4001)]]), frames[frame]);
    expect(thousands.pitch).toBeLessThan(layout.pitch);
  });

  it('draws the smaller of two numbers as the end of the larger', () => {
    const layout = layoutUnits(rivalUnits, frames[frame]);
    const first = layout.parts.slice(0, 1);
    expect(readDots(first, 'disputed', layout.pitch)).toBe(20_000);
    expect(layout.parts.flatMap((part) => part.texts).map(({ text }) => text)).toContain(
      'the last three blocks alone',
    );
  });

  it('keeps one size of block for all numbers', () => {
    const layout = layoutUnits(rivalUnits, frames[frame]);
    const { pitch } = layout;
    expect(
      new Set(layout.parts.flatMap((part) => part.patterns.map((pattern) => pattern.pitch))),
    ).toEqual(new Set([pitch]));
  });

  it('begins every block where the pattern of dots begins', () => {
    const layout = layoutUnits(rivalUnits, frames[frame]);
    for (const path of layout.parts
      .flatMap((part) => part.paths)
      .filter(({ kind }) => kind === 'block')) {
      const blocks = readBoxes(path.d);
      expect(blocks.length).toBeGreaterThan(0);
      for (const coordinate of blocks.flatMap(({ left, top }) => [left, top]))
        expect(
          Math.abs(coordinate / layout.pitch - Math.round(coordinate / layout.pitch)),
        ).toBeLessThan(0.01);
    }
  });

  it('prints the hedge before the number and draws words not at all', () => {
    const texts = (name: string) =>
      layoutUnits(unitsSamples[name] ?? makeUnits([]), frames[frame]).parts.flatMap((part) =>
        part.texts.map(({ text }) => text),
      );
    expect(texts('hedges')).toEqual(expect.arrayContaining(['as many as 52', 'at least 40']));
    expect(texts('words instead of a number')).toContain('hundreds');
  });

  it('reports a number that nobody would scroll through', () => {
    expect(
      layoutUnits(makeUnits([['rounds', makeNumber(5_000_000)]]), frames[frame])
        .warnings.map(({ message }) => message)
        .join(),
    ).toContain('A number needs more than 200 blocks.');
    expect(
      layoutUnits(makeUnits([['rounds', makeNumber(5_000_000)]], 100), frames[frame]).warnings,
    ).toEqual([]);
  });
});
