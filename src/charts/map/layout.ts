/**
 * A map of named points: where places are, not who held them.
 *
 * Every place inside the frame gets a point and its name; countries and rivers are named if room is
 * left.
 */
import type { GeoPermissibleObjects, GeoProjection } from 'd3';
import {
  requireFinite,
  round,
  type Box,
  type Drawing,
  type Frame,
  type Misfit,
  type PathKind,
} from '../drawing.ts';
import { Pen, type Point } from '../pen.ts';
import { touch } from '../place-labels.ts';
import { nameLand } from './land-names.ts';
import { createCounter, densify, thin } from './lines.ts';
import { boxAround, namePlaces, type Ground, type Spot } from './place-names.ts';
import { createProjection, getHeight, locate, projectLines } from './projection.ts';
import { placeScale } from './scale-bar.ts';
import type { Geography, MapPlace } from './table.ts';

export type PlacedPoint = { id: string; x: number; y: number };
export type MapLayout = Drawing & {
  points: PlacedPoint[];
  /** Ids of the places outside the frame. */
  outside: string[];
};

type Table = { id: string; rows: MapPlace[]; geography: Geography };

/** The size of a point, and the area of the smallest bend that is drawn. */
const sizes: Record<Frame['name'], { point: number; room: number }> = {
  phone: { point: 7, room: 1 },
  tablet: { point: 8, room: 1.5 },
  desktop: { point: 9, room: 2 },
};
const order: PathKind[] = [
  'sea',
  'land',
  'focus',
  'border',
  'river',
  'leader',
  'place',
  'axis',
  'grid',
];

export function layoutMap(table: Table, frame: Frame): MapLayout {
  const { pen, projection, spots, ground, taken } = layoutPlaces(table, frame);
  const { focus, land, borders, rivers } = table.geography;
  const { point, room } = sizes[frame.name];
  const draw = (kind: PathKind, shape: GeoPermissibleObjects, closed: boolean) => {
    for (const line of projectLines(projection, shape).map((points) => thin(points, room)))
      if (line.length >= (closed ? 3 : 2)) pen[closed ? 'polygon' : 'line']({ kind }, ...line);
  };
  draw('land', land, true);
  draw('focus', focus, true);
  draw('border', borders, false);
  for (const { shape } of rivers) draw('river', shape, false);
  for (const { x, y } of spots) pen.line({ kind: 'place', thickness: point }, [x, y], [x, y]);
  for (const kind of ['sea', 'grid'] as const)
    pen.box({ kind }, { left: 0, top: 0, right: frame.width, bottom: getHeight(frame) });
  nameLand(pen, projection, table.geography, ground, taken);
  const drawn = new Set(spots.map(({ place }) => place.id));
  return {
    frame: frame.name,
    parts: [pen.finish(getHeight(frame), order)],
    warnings: pen.warnings,
    points: spots.map(({ place, x, y }) => ({ id: place.id, x, y })),
    outside: table.rows.flatMap(({ id }) => (drawn.has(id) ? [] : id)),
  };
}

/** Lays out only places, because the check needs to know only whether their names have room. */
export function findMapMisfits(table: Table, frame: Frame): Misfit[] {
  const { pen } = layoutPlaces(table, frame);
  pen.finish(getHeight(frame));
  return pen.warnings;
}

/** Points with their names, and the scale. */
function layoutPlaces({ id, rows, geography }: Table, frame: Frame) {
  const pen = new Pen(`${id}-${frame.name}`, frame.width, frame.smallSize);
  const projection = createProjection(rows, frame, geography.view);
  const spots = rows.flatMap((place): Spot[] => {
    requireFinite(place.latitude, `the latitude of ${place.id}`);
    requireFinite(place.longitude, `the longitude of ${place.id}`);
    const [x, y] = locate(place, projection, frame) ?? [];
    return x === undefined || y === undefined ? [] : [{ place, x: round(x), y: round(y) }];
  });
  const ground = surveyGround(geography, projection, frame);
  const dots = spots.map((spot) => boxAround(spot, ground.size));
  const scale = placeScale(projection, frame);
  const fixed = [...dots, scale.box];
  const taken: Box[] = [...fixed, ...namePlaces(pen, spots, ground, fixed)];
  scale.draw(pen);
  pen.marks.push(...dots);
  for (const { place, x, y } of spots) pen.aim(place.id, x, y, 10);
  return { pen, projection, spots, ground, taken };
}

function surveyGround(
  { rivers, borders }: Geography,
  projection: GeoProjection,
  frame: Frame,
): Ground {
  const inside = { left: 5, top: 5, right: frame.width - 5, bottom: getHeight(frame) - 5 };
  const pointsOf = (shape: GeoPermissibleObjects): Point[] =>
    projectLines(projection, shape).flatMap((line) => densify(line));
  return {
    frame,
    size: sizes[frame.name].point,
    isFree: (box, taken, room) =>
      box.left >= inside.left &&
      box.right <= inside.right &&
      box.top >= inside.top &&
      box.bottom <= inside.bottom &&
      !taken.some((other) => touch(box, other, room)),
    countWater: createCounter(rivers.flatMap(({ shape }) => pointsOf(shape))),
    countBorder: createCounter(pointsOf(borders)),
  };
}
