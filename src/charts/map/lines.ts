/** Lines as points: fewer of them for drawing, more of them for finding what is on a line. */
import { pairs, quadtree, range, type QuadtreeLeaf } from 'd3';
import type { Box } from '../drawing.ts';
import type { Point } from '../pen.ts';

/** The area of the triangle of three points. */
const spread = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/**
 * Leaves out the points at which a line bends least, those whose triangle with both neighbours has
 * an area below `room`, and rounds the others to whole units. Coasts are most of a map's size, and
 * nobody sees what is left out.
 *
 * This is Visvalingam's algorithm. Whether a point stays depends only on its neighbours, so a
 * border and a coast that share a stretch keep the same points of it, wherever either begins.
 */
export function thin(points: Point[], room: number): Point[] {
  let kept = points;
  for (let before = Infinity; kept.length < before;) {
    before = kept.length;
    const rooms = kept.map((point, index) => {
      const [last, next] = [kept[index - 1], kept[index + 1]];
      return last && next ? spread(last, point, next) : Infinity;
    });
    // Of two neighbours the smaller one is removed first, and the other is then measured again.
    kept = kept.filter((_, index) => {
      const own = rooms[index] ?? Infinity;
      return (
        own >= room || own >= (rooms[index - 1] ?? Infinity) || own > (rooms[index + 1] ?? Infinity)
      );
    });
  }
  return kept.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
}

/** Points along a line, at most `step` apart. */
export function densify(points: Point[], step = 3): Point[] {
  const between = pairs(points).flatMap(([[fromX, fromY], [x, y]]) => {
    const count = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / step));
    return range(1, count + 1).map((at): Point => [
      fromX + ((x - fromX) * at) / count,
      fromY + ((y - fromY) * at) / count,
    ]);
  });
  return [...points.slice(0, 1), ...between];
}

/** Counts the points in a box or less than 2 px away from it. */
export function createCounter(points: Point[]): (box: Box) => number {
  const tree = quadtree(points);
  return (box) => {
    const [left, right, top, bottom] = [box.left - 2, box.right + 2, box.top - 2, box.bottom + 2];
    let count = 0;
    tree.visit((node, x0, y0, x1, y1) => {
      let leaf: QuadtreeLeaf<Point> | undefined = node.length ? undefined : node;
      for (; leaf; leaf = leaf.next) {
        const [x, y] = leaf.data;
        if (x > left && x < right && y > top && y < bottom) count += 1;
      }
      return x0 > right || x1 < left || y0 > bottom || y1 < top;
    });
    return count;
  };
}
