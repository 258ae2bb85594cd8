/** Names of rivers, seas and countries, if the places leave room. */
import { cross, geoPath, polygonContains, range, sort, type GeoProjection } from 'd3';
import { getBox, round, type Box, type PlacedText, type TextStyle } from '../drawing.ts';
import type { Pen, Point } from '../pen.ts';
import { balanceText, measureText } from '../text-width.ts';
import { densify } from './lines.ts';
import type { Ground } from './place-names.ts';
import { getHeight, projectLines } from './projection.ts';
import type { Geography } from './table.ts';

type Centre = { x: number; y: number; cost: number };
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
    const centres = cross(line, [-reach, reach], ([x, y], aside): Centre => {
      return { x: x + aside, y, cost: Math.hypot(x - width * 0.55, y - height * 0.55) };
    });
    placeName(
      pen,
      toName(name, 'water', frame.smallSize),
      centres,
      ground,
      taken,
      (box) => countWater(box) === 0,
    );
  }
  nameWaters(pen, projection, geography, ground, taken);
  const path = geoPath(projection);
  for (const { name, shape } of countries) {
    if (path.area(shape) < width * height * leastArea) continue;
    const [middleX, middleY] = path.centroid(shape);
    const rings = projectLines(projection, shape);
    const centres = cross(range(10, width, 10), range(10, height, 8), (x, y): Centre => {
      return { x, y, cost: Math.hypot(x - middleX, y - middleY) };
    });
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
  const rings = projectLines(projection, land);
  for (const { name, latitude, longitude } of waters) {
    const [middleX, middleY] = projection([longitude, latitude]) ?? [0, 0];
    const centres = cross(
      range(10, frame.width, 4),
      range(10, getHeight(frame), 8),
      (x, y): Centre => {
        return { x, y, cost: Math.hypot(x - middleX, y - middleY) };
      },
    );
    const width = measureText(name, frame.smallSize, 'serif');
    for (const lines of [[name], balanceText(name, width * 0.8, frame.smallSize, 'serif')]) {
      const text: Name = { lines, style: 'water', size: frame.smallSize };
      if (
        placeName(pen, text, centres, ground, taken, (box) =>
          listWithin(box).every((point) => !contains(rings, point)),
        )
      )
        break;
    }
  }
}

function toName(text: string, style: TextStyle, size: number): Name {
  return { lines: [text], style, size };
}

/**
 * Writes a name in the middle of the first place that is free and fits. Returns whether there is
 * one.
 */
function placeName(
  pen: Pen,
  name: Name,
  centres: Centre[],
  { isFree }: Ground,
  taken: Box[],
  fits: (box: Box) => boolean,
): boolean {
  const { lines, size, style } = name;
  for (const { x, y } of sort(centres, ({ cost }) => cost)) {
    const texts = lines.map((text, line): PlacedText => {
      const baseline = y + size * (0.26 + (line - (lines.length - 1) / 2) * 1.12);
      return { text, style, size, x: round(x), y: round(baseline), anchor: 'middle' };
    });
    const boxes = texts.map(getBox);
    if (!boxes.every((box) => isFree(box, taken, 6) && fits(box))) continue;
    taken.push(...boxes);
    pen.texts.push(...texts);
    return true;
  }
  return false;
}

function listCorners({ left, right, top, bottom }: Box): Point[] {
  return cross([left - 6, (left + right) / 2, right + 6], [top - 6, bottom + 6]);
}

/**
 * Points across a box and a little beyond it, because an island or a cape may be between its
 * corners.
 */
function listWithin({ left, right, top, bottom }: Box): Point[] {
  return cross(
    [...range(left - 3, right, 6), right + 3],
    [top - 3, (top + bottom) / 2, bottom + 3],
  );
}

/** Whether a point is inside a ring, and not in a hole of it. */
function contains(rings: Point[][], point: Point): boolean {
  return rings.filter((ring) => polygonContains(ring, point)).length % 2 === 1;
}
