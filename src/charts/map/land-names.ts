/** Names of rivers and countries, if the places leave room. */
import { cross, geoPath, polygonContains, range, sort, type GeoProjection } from 'd3';
import { getBox, round, type Box, type PlacedText, type TextStyle } from '../drawing.ts';
import type { Pen, Point } from '../pen.ts';
import { measureText } from '../text-width.ts';
import { densify } from './lines.ts';
import type { Ground } from './place-names.ts';
import { getHeight, projectLines } from './projection.ts';
import type { Geography } from './table.ts';

type Centre = { x: number; y: number; cost: number };
type Name = Pick<PlacedText, 'text' | 'style' | 'size'>;

/** A country below this share of the map is not named. */
const leastArea = 0.012;

/** `taken` is the room that is used already. Each new name is added to it. */
export function nameLand(pen: Pen, projection: GeoProjection, { rivers, countries }: Geography, ground: Ground, taken: Box[]): void {
  const { frame, countWater } = ground;
  const [width, height] = [frame.width, getHeight(frame)];
  for (const { name, shape } of rivers) {
    const reach = measureText(name, frame.smallSize, 'serif') / 2 + 7;
    const line = projectLines(projection, shape).flatMap((points) => densify(points, 8));
    const centres = cross(line, [-reach, reach], ([x, y], aside): Centre => {
      return { x: x + aside, y, cost: Math.hypot(x - width * 0.55, y - height * 0.55) };
    });
    placeName(pen, toName(name, 'water', frame.smallSize), centres, ground, taken, (box) => countWater(box) === 0);
  }
  const path = geoPath(projection);
  for (const { name, shape } of countries) {
    if (path.area(shape) < width * height * leastArea) continue;
    const [middleX, middleY] = path.centroid(shape);
    const rings = projectLines(projection, shape);
    const centres = cross(range(10, width, 10), range(10, height, 8), (x, y): Centre => {
      return { x, y, cost: Math.hypot(x - middleX, y - middleY) };
    });
    const fits = (box: Box) => countWater(box) === 0 && listCorners(box).every((corner) => contains(rings, corner));
    placeName(pen, toName(name, 'region', frame.headingSize), centres, ground, taken, fits);
  }
}

function toName(text: string, style: TextStyle, size: number): Name {
  return { text, style, size };
}

/** Writes a name in the middle of the first free place that is large enough. */
function placeName(pen: Pen, name: Name, centres: Centre[], { isFree }: Ground, taken: Box[], fits: (box: Box) => boolean): void {
  for (const { x, y } of sort(centres, ({ cost }) => cost)) {
    const text: PlacedText = { ...name, x: round(x), y: round(y + name.size * 0.26), anchor: 'middle' };
    const box = getBox(text);
    if (!isFree(box, taken, 6) || !fits(box)) continue;
    taken.push(box);
    pen.texts.push(text);
    return;
  }
}

function listCorners({ left, right, top, bottom }: Box): Point[] {
  return cross([left - 6, (left + right) / 2, right + 6], [top - 6, bottom + 6]);
}

/** Inside a ring, and not in a hole of it. */
function contains(rings: Point[][], point: Point): boolean {
  return rings.filter((ring) => polygonContains(ring, point)).length % 2 === 1;
}
