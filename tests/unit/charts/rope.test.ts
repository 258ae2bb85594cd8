import { describe, expect, it } from 'vitest';
import {
  homeRope,
  ropeRadius,
  traceLooseYarns,
  traceRogueYarn,
  traceRopeTile,
  traceYarnsToRows,
} from '../../../src/charts/rope.ts';

/** Lists the points at which the pieces of a path begin. */
const starts = (path: string) =>
  [...path.matchAll(/M(-?[\d.]+)[ ]?(-?[\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );

describe('the rope', () => {
  it('draws the same bytes every time', () => {
    expect(traceRopeTile()).toEqual(traceRopeTile());
    expect(traceLooseYarns(0, 9, 100)).toEqual(traceLooseYarns(0, 9, 100));
  });

  it('keeps every piece of the tile inside the rope and inside one tile', () => {
    const { yarns, edges } = traceRopeTile();
    for (const [x, y] of starts(yarns + edges)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThan(64);
      expect(Math.abs(y)).toBeLessThanOrEqual(ropeRadius);
    }
  });

  it('shows the red yarn again and again, never beyond the part asked for', () => {
    const seen = starts(traceRogueYarn(-1000, 0)).map(([x]) => x);
    expect(seen.length).toBeGreaterThan(8);
    expect(seen.every((x) => x >= -1000 && x < 0)).toBe(true);
  });

  it('ends one yarn in the middle of each row', () => {
    const ends = traceYarnsToRows(3).map((path) => /0 (\d+)$/.exec(path)?.[1]);
    expect(ends).toEqual(
      [0, 1, 2].map((row) => String(homeRope.firstRow - homeRope.axis + row * homeRope.rowPitch)),
    );
    expect(traceYarnsToRows(0)).toEqual([]);
    expect(traceYarnsToRows(1)).toHaveLength(1);
  });

  it('costs less than two kilobytes a tile', () => {
    const { yarns, edges } = traceRopeTile();
    expect(yarns.length + edges.length).toBeLessThan(2048);
  });
});
