import { describe, expect, it } from 'vitest';
import { frames } from '../../../src/charts/drawing.ts';
import { layoutRelay } from '../../../src/charts/relay/layout.ts';
import { sayCustody } from '../../../src/charts/relay/words.ts';
import { makeRelay, relaySamples } from '../../drawings/samples.ts';

describe.each(['phone', 'tablet', 'desktop'] as const)('layoutRelay on a %s', (frame) => {
  it.each(Object.entries(relaySamples))(
    'gives every printing its mark, from the top down: %s',
    (_, table) => {
      const { knots, parts } = layoutRelay(table, frames[frame]);
      expect(knots.map((knot) => knot.custody)).toEqual(table.rows.map((row) => row.custody));
      expect(knots.map((knot) => knot.y)).toEqual(
        knots.map((knot) => knot.y).sort((a, b) => a - b),
      );
      const texts = parts.flatMap((part) => part.texts.map(({ text }) => text));
      for (const row of table.rows) expect(texts).toContain(row.number.label);
    },
  );

  it('keeps threads that run at the same time apart', () => {
    const table = relaySamples['threads at the same time stand side by side'];
    const { knots } = layoutRelay(table ?? makeRelay([]), frames[frame]);
    expect(knots.map((knot) => knot.column)).toEqual([0, 1, 2, 0, 1, 2]);
  });

  it('dashes an inferred link alone, and lets it start a thread of its own', () => {
    const table = relaySamples['an inferred link'];
    const { knots, parts } = layoutRelay(table ?? makeRelay([]), frames[frame]);
    const threads = parts.flatMap((part) => part.paths).filter((path) => path.kind === 'thread');
    expect(threads.map((path) => path.dash !== undefined)).toEqual([true, false]);
    expect(knots[2]?.column).not.toBe(knots[0]?.column);
    expect(knots[4]?.column).toBe(knots[2]?.column);
  });

  it('notices more threads than have room', () => {
    const starts = Array.from({ length: 10 }, (_, index) => ({ value: index }));
    const kept = starts.map((row, index) => ({ ...row, custody: 'kept' as const, from: index }));
    expect(
      layoutRelay(makeRelay([...starts, ...kept]), frames[frame])
        .warnings.map(({ message }) => message)
        .join(),
    ).toContain('10 threads side by side');
  });
});

it('says what happened in one sentence', () => {
  const { rows } = makeRelay([
    { value: 4000 },
    {
      value: 74_000,
      custody: 'changed',
      from: 0,
      changes: ['74,000 instead of 4,000'],
      repeats: 'repeats Gazette 1, which it names',
    },
  ]);
  expect(rows.map(sayCustody)).toEqual([
    'Starts',
    'Changed: 74,000 instead of 4,000; repeats Gazette 1, which it names',
  ]);
});
