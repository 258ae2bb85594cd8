import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../../src/charts/bars/layout.ts';
import { frames } from '../../../src/charts/drawing.ts';
import { readBars } from '../../drawings/read-drawing.ts';
import { barsSamples, groupedBars, makeBars } from '../../drawings/samples.ts';

describe.each(['phone', 'tablet', 'desktop'] as const)('layoutBars on a %s', (frame) => {
  it.each(Object.entries(barsSamples))('draws the printed values as lengths: %s', (_, table) => {
    const layout = layoutBars(table, frames[frame]);
    const read = layout.parts
      .flatMap((part) => readBars(part, layout).map(({ value }) => value))
      .sort((a, b) => a - b);
    const printed = table.groups
      .flatMap((group) =>
        group.rows.flatMap((row) => row.numbers.flatMap((number) => number?.value ?? [])),
      )
      .filter((value) => value > 0)
      .sort((a, b) => a - b);
    expect(read).toHaveLength(printed.length);
    // The tolerance: two coordinates and a dash rounded to a tenth, and a value rounded to its
    // label; the smallest values are drawn as a hairline.
    const slack =
      ((printed[0] ?? 0) < layout.mark / 10 ? 0.45 : 0.2) * (layout.mark / layout.pitch) + 0.05;
    read.forEach((value, index) =>
      expect(Math.abs(value - (printed[index] ?? Number.NaN))).toBeLessThanOrEqual(slack),
    );
  });

  it('notices a changed value', () => {
    const layout = layoutBars(
      makeBars([
        ['A', 12],
        ['B', 7],
      ]),
      frames[frame],
    );
    const changed = layoutBars(
      makeBars([
        ['A', 12],
        ['B', 8],
      ]),
      frames[frame],
    );
    const values = (one: typeof layout) =>
      one.parts.flatMap((part) => readBars(part, one).map(({ value }) => Math.round(value)));
    expect(values(layout)).toEqual([12, 7]);
    expect(values(changed)).toEqual([12, 8]);
  });

  it('keeps both panels on one scale', () => {
    const layout = layoutBars(groupedBars, frames[frame]);
    const lengths = layout.bars
      .filter((bar) => Number.isInteger(bar.value))
      .map((bar) => (bar.length + layout.pitch * 0.2) / bar.value);
    for (const length of lengths) expect(length).toBeCloseTo(layout.pitch, 0);
    expect(new Set(layout.bars.map((bar) => bar.measure))).toEqual(new Set([0, 1]));
  });

  it('begins every bar at the axis, which is zero', () => {
    const layout = layoutBars(groupedBars, frames[frame]);
    const starts = new Map(layout.bars.map((bar) => [bar.measure, new Set<number>()]));
    for (const bar of layout.bars) starts.get(bar.measure)?.add(bar.x);
    for (const start of starts.values()) expect(start.size).toBe(1);
  });

  it('prints a dash where no number was printed, and a nought where it is nought', () => {
    const texts = layoutBars(groupedBars, frames[frame]).parts.flatMap((part) =>
      part.texts.map(({ text }) => text),
    );
    expect(texts.filter((text) => text === '–')).toHaveLength(2);
    expect(texts).toContain('0');
  });

  it('prints the hedge before the number', () => {
    const { hedges } = barsSamples;
    const texts = hedges
      ? layoutBars(hedges, frames[frame]).parts.flatMap((part) =>
          part.texts.map(({ text }) => text),
        )
      : [];
    expect(texts).toContain('as many as 12');
  });

  it('lets a mark stand for more than one where nobody could count them', () => {
    const layout = layoutBars(makeBars([['Most', 100_000]]), frames[frame]);
    expect(layout.mark).toBe(1000);
    expect(layout.parts[0]?.texts.map(({ text }) => text).join(' ')).toContain('one mark is 1,000');
  });

  it('reports a label that cannot be placed', () => {
    const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    expect(
      layoutBars(makeBars([[long + long, 3]]), frames[frame])
        .warnings.map(({ message }) => message)
        .join(),
    ).toMatch(/does not fit|leave no room/);
  });

  it('reports values below zero', () => {
    expect(
      layoutBars(
        makeBars([
          ['Loss', -3],
          ['Gain', 2],
        ]),
        frames[frame],
      ).warnings.map(({ message }) => message),
    ).toContain('A value below zero cannot be drawn as marks.');
  });

  it('draws the same twice', () => {
    expect(layoutBars(groupedBars, frames[frame])).toEqual(layoutBars(groupedBars, frames[frame]));
  });
});

it('makes one part a panel on a phone and one part in all on a desktop', () => {
  expect(layoutBars(groupedBars, frames.phone).parts.map((part) => part.id)).toEqual([
    'grouped-phone-1',
    'grouped-phone-2',
  ]);
  expect(layoutBars(groupedBars, frames.desktop).parts.map((part) => part.id)).toEqual([
    'grouped-desktop-1',
  ]);
});
