import { describe, expect, it } from 'vitest';
import { thin } from '../../src/charts/map/lines.ts';
import type { Point } from '../../src/charts/pen.ts';

/** A coast of 200 points, with bays of several sizes. */
const coast = Array.from({ length: 200 }, (_, x): Point => [
  x,
  20 * Math.sin(x / 15) + 3 * Math.sin(x / 4) + Math.sin(x * 1.7) / 2,
]);
const show = (points: readonly Point[]) => points.map((point) => point.join(' '));

function measureDistance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const along = Math.max(
    0,
    Math.min(
      1,
      ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1),
    ),
  );
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

describe('the points of a line that are drawn', () => {
  it('are its ends, if it is straight', () => {
    const line = Array.from({ length: 50 }, (_, x): Point => [x, 2 * x]);
    expect(thin(line, 1)).toEqual([
      [0, 0],
      [49, 98],
    ]);
  });

  it('are far fewer, and the line stays within two units of all that it leaves out', () => {
    const drawn = thin(coast, 1);
    expect(drawn.length).toBeLessThan(coast.length / 2);
    for (const point of coast) {
      const distances = drawn
        .slice(1)
        .map((end, index) => measureDistance(point, drawn[index] ?? end, end));
      expect(Math.min(...distances)).toBeLessThan(2);
    }
  });

  it('are the same on a stretch that two lines share, whichever way they run and wherever they begin', () => {
    const inner = ([x]: Point) => x > 60 && x < 140;
    const whole = show(thin(coast, 1).filter(inner));
    expect(whole.length).toBeGreaterThan(10);
    expect(show(thin(coast.slice(37, 171), 1).filter(inner))).toEqual(whole);
    expect(show(thin(coast.toReversed(), 1).filter(inner)).toReversed()).toEqual(whole);
  });

  it('keep a corner as it is, and a line of one or two points', () => {
    const corner: Point[] = [
      [0, 0],
      [10, 0],
      [10, 10],
    ];
    expect(thin(corner, 2)).toEqual(corner);
    expect(thin(corner.slice(0, 2), 2)).toEqual(corner.slice(0, 2));
    expect(thin(corner.slice(0, 1), 2)).toEqual(corner.slice(0, 1));
  });
});
