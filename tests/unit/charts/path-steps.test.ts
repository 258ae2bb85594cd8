import { pathRound } from 'd3';
import fc from '../../random.ts';
import { describe, expect, it } from 'vitest';
import { writeSteps } from '../../../src/charts/path-steps.ts';
import { readPath } from '../../drawings/read-path.ts';

const coordinate = fc.integer({ min: -5000, max: 20_000 }).map((tenths) => tenths / 10);
const point = fc.tuple(coordinate, coordinate);
type Draw = (path: ReturnType<typeof pathRound>) => void;
const line = fc
  .array(point, { minLength: 2, maxLength: 6 })
  .map(([first = [0, 0], ...others]): Draw => (path) => {
    path.moveTo(...first);
    for (const other of others) path.lineTo(...other);
  });
const box = fc.tuple(point, point).map(
  ([[x, y], [width, height]]): Draw =>
    (path) =>
      path.rect(x, y, Math.abs(width), Math.abs(height)),
);
const disc = fc
  .tuple(point, fc.integer({ min: 1, max: 90 }))
  .map(([[x, y], radius]): Draw => (path) => {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    path.closePath();
  });
const wave = fc.tuple(point, point, point).map(([from, middle, to]): Draw => (path) => {
  path.moveTo(...from);
  path.quadraticCurveTo(...middle, ...to);
});

describe('writeSteps', () => {
  it('draws what the path drew, whatever it drew', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, box, disc, wave), { minLength: 1, maxLength: 8 }),
        (drawn) => {
          const path = pathRound(1);
          for (const draw of drawn) draw(path);
          const steps = writeSteps(path.toString());
          expect(readPath(steps)).toEqual(readPath(path.toString()));
        },
      ),
    );
  });

  it.each([
    ['M0,5L10,5', 'M0 5h10'],
    ['M0.5,0L0.5,10L3.2,10.1', 'M.5 0v10l2.7 .1'],
    ['M0,0L1,1L3,4', 'M0 0l1 1 2 3'],
    ['M0,0L1,1L0,0', 'M0 0l1 1-1-1'],
    ['M2,2h5v5h-5ZM12,2h5v5h-5Z', 'M2 2h5v5h-5zm10 0h5v5h-5z'],
    ['M6,0A6,6,0,1,1,-6,0A6,6,0,1,1,6,0Z', 'M6 0a6 6 0 1 1-12 0 6 6 0 1 1 12 0z'],
    ['M3,4L3,4', 'M3 4h0'],
    ['', ''],
  ])('writes %s as %s', (places, steps) => {
    expect(writeSteps(places)).toBe(steps);
  });
});
