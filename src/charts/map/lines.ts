/** Lines as points: fewer of them for drawing, more of them for finding what is on a line. */
import { pairs, quadtree, range, type QuadtreeLeaf } from 'd3';
import type { Box } from '../drawing.ts';
import type { Point } from '../pen.ts';

/**
 * Leaves out points closer than `tolerance` to the one before, and rounds the others to half units. That saves a third of the map's
 * size, and nobody sees it.
 */
export function thin(points: Point[], tolerance: number): Point[] {
  const kept: Point[] = [];
  points.forEach((point, index) => {
    const last = kept.at(-1);
    const isEnd = index === points.length - 1;
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < tolerance) {
      if (!isEnd || kept.length < 2) return;
      kept.pop();
    }
    kept.push(point);
  });
  return kept.map(([x, y]): Point => [Math.round(x * 2) / 2, Math.round(y * 2) / 2]);
}

/** Points along a line, at most `step` apart. */
export function densify(points: Point[], step = 3): Point[] {
  const between = pairs(points).flatMap(([[fromX, fromY], [x, y]]) => {
    const count = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / step));
    return range(1, count + 1).map((at): Point => [fromX + ((x - fromX) * at) / count, fromY + ((y - fromY) * at) / count]);
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
