import { describe, expect, it } from 'vitest';
import { frames } from '../../../src/charts/drawing.ts';
import { layoutShares } from '../../../src/charts/shares/layout.ts';
import { readMarks } from '../../drawings/read-drawing.ts';
import { makeShares, sharesSamples } from '../../drawings/samples.ts';

describe.each(['phone', 'tablet', 'desktop'] as const)('layoutShares on a %s', (frame) => {
  it.each(Object.entries(sharesSamples))(
    'draws as many marks as the shares say, and the rest up to a hundred: %s',
    (_, table) => {
      const { parts, shares } = layoutShares(table, frames[frame]);
      const [part] = parts;
      if (!part) throw new Error('no part');
      for (const role of new Set(shares.map((share) => share.role))) {
        const sum = shares
          .filter((share) => share.role === role)
          .reduce((total, { value }) => total + value, 0);
        // The rest of a mark is drawn slightly wider if it would be too narrow to see.
        expect(Math.abs(readMarks(part, role, [0, part.height]) - sum), role).toBeLessThan(
          0.6 * table.rows.length + 0.1,
        );
      }
    },
  );

  it('begins each share where the one before ends', () => {
    const { shares } = layoutShares(makeShares([['Guns', 43.5, 12.3]]), frames[frame]);
    expect(shares.map(({ from, value }) => [from, Number(value.toFixed(1))])).toEqual([
      [0, 43.5],
      [43.5, 12.3],
    ]);
  });

  it('names each part of a few wholes, and of many once, where it is first drawn', () => {
    const rows = [['Guns', 97] as [string, number], ['Shells', 87, 13] as [string, number, number]];
    const listNames = (table: Parameters<typeof layoutShares>[0]) => {
      const texts = layoutShares(table, frames[frame]).parts.flatMap((part) =>
        part.texts.map(({ text }) => text),
      );
      return texts.filter((text) => text.startsWith('made'));
    };
    expect(listNames(makeShares(rows))).toEqual(['made here', 'made here', 'made abroad']);
    expect(listNames(makeShares([...rows, ...rows, ...rows]))).toEqual([
      'made here',
      'made abroad',
    ]);
  });

  it('notices shares that are more than a whole, and shares below zero', () => {
    expect(
      layoutShares(makeShares([['Guns', 97, 13]]), frames[frame]).warnings.map(
        ({ message }) => message,
      ),
    ).toContain('The shares of "Guns" add up to more than a hundred.');
    expect(
      layoutShares(makeShares([['Guns', -1]]), frames[frame]).warnings.map(
        ({ message }) => message,
      ),
    ).toContain('A share below zero cannot be drawn as marks.');
  });
});
