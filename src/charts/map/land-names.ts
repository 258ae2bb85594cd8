/** Names of rivers, seas and countries, if the places leave room. */
import { cross, extent, geoPath, polygonContains, range, type GeoProjection } from 'd3';
import { getBox, getFace, round, type Box, type PlacedText, type TextStyle } from '../drawing.ts';
import type { Pen, Point } from '../pen.ts';
import { balanceText, measureText } from '../text-width.ts';
import { densify } from './lines.ts';
import type { Ground } from './place-names.ts';
import { getHeight, projectLines } from './projection.ts';
import type { Geography } from './table.ts';

type Name = Pick<PlacedText, 'style' | 'size'> & { lines: string[] };

/** A country below this share of the map is not named. */
const leastArea = 0.012;

/** `taken` is the room that is used already. Each new name is added to it. */
export function nameLand(
  pen: Pen,
  projection: GeoProjection,
  geography: Geography,
  ground: Ground,
  taken: Box[],
): void {
  const { rivers, countries } = geography;
  const { frame, countWater } = ground;
  const [width, height] = [frame.width, getHeight(frame)];
  for (const { name, shape } of rivers) {
    const reach = measureText(name, frame.smallSize, 'serif') / 2 + 7;
    const line = projectLines(projection, shape).flatMap((points) => densify(points, 8));
    const beside = cross(line, [-reach, reach], ([x, y], aside): Point => [x + aside, y]);
    const costs = line.flatMap(([x, y]) => {
      const cost = Math.hypot(x - width * 0.55, y - height * 0.55);
      return [cost, cost];
    });
    placeName(
      pen,
      toName(name, 'water', frame.smallSize),
      order(beside, costs),
      ground,
      taken,
      (box) => countWater(box) === 0,
    );
  }
  nameWaters(pen, projection, geography, ground, taken);
  const path = geoPath(projection);
  const grid = cross(range(10, width, 10), range(10, height, 8));
  for (const { name, shape } of countries) {
    if (path.area(shape) < width * height * leastArea) continue;
    const rings = outline(projectLines(projection, shape));
    const centres = orderFrom(grid, path.centroid(shape));
    const fits = (box: Box) =>
      countWater(box) === 0 && listCorners(box).every((corner) => contains(rings, corner));
    placeName(pen, toName(name, 'region', frame.headingSize), centres, ground, taken, fits);
  }
}

/** Names seas and lakes, off land: in one line, or in two if the water is narrow. */
function nameWaters(
  pen: Pen,
  projection: GeoProjection,
  { land, waters }: Geography,
  ground: Ground,
  taken: Box[],
): void {
  const { frame } = ground;
  const rings = outline(projectLines(projection, land));
  const grid = cross(range(10, frame.width, 4), range(10, getHeight(frame), 8));
  for (const { name, latitude, longitude } of waters) {
    const centres = orderFrom(grid, projection([longitude, latitude]) ?? [0, 0]);
    const width = measureText(name, frame.smallSize, 'serif');
    for (const lines of [[name], balanceText(name, width * 0.8, frame.smallSize, 'serif')]) {
      const text: Name = { lines, style: 'water', size: frame.smallSize };
      if (placeName(pen, text, centres, ground, taken, (box) => isOffLand(rings, box))) break;
    }
  }
}

function toName(text: string, style: TextStyle, size: number): Name {
  return { lines: [text], style, size };
}

/** Points, the nearest to `middle` first. */
const orderFrom = (points: readonly Point[], [middleX, middleY]: Point): Point[] =>
  order(
    points,
    points.map(([x, y]) => Math.hypot(x - middleX, y - middleY)),
  );

/**
 * Points, those with the lowest cost first: numbers are sorted, not objects, because a map tries
 * tens of thousands of places. With `isOffLand` our map takes 240 ms of the processor, 375 without.
 */
function order(points: readonly Point[], costs: readonly number[]): Point[] {
  const indexes = Uint32Array.from(points.keys());
  indexes.sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b);
  return Array.from(indexes, (index) => points[index] ?? [0, 0]);
}

/**
 * Writes a name in the middle of the first place that is free and fits. Returns whether there is
 * one.
 */
function placeName(
  pen: Pen,
  name: Name,
  centres: readonly Point[],
  { isFree }: Ground,
  taken: Box[],
  fits: (box: Box) => boolean,
): boolean {
  const { lines, size, style } = name;
  const rows = lines.map((text, line) => ({
    text,
    width: measureText(text, size, getFace(style)),
    rise: size * (0.26 + (line - (lines.length - 1) / 2) * 1.12),
  }));
  for (const [x, y] of centres) {
    const boxes: Box[] = [];
    for (const { text, width, rise } of rows) {
      const box = getBox(
        { text, style, size, x: round(x), y: round(y + rise), anchor: 'middle' },
        width,
      );
      if (!isFree(box, taken, 6) || !fits(box)) break;
      boxes.push(box);
    }
    if (boxes.length < rows.length) continue;
    taken.push(...boxes);
    for (const { text, rise } of rows)
      pen.texts.push({ text, style, size, x: round(x), y: round(y + rise), anchor: 'middle' });
    return true;
  }
  return false;
}

function listCorners({ left, right, top, bottom }: Box): Point[] {
  return cross([left - 6, (left + right) / 2, right + 6], [top - 6, bottom + 6]);
}

/**
 * Whether all points across a box and a little beyond it are off land, because an island or a cape
 * may be between its corners.
 */
function isOffLand(land: readonly Ring[], { left, right, top, bottom }: Box): boolean {
  const isDry = (x: number) =>
    contains(land, [x, top - 3]) ||
    contains(land, [x, (top + bottom) / 2]) ||
    contains(land, [x, bottom + 3]);
  return !isDry(right + 3) && !range(left - 3, right, 6).some(isDry);
}

/** A ring, and the box around it, which most points are outside of. */
type Ring = { points: Point[]; box: Box };

const outline = (rings: Point[][]): Ring[] =>
  rings.map((points) => {
    const [left = 0, right = 0] = extent(points, ([x]) => x);
    const [top = 0, bottom = 0] = extent(points, ([, y]) => y);
    return { points, box: { left, right, top, bottom } };
  });

/** Whether a point is inside a ring, and not in a hole of it. */
function contains(rings: readonly Ring[], [x, y]: Point): boolean {
  let count = 0;
  for (const { points, box } of rings)
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
      count += polygonContains(points, [x, y]) ? 1 : 0;
  return count % 2 === 1;
}
